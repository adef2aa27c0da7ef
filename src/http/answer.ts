import { Problem } from '../errors.ts';
import { cypher } from '../graph/cypher.ts';
import { type Graph, type Row, read } from '../graph/graph.ts';
import { decodeCursor, encodeCursor, rangesAfter } from './cursor.ts';
import type { KeyRange, Plan, Query } from './query.ts';
import { resolveReferences } from './references.ts';

export interface Page {
  items: Row[];
  next: string | null;
}

/** Above every key: ids and sort keys are ASCII. */
const EVERYTHING: KeyRange[] = [{ low: '', high: '\uffff' }];

/**
 * Answers one page of a list.
 * @throws Problem where a name or the cursor is not valid.
 */
export async function answerList(graph: Graph, query: Query, params: Record<string, unknown>): Promise<Page> {
  const { limit, cursor, ...filters } = (await resolveReferences(graph, query, params)) as {
    limit: number;
    cursor?: string;
  };
  const plan = query.plan(filters);
  const identity = `${query.operationId} ${JSON.stringify(Object.entries(filters).sort())}`;
  const all = plan.ranges ?? EVERYTHING;
  const ranges =
    cursor === undefined ? all : rangesAfter(all, decodeCursor(identity, cursor), plan.descending ?? false);
  const rows = await readRanges(graph, query, plan, ranges, limit + 1);
  const items = rows.slice(0, limit).map(({ key: _key, ...item }) => item);
  const last = rows.length > limit ? String(rows[limit - 1]!.key) : null;
  return { items, next: last === null ? null : encodeCursor(identity, last) };
}

async function readRanges(graph: Graph, query: Query, plan: Plan, ranges: KeyRange[], limit: number) {
  const text = cypher(`read/${query.cypher}`, plan.flags);
  const rows: Row[] = [];
  for (const range of ranges) {
    if (rows.length >= limit) break;
    rows.push(...(await read(graph, text, { ...plan.bind, ...range, limit: limit - rows.length })));
  }
  return rows;
}

/**
 * Answers the one thing that a query asks for.
 * @throws Problem `not-found`, or where a name is not valid.
 */
export async function answerOne(graph: Graph, query: Query, params: Record<string, unknown>): Promise<Row> {
  const plan = query.plan(await resolveReferences(graph, query, params));
  const [row] = await read(graph, cypher(`read/${query.cypher}`, plan.flags), plan.bind);
  if (!row) throw new Problem('not-found', `Nothing has the id ${JSON.stringify(params.id)}.`);
  const { key: _key, ...item } = row;
  return item;
}
