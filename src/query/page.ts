import type { Graph, Row } from '../db/client.ts';
import { cypher } from '../db/cypher.ts';
import { Problem } from '../errors.ts';
import { batchedRead } from './batched-read.ts';
import { decodeCursor, encodeCursor, rangesAfter } from './cursor.ts';
import { refuseReversedDays } from './day-order.ts';
import type { KeyRange, Plan, Query } from './define.ts';
import { readRange } from './read-range.ts';
import { resolveReferences } from './resolve-entities.ts';

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

/** Hits of a full-text search that are looked at, as the Cypher says. */
export const HITS = 10_000;

/** Above every key: ids and sort keys are ASCII. */
const EVERYTHING: KeyRange[] = [{ low: '', high: '\uffff' }];

export interface Answered {
  body: Row;
  /** Whether a bound left something out, other than what the next page holds. */
  isTruncated: boolean;
}

/**
 * Answers a query with what its JSON holds.
 * @throws Problem where a name or the cursor is not valid, or the one thing asked for is not there.
 */
export async function answer(graph: Graph, query: Query, params: Row): Promise<Answered> {
  refuseReversedDays(params);
  const resolved = await resolveReferences(graph, query, params);
  if (query.answer) return saidToBeCut(await query.answer(graph, resolved));
  if (!query.list) return { body: await answerOne(graph, query, resolved), isTruncated: false };
  const { rows, item, rest, isTruncated } = await readPage(graph, query, resolved);
  return { body: { items: rows.map(item), ...rest }, isTruncated };
}

const saidToBeCut = (body: Row): Answered => ({
  body,
  isTruncated: body.truncated === true || body.sampled === true,
});

/**
 * The same as JSON text; where the database keeps the text of each item, these are put together as they are.
 * @param arrange puts the fields into the order of the schema.
 */
export async function answerText(graph: Graph, query: Query, params: Row, arrange: (value: Row) => Row) {
  if (!query.stored) {
    const { body, isTruncated } = await answer(graph, query, params);
    const arranged = arrange(query.flat ? (body.items as never) : body);
    return { text: JSON.stringify(arranged), next: arranged.next as string | null, isTruncated };
  }
  refuseReversedDays(params);
  const { rows, rest, isTruncated } = await readPage(
    graph,
    query,
    await resolveReferences(graph, query, params),
  );
  const items = `"items":[${rows.map(({ json }) => json).join(',')}]`;
  const after = JSON.stringify(arrange(rest)).slice(1);
  return { text: `{${items},${after}`, next: rest.next as string | null, isTruncated };
}

/** One page as it was read, how a row becomes an item, and what the answer holds beside its items. */
async function readPage(graph: Graph, query: Query, params: Row) {
  const { limit = DEFAULT_LIMIT } = params as Paging;
  const list = openList(graph, query, params);
  const [{ rows, end }, beside] = await Promise.all([list.read(limit), query.beside?.read(graph, params)]);
  const next = end === null ? null : list.cursorAfter(end);
  const rest: Row = query.unpaged ? { truncated: end !== null, ...beside } : { next, ...beside };
  const isTruncated = end === null ? await list.hasMoreHits() : query.unpaged === true;
  return { rows, item: list.item, rest, isTruncated };
}

async function answerOne(graph: Graph, query: Query, params: Row): Promise<Row> {
  const plan = query.plan(params);
  const [row] = await batchedRead(graph, cypher(`read/${query.cypher}`, plan.flags), plan.bind);
  if (!row) throw new Problem('not-found', `Nothing has the id ${JSON.stringify(params.id)}.`);
  return withoutKey(row);
}

export interface Streamed {
  pages: AsyncIterable<Row[]>;
  /** Whether a bound leaves something out. */
  isTruncated: boolean;
}

/**
 * The items of a list to the end of the match, or to the limit if one is given, a page at a time: never more than one
 * page is held. The first page is read at once, so that a problem shows before anything is sent.
 */
export async function answerStream(graph: Graph, query: Query, params: Row): Promise<Streamed> {
  refuseReversedDays(params);
  const resolved = await resolveReferences(graph, query, params);
  if (query.answer) {
    const { body, isTruncated } = saidToBeCut(await query.answer(graph, resolved));
    return { pages: onePage(body.items as Row[]), isTruncated };
  }
  const { limit = Number.POSITIVE_INFINITY } = resolved as Paging;
  const list = openList(graph, query, resolved);
  if (query.unpaged) {
    const { rows, end } = await list.read(Math.min(limit, MOST_UNPAGED));
    return { pages: onePage(rows.map(list.item)), isTruncated: end !== null };
  }
  let [{ rows, end }, isTruncated] = await Promise.all([
    list.read(Math.min(limit, STREAMED_PAGE)),
    list.hasMoreHits(),
  ]);
  const pages = (async function* () {
    let sent = 0;
    for (;;) {
      yield rows.map(list.item);
      sent += rows.length;
      if (end === null || sent >= limit) return;
      ({ rows, end } = await list.read(Math.min(limit - sent, STREAMED_PAGE)));
    }
  })();
  return { pages, isTruncated };
}

async function* onePage(items: Row[]) {
  yield items;
}

/** A list that is read a page at a time, each after the last key of the one before. */
function openList(graph: Graph, query: Query, params: Row) {
  const { limit: _limit, cursor, format: _format, ...filters } = params as Row & Paging;
  const item = itemOf(query, filters);
  const identity = `${query.operationId} ${JSON.stringify(Object.entries(filters).sort())}`;
  const cursorAfter = (key: string) => encodeCursor(identity, key);
  if (query.rows) {
    const all = query.rows(filters);
    const read = async (limit: number) => ({
      rows: all.slice(0, limit),
      end: all.length > limit ? '' : null,
    });
    return { read, item, cursorAfter, hasMoreHits: async () => false };
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
        const part = await readRange(graph, query, plan, range, limit + 1 - found.length);
        found.push(...part.rows);
        reach = part.reach;
      }
      const rows = found.slice(0, limit);
      const end = found.length > limit ? String(rows.at(-1)!.key) : reach;
      if (end !== null && !query.unpaged) ranges = after(plan, ranges, end);
      return { rows: query.stored ? await query.stored.complete(graph, rows) : rows, end };
    },
    item,
    cursorAfter,
    /** Whether a search may have more hits than are looked at, so that its last page is not the end. */
    async hasMoreHits(): Promise<boolean> {
      if (query.searchedIn === undefined || plan.bind.q === undefined) return false;
      const search = { index: query.searchedIn, q: plan.bind.q };
      const [found] = await batchedRead(graph, cypher('read/hits'), search);
      return Number(found!.hits) >= HITS;
    },
  };
}

function itemOf({ complete, stored }: Query, filters: Row): (row: Row) => Row {
  if (stored) return ({ json }) => JSON.parse(String(json));
  return complete ? (row) => complete(withoutKey(row), filters) : withoutKey;
}

const after = (plan: Plan, ranges: KeyRange[], key: string) =>
  rangesAfter(ranges, key, plan.descending ?? false);

const withoutKey = ({ key: _key, ...item }: Row): Row => item;
