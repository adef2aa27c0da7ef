import { type Graph, read } from '../../src/db/client.ts';
import { cypherFile } from '../../src/db/cypher.ts';
import { type ArticleFacts, type Fact, factKey } from '../../src/ingest/facts/facts.ts';

export type ArticleState = 'absent' | 'half' | 'whole';

/** How much of each article the graph holds, by its id: its digest and every fact, or nothing. */
export async function articleStates(
  graph: Graph,
  articles: readonly ArticleFacts[],
): Promise<Map<string, ArticleState>> {
  const ids = articles.map(({ id }) => id);
  const digests = new Map(
    (await read(graph, cypherFile('ingest/existing-articles'), { ids })).map(({ id, digest }) => [
      id,
      digest,
    ]),
  );
  const states = new Map<string, ArticleState>();
  for (const { id, digest, facts } of articles) {
    const rows = await read(graph, cypherFile('ingest/existing-facts'), { articles: [id] });
    const stored = distinct(rows as unknown as Fact[]);
    const isWhole = digests.get(id) === digest && stored.join() === distinct(facts).join();
    const isAbsent = !digests.has(id) && stored.length === 0;
    states.set(id, isWhole ? 'whole' : isAbsent ? 'absent' : 'half');
  }
  return states;
}

/** The ids of the articles that are in one state. */
export const inState = (states: Map<string, ArticleState>, wanted: ArticleState): string[] =>
  [...states].filter(([, state]) => state === wanted).map(([id]) => id);

const distinct = (facts: Fact[]) => [...new Set(facts.map(factKey))].sort();
