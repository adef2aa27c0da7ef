import { z } from 'zod';
import { defineRead, type Graph, type Parameters } from '../db/client.ts';
import { cypherFile } from '../db/cypher.ts';
import { MAX_HITS } from '../limits.ts';
import { type PagePlan, type PageQuery, present } from './define.ts';

/** What is counted: which parameters are given, and their values. */
export interface Chosen {
  given: string[];
  bind: Parameters;
  /** Whether a search has more hits than are counted. */
  sampled: boolean;
}

export const searchHits = defineRead({
  name: 'what a full-text search finds',
  parameters: ['index', 'q'],
  row: z.object({ ids: z.array(z.string()), hits: z.int() }),
  text: cypherFile('read/found'),
});

/**
 * Parameters as a count takes them: a search as the ids that it finds.
 * @param searchedIn the full-text index that `q` is looked up in.
 */
export async function chosenOf(
  graph: Graph,
  searchedIn: string | undefined,
  { q, ...parameters }: Parameters,
): Promise<Chosen> {
  const [found] = q === undefined ? [] : await searchHits.rows(graph, { index: searchedIn, q });
  const bind: Parameters = { ...parameters, q: found?.ids };
  return { given: present(bind).sort(), bind, sampled: (found?.hits ?? 0) >= MAX_HITS };
}

/** How many items a list has in all, and whether hits of a search were left out. */
export async function totalOf(
  graph: Graph,
  { total, searchedIn }: PageQuery,
  { given: parameters, counted }: PagePlan,
): Promise<{ total: number; sampled: boolean }> {
  const { given, bind, sampled } = await chosenOf(graph, searchedIn, { ...parameters, ...counted });
  const read = 'count' in total ? total.count : total.read;
  const [row] = (await read.rows(graph, bind, { given })) as [{ total: number }];
  return { total: row.total, sampled };
}
