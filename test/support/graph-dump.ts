import { join } from 'node:path';
import { type Graph, read, write } from '../../src/db/client.ts';
import { cypherFile } from '../../src/db/cypher.ts';
import type { CheckedInputs } from '../../src/ingest/check/check.ts';
import { validate, writeChecked } from '../../src/ingest/ingest.ts';
import { removeArticle } from '../../src/ingest/write/remove-article.ts';
import { renderStatements } from '../../src/ingest/write/render-statements.ts';
import { ownAuthority, projectFolder, seedFolder } from '../../src/project.ts';

export const secondOpinionFolder = join(projectFolder, 'test/fixtures/second-opinion');

/**
 * Everything that a graph holds, in one order, but for its version and the commits that were announced: two graphs are
 * the same if their dumps are. JSON that is still to be made is made first.
 */
export async function dump(graph: Graph): Promise<string[]> {
  await renderStatements(graph);
  const nodes = await read(
    graph,
    `MATCH (n) WHERE NOT n:Graph|Commit|Change
     RETURN labels(n) AS labels, coalesce(n.id, n.key) AS id, properties(n) AS properties`,
  );
  const relationships = await read(
    graph,
    `MATCH (a)-[r]->(b)
     RETURN coalesce(a.id, a.key) AS a, labels(a) AS from, type(r) AS type, properties(r) AS properties,
       coalesce(b.id, b.key) AS b, labels(b) AS to`,
  );
  return [
    ...nodes.map((node) => `(${sorted(node.labels)} ${node.id} ${inOrder(node.properties)})`),
    ...relationships.map(
      ({ a, from, type, properties, b, to }) =>
        `(${sorted(from)} ${a})-[${type} ${inOrder(properties)}]->(${sorted(to)} ${b})`,
    ),
  ].sort();
}

const sorted = (labels: unknown) => (labels as string[]).toSorted().join(':');
const inOrder = (properties: unknown) =>
  JSON.stringify(Object.entries(properties as object).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Leaves nothing in the graph but its version, faster than article by article. A small server has no memory for it at once. */
export async function empty(graph: Graph): Promise<void> {
  const session = graph.writer.session({ database: graph.database });
  await session.run(`MATCH (n) WHERE NOT n:Graph|Commit|Change
CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS`);
  await session.close();
}

const seed = (): CheckedInputs => validate([seedFolder], ownAuthority);

/** Takes away every decision with what it left behind, as nothing in the service can. */
export const forgetDecisions = (graph: Graph): Promise<void> =>
  write(graph, async (transaction) => {
    await transaction.run(cypherFile('ingest/separate-entities'));
    await transaction.run('MATCH (d:Decision|FormerId) DETACH DELETE d');
    await transaction.run('MATCH (g:Graph) SET g.decisions = null');
  });

/** Leaves nothing in the graph but the seed. */
export async function restoreSeed(graph: Graph): Promise<void> {
  const checked = seed();
  const { entities, has } = checked;
  const known = entities.map(({ id }) => id);
  const rows = await read(graph, 'MATCH (a:Article|DraftArticle) RETURN a.id AS id');
  for (const { id } of rows) if (!has(String(id))) await removeArticle(graph, String(id));
  await forgetDecisions(graph);
  await writeChecked(graph, checked);
  await write(graph, async (transaction) => {
    await transaction.run('MATCH (e:Entity) WHERE NOT e.id IN $known DETACH DELETE e', { known });
    await transaction.run('MATCH (n:Name) WHERE NOT (n)-[:NAMES]->() DELETE n');
  });
}
