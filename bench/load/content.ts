import { type Graph, read } from '../../src/db/client.ts';

/** How many nodes and relationships of each kind a graph holds. */
export async function content(graph: Graph): Promise<string> {
  const rows = await read(
    { ...graph, readTimeout: 600_000 },
    `MATCH (n) WHERE NOT n:Graph|Commit|Change WITH last(labels(n)) AS kind, count(*) AS count RETURN kind + ' ' + count AS line
     UNION ALL
     MATCH ()-[r]->() WITH type(r) AS kind, count(*) AS count RETURN kind + ' ' + count AS line`,
  );
  return rows
    .map(({ line }) => line)
    .sort()
    .join(', ');
}
