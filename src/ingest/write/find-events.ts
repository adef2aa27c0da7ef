import { type Graph, read } from '../../db/client.ts';
import { cypherFile } from '../../db/cypher.ts';

/** As many as are looked up in one read, and as an unknown id is compared with. */
const MOST_COMPARED = 10_000;

/** Those of these ids that are of events of the graph, or, given null, those of very many events. */
export async function findEvents(graph: Graph, ids: string[] | null): Promise<string[]> {
  const found: string[] = [];
  for (let at = 0; at < (ids?.length ?? 1); at += MOST_COMPARED) {
    const some = ids?.slice(at, at + MOST_COMPARED) ?? null;
    const rows = await read(graph, cypherFile('ingest/known-events'), { ids: some, limit: MOST_COMPARED });
    for (const { id } of rows) found.push(String(id));
  }
  return found;
}
