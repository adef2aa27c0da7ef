import { Problem } from '../errors.ts';
import { cypher } from '../graph/cypher.ts';
import { type Graph, type Row, read } from '../graph/graph.ts';
import { decodeCursor, encodeCursor, rangesAfter } from './cursor.ts';
import { refuseReversedDays } from './day-order.ts';
import type { KeyRange, Plan, Query } from './query.ts';
import { readRange } from './read-range.ts';
import { resolveReferences } from './references.ts';

/** What every list takes beside its filters. */
interface Paging {
  limit?: number;
  cursor?: string;
  format?: string;
}

const DEFAULT_LIMIT = 50;
const STREAMED_PAGE = 500;
/** Rows of a list that has no pages: it is counted as a whole, so it is held as a whole. */
const MOST_UNPAGED = 10_000;

/** Above every key: ids and sort keys are ASCII. */
const EVERYTHING: KeyRange[] = [{ low: '', high: '\uffff' }];

/**
 * Answers a query with JSON.
 * @throws Problem where a name or the cursor is not valid, or the one thing asked for is not there.
 */
export async function answer(graph: Graph, query: Query, params: Row): Promise<Row> {
  refuseReversedDays(params);
  const resolved = await resolveReferences(graph, query, params);
  if (query.answer) return query.answer(graph, resolved);
  if (!query.list) return answerOne(graph, query, resolved);
  const { limit = DEFAULT_LIMIT } = resolved as Paging;
  const list = openList(graph, query, resolved);
  const [{ rows, end }, beside] = await Promise.all([list.read(limit), query.beside?.read(graph, resolved)]);
  const items = rows.map(list.item);
  return query.unpaged
    ? { items, truncated: end !== null, ...beside }
    : { items, next: end === null ? null : list.cursorAfter(end), ...beside };
}

async function answerOne(graph: Graph, query: Query, params: Row): Promise<Row> {
  const plan = query.plan(params);
  const [row] = await read(graph, cypher(`read/${query.cypher}`, plan.flags), plan.bind);
  if (!row) throw new Problem('not-found', `Nothing has the id ${JSON.stringify(params.id)}.`);
  return withoutKey(row);
}

export interface Streamed {
  pages: AsyncIterable<Row[]>;
  /** Whether a list without pages has more than is let through. */
  truncated: boolean;
}

/**
 * The items of a list to the end of the match, or to the limit if one is given, a page at a time: never more than one
 * page is held. The first page is read at once, so that a problem shows before anything is sent.
 */
export async function answerStream(graph: Graph, query: Query, params: Row): Promise<Streamed> {
  refuseReversedDays(params);
  const resolved = await resolveReferences(graph, query, params);
  if (query.answer) {
    const { items, truncated } = (await query.answer(graph, resolved)) as {
      items: Row[];
      truncated?: boolean;
    };
    return { pages: onePage(items), truncated: truncated ?? false };
  }
  const { limit = Number.POSITIVE_INFINITY } = resolved as Paging;
  const list = openList(graph, query, resolved);
  if (query.unpaged) {
    const { rows, end } = await list.read(Math.min(limit, MOST_UNPAGED));
    return { pages: onePage(rows.map(list.item)), truncated: end !== null };
  }
  let { rows, end } = await list.read(Math.min(limit, STREAMED_PAGE));
  const pages = (async function* () {
    let sent = 0;
    for (;;) {
      yield rows.map(list.item);
      sent += rows.length;
      if (end === null || sent >= limit) return;
      ({ rows, end } = await list.read(Math.min(limit - sent, STREAMED_PAGE)));
    }
  })();
  return { pages, truncated: false };
}

async function* onePage(items: Row[]) {
  yield items;
}

/** A list that is read a page at a time, each after the last key of the one before. */
function openList(graph: Graph, query: Query, params: Row) {
  const { limit: _limit, cursor, format: _format, ...filters } = params as Row & Paging;
  const item = query.complete ? (row: Row) => query.complete!(withoutKey(row), filters) : withoutKey;
  const identity = `${query.operationId} ${JSON.stringify(Object.entries(filters).sort())}`;
  const cursorAfter = (key: string) => encodeCursor(identity, key);
  if (query.rows) {
    const all = query.rows(filters);
    const read = async (limit: number) => ({
      rows: all.slice(0, limit),
      end: all.length > limit ? '' : null,
    });
    return { read, item, cursorAfter };
  }
  const plan = query.plan(filters);
  let ranges = plan.ranges ?? EVERYTHING;
  if (cursor !== undefined) ranges = after(plan, ranges, decodeCursor(identity, cursor));
  return {
    /** A page, and the key after which the next one goes on; null where the list ends. */
    async read(limit: number): Promise<{ rows: Row[]; end: string | null }> {
      const found: Row[] = [];
      let reach: string | null = null;
      for (const range of ranges) {
        if (found.length > limit || reach !== null) break;
        const part = await readRange(graph, `read/${query.cypher}`, plan, range, limit + 1 - found.length);
        found.push(...part.rows);
        reach = part.reach;
      }
      const rows = found.slice(0, limit);
      const end = found.length > limit ? String(rows.at(-1)!.key) : reach;
      if (end !== null && !query.unpaged) ranges = after(plan, ranges, end);
      return { rows, end };
    },
    item,
    cursorAfter,
  };
}

const after = (plan: Plan, ranges: KeyRange[], key: string) =>
  rangesAfter(ranges, key, plan.descending ?? false);

const withoutKey = ({ key: _key, ...item }: Row): Row => item;
