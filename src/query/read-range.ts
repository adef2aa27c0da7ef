import type { Graph, Row } from '../db/client.ts';
import { cypher } from '../db/cypher.ts';
import { batchedRead } from './batched-read.ts';
import type { KeyRange, Plan, Query } from './define.ts';

/** Rows of one part of a list, and the key up to which the list was read where that is not its end. */
interface Part {
  rows: Row[];
  reach: string | null;
}

/**
 * Reads rows of one part of a list, at most so many. Where the filters of a plan are checked on the way, no more than a
 * bounded number of candidates are looked at, and the rows are those up to where that look went.
 */
export async function readRange(
  graph: Graph,
  query: Query,
  plan: Plan,
  { low, high, flags = plan.flags }: KeyRange,
  limit: number,
): Promise<Part> {
  const bind = { ...plan.bind, low, high };
  const found = await batchedRead(graph, cypher(`read/${query.cypher}`, flags), { ...bind, limit });
  const rows = query.stored ? query.stored.rows(found) : found;
  if (!plan.reach || rows.length === limit) return { rows, reach: null };
  const reached = reachOf(await batchedRead(graph, cypher(`read/${plan.reach}`, flags), bind), plan);
  if (reached === null) return { rows, reach: null };
  const isBefore = ({ key }: Row) => (plan.descending ? String(key) >= reached : String(key) <= reached);
  return { rows: rows.filter(isBefore), reach: reached };
}

/** Of several looks that each go some way, the one that ends first; null where all went to the end. */
function reachOf(looks: Row[], { bind, descending }: Plan): string | null {
  const ends = looks
    .filter(({ looked }) => looked === bind.scan)
    .map(({ reach }) => String(reach))
    .sort();
  return ends.at(descending ? -1 : 0) ?? null;
}
