import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type BatchedRead, batchedRead } from '../db/batch.ts';
import { defineRead, draftsOf, type Graph, type Parameters, parsed, reviewedOf } from '../db/client.ts';
import { cypherFile } from '../db/cypher.ts';
import type { SeekOptions } from '../db/seek.ts';
import { Problem } from '../errors.ts';
import { MAX_HITS } from '../limits.ts';
import { compareText } from '../model/compare-text.ts';
import { inOrderOf } from '../model/field-order.ts';
import { type IntervalClass, intervalsReaching } from '../model/interval-class.ts';
import type { Row } from '../model/row.ts';
import { totalOf } from './chosen.ts';
import {
  type KeyRange,
  type ListPart,
  type PagePlan,
  type PageQuery,
  present,
  type Runner,
  responseSchema,
} from './define.ts';
import {
  columnsOf,
  entitiesAmong,
  graphsOf,
  isOfDrafts,
  marked,
  markedText,
  refuseCountsOfDrafts,
} from './drafts.ts';
import { type Page, readMerged } from './merged-pages.ts';
import { refuseReversedDays, type Undated } from './parameters.ts';
import { referenceResolver } from './resolve-references.ts';

/** What every list takes beside its filters. */
interface Paging {
  review?: 'reviewed' | 'draft' | 'any';
  limit?: number;
  cursor?: string;
  format?: string;
  total?: boolean;
}

const DEFAULT_LIMIT = 50;
const STREAMED_PAGE = 500;

export const hits = defineRead({
  name: 'how many hits a full-text search has, of those that are counted',
  parameters: ['index', 'q'],
  row: z.object({ hits: z.int() }),
  text: cypherFile('read/hits'),
});

/** What runs a list that an index gives page by page. */
export function pageRunner(query: PageQuery): Runner {
  const arrange = inOrderOf(responseSchema(query)) as (value: Row) => Row;
  const schema = query.row.extend({ key: z.string() });
  const resolveReferences = referenceResolver(query);

  /** A list under its filters; it is read a page at a time, each after the key of the one before. */
  async function open(graph: Graph, params: Row) {
    refuseReversedDays(params);
    refuseCountsOfDrafts(params);
    const withDrafts = isOfDrafts(params.review);
    const resolved = await resolveReferences(withDrafts ? draftsOf(graph) : graph, params);
    const { limit, cursor, review, format: _format, total: _total, ...filters } = resolved as Row & Paging;
    const plan = query.plan(filters);
    const graphs = await graphsOf(graph, review);
    // What is counted beside a list does not say where in it a page begins.
    // What was changed grows with each commit; the next page goes on with what is changed by then.
    const selecting = Object.entries({
      ...filters,
      ...('changedSince' in filters && { changedSince: params.changedSince }),
      ...(withDrafts && { review }),
    }).filter(([name]) => name !== query.meta?.askedBy);
    const identity = `${query.operationId} ${JSON.stringify(selecting.sort())}`;
    return {
      limit,
      filters,
      after: cursor === undefined ? undefined : decodeCursor(identity, cursor),
      cursorAfter: (key: string) => encodeCursor(identity, key),
      total: () => totalOf(graph, query, plan),
      async read(bounds: { after?: string; limit: number }): Promise<Page> {
        if (!withDrafts) return readOf(graph, plan, bounds);
        const lists = graphs.map((one) => (some: typeof bounds) => readOf(one, plan, some));
        return readMerged(lists, orderOf(plan), bounds);
      },
      /** Whether a search may have more hits than are counted, so that its last page is not the end. */
      async hasMoreHits(): Promise<boolean> {
        if (query.searchedIn === undefined || plan.given.q === undefined) return false;
        const search = { index: query.searchedIn, q: plan.given.q };
        const rows = await batchedRead(graph, hits.text(undefined), search, columnsOf(hits.row));
        const [found] = parsed(graph, hits.row, rows);
        return found!.hits >= MAX_HITS;
      },
    };
  }

  /** A page of what was reviewed, or of what drafts say, which is marked. */
  async function readOf(
    graph: Graph,
    plan: PagePlan,
    bounds: { after?: string; limit: number },
  ): Promise<Page> {
    const page = await readPage(graph, query, plan, bounds);
    const rows = query.storedJson
      ? await withStoredJson(graph, query.storedJson, page.rows)
      : (parsed(graph, schema, page.rows) as Row[]);
    if (!graph.ofDrafts) return { ...page, rows };
    const own = query.drafts === 'new' ? await withoutReviewed(graph, rows) : rows;
    return { ...page, rows: own.map(query.storedJson ? markedJson : marked) };
  }

  async function readFirst(graph: Graph, params: Row) {
    const list = await open(graph, params);
    const { limit = DEFAULT_LIMIT, after } = list;
    const { askedBy, read: readMeta } = query.meta ?? {};
    const hasMeta = readMeta && (askedBy === undefined || params[askedBy] !== undefined);
    const [{ rows, end }, total, meta] = await Promise.all([
      list.read({ after, limit }),
      params.total === true ? list.total() : undefined,
      hasMeta ? readMeta(graph, list.filters) : undefined,
    ]);
    const next = end === null ? null : list.cursorAfter(end);
    const isTruncated = total?.sampled || (end === null && (await list.hasMoreHits()));
    return { rows, next, meta: { ...total, ...meta }, isTruncated };
  }

  const itemOf = query.storedJson
    ? ({ json }: Row): Row => JSON.parse(String(json))
    : (query.item ?? ((row: Row) => row));

  return {
    async respond(graph, params) {
      const { rows, next, meta, isTruncated } = await readFirst(graph, params);
      return { body: { items: rows.map(itemOf), next, ...meta }, isTruncated };
    },
    async respondJson(graph, params) {
      const { rows, next, meta, isTruncated } = await readFirst(graph, params);
      if (!query.storedJson) {
        return {
          text: JSON.stringify(arrange({ items: rows.map(itemOf), next, ...meta })),
          next,
          isTruncated,
        };
      }
      // The stored texts are put together as they are.
      const items = `"items":[${rows.map(({ json }) => json).join(',')}]`;
      const rest = JSON.stringify(arrange({ next, ...meta }));
      return { text: `{${items},${rest.slice(1)}`, next, isTruncated };
    },
    async readParts(graph, params) {
      const list = await open(graph, params);
      const { limit = Number.POSITIVE_INFINITY } = list;
      const truncated = list.hasMoreHits();
      const partAfter = async (after: string | undefined, sent: number): Promise<ListPart> => {
        const most = Math.min(limit - sent, STREAMED_PAGE);
        const [{ rows, end }, isTruncated] = await Promise.all([
          list.read({ after, limit: most }),
          truncated,
        ]);
        const total = sent + rows.length;
        const isLast = end === null || total >= limit;
        return { items: rows.map(itemOf), next: isLast ? null : () => partAfter(end, total), isTruncated };
      };
      return partAfter(list.after, 0);
    },
  };
}

const markedJson = (row: Row): Row => ({ ...row, json: markedText(String(row.json)) });

/** What drafts alone know; of the others they have copies. */
async function withoutReviewed(graph: Graph, rows: Row[]): Promise<Row[]> {
  const found = await entitiesAmong.rows(reviewedOf(graph), { ids: rows.map(({ id }) => id) });
  const known = new Set<unknown>(found.map(({ id }) => id));
  return rows.filter(({ id }) => !known.has(id));
}

/** Puts in the JSON of those rows that have none, because what it shows was changed and it is not made anew yet. */
async function withStoredJson(
  graph: Graph,
  storedJson: NonNullable<PageQuery['storedJson']>,
  rows: Row[],
): Promise<Row[]> {
  const missing = rows.filter(({ json }) => json === '').map(({ id }) => String(id));
  if (missing.length === 0) return rows;
  const made = await storedJson(graph, missing);
  return rows
    .map((row) => ({ ...row, json: row.json || made.get(String(row.id)) }))
    .filter(({ json }) => json !== undefined);
}

/** Above every key: ids and sort keys are ASCII. */
const EVERYTHING: KeyRange[] = [{ low: '', high: '\uffff' }];

/**
 * Reads a page of a list: the parts of the list one after the other, until the page is full or a scan ends.
 * @param after the key that the page before ended with.
 * @param limit how many rows it holds at most.
 */
async function readPage(
  graph: Graph,
  query: PageQuery,
  plan: PagePlan,
  { after, limit }: { after?: string; limit: number },
): Promise<Page> {
  const { ranges = EVERYTHING, descending = false } = plan;
  const left = after === undefined ? ranges : rangesAfter(ranges, after, descending);
  const isApart = query.pages.found !== undefined && ranges.some(({ multiDay }) => multiDay);
  const found: Row[] = [];
  let scanEnd: string | null = null;
  const following = () => left.flatMap((range) => readsOfPart(partOf(query, plan, range, isApart)));
  for (const range of left) {
    if (found.length > limit || scanEnd !== null) break;
    const part = partOf(query, plan, range, isApart);
    const read = await readPart(graph, query, part, limit + 1 - found.length, following);
    found.push(...read.rows);
    scanEnd = read.end;
  }
  const page = found.slice(0, limit);
  const rows = isApart ? await readByIds(graph, query, page.map(idOf)) : page;
  return { rows, end: found.length > limit ? String(rows.at(-1)!.key) : scanEnd };
}

/** How a part of a list is read: its page, without the limit, and how far that is scanned. */
interface Part {
  parameters: Parameters;
  low: string;
  high: string;
  descending: boolean;
  /** Nodes that each seek scans at most. */
  scan: number;
  /** Whether it gives ids and keys alone. */
  isApart: boolean;
  page: BatchedRead;
  /** Absent where a page ends at its limit alone. */
  scanEnd?: BatchedRead;
}

function partOf(
  query: PageQuery,
  { given, descending = false }: PagePlan,
  { low, high, multiDay, bind }: KeyRange,
  isApart: boolean,
): Part {
  const { pages } = query;
  const parameters: Parameters = { ...given, ...bind };
  const names = Object.keys(parameters).filter((name) => parameters[name] !== undefined);
  const options: SeekOptions = { given: names.sort(), descending, multiDay: multiDay ?? false };
  const scan = pages.scan(options, parameters);
  const bounds = { ...parameters, low, high, scan, limit: 1 };
  return {
    ...{ parameters, low, high, descending, scan, isApart },
    page: isApart
      ? { text: pages.found!(options), parameters: bounds, columns: FOUND_COLUMNS }
      : { text: pages.page(options), parameters: bounds, columns: pageColumns(query) },
    ...(pages.isScanned(options) && {
      scanEnd: { text: pages.scanEnd(options), parameters: bounds, columns: SCAN_COLUMNS },
    }),
  };
}

const readsOfPart = ({ page, scanEnd }: Part): BatchedRead[] => (scanEnd ? [page, scanEnd] : [page]);

/** Rows of one part of a list, and the key up to which it was scanned where that is not its end. */
async function readPart(
  graph: Graph,
  query: PageQuery,
  part: Part,
  limit: number,
  following: () => readonly BatchedRead[],
): Promise<Page> {
  const { page, scanEnd, scan, descending, isApart } = part;
  const read = ({ text, parameters, columns }: BatchedRead) =>
    batchedRead(graph, text, { ...parameters, limit }, columns, following);
  const rows = rowsOf(await read(page));
  if (rows.length === limit || !scanEnd) return { rows, end: null };
  const end = firstScanEnd(await read(scanEnd), scan, descending);
  if (end === null) return { rows, end };
  const counted = await countedIds(graph, query, part, limit);
  if (counted) {
    return { rows: isApart ? counted : await readByIds(graph, query, counted.map(idOf)), end: null };
  }
  const isBefore = ({ key }: Row) => (descending ? String(key) >= end : String(key) <= end);
  return { rows: rows.filter(isBefore), end };
}

/** The ids of what matches in a part of a list, where the index of counts has its order and is not being built. */
async function countedIds(
  graph: Graph,
  { ids }: PageQuery,
  { parameters, low, high, descending }: Part,
  limit: number,
): Promise<Row[] | undefined> {
  if (!ids || !graph.counts || graph.counts.progress !== undefined) return undefined;
  // The first day of a list of events is `from`.
  const filters = { saidFrom: parameters.from, ...parameters };
  try {
    return (await ids.rows(
      graph,
      { ...filters, low, high, limit },
      { given: present(filters).sort(), descending },
    )) as Row[];
  } catch (error) {
    if (error instanceof Problem && error.code === 'starting') return undefined;
    throw error;
  }
}

/** Rows by their ids, in the order of these. */
async function readByIds(graph: Graph, query: PageQuery, ids: string[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  const rows = rowsOf(await batchedRead(graph, query.pages.byIds!, { ids }, pageColumns(query)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
}

const idOf = ({ id }: Row): string => String(id);

/** What the text returns that tells how far a scan goes. */
export const SCAN_COLUMNS = ['scanEnd', 'scanned'];

/** What the text of a page returns. */
export const pageColumns = ({ storedJson, row }: Pick<PageQuery, 'storedJson' | 'row'>): string[] =>
  storedJson ? ['ids', 'texts', 'keys'] : [...columnsOf(row), 'key'];

/** What a text returns that finds the items of a page and gives no more of them. */
export const FOUND_COLUMNS = ['ids', 'keys'];

/** A page may be one row of lists, since rows cost more than what they hold: of ids, stored texts and keys. */
function rowsOf(read: Row[]): Row[] {
  const [page] = read;
  if (!page || !Array.isArray(page.keys)) return read;
  const { ids, texts = [], keys } = page as { ids: string[]; texts?: string[]; keys: string[] };
  return keys.map((key, place) => ({ id: ids[place], json: texts[place], key }));
}

/** Of several scans, the end of the one that ends first; null where all went to the end. */
function firstScanEnd(scans: Row[], scan: number, descending: boolean): string | null {
  const ends = scans.filter(({ scanned }) => scanned === scan).map(({ scanEnd }) => String(scanEnd));
  return ends.sort().at(descending ? -1 : 0) ?? null;
}

/** The order of a list: its parts one after the other, and the keys of each. */
function orderOf({ ranges = EVERYTHING, descending = false }: PagePlan) {
  const part = (key: string) => ranges.findIndex(({ low, high }) => low < key && key < high);
  return (one: string, other: string) =>
    part(one) - part(other) || (descending ? compareText(other, one) : compareText(one, other));
}

/** What is left of the ranges after a key. */
export function rangesAfter(ranges: KeyRange[], key: string, descending: boolean): KeyRange[] {
  const at = ranges.findIndex(({ low, high }) => low < key && key < high);
  if (at < 0) return [];
  const range = ranges[at]!;
  const rest = descending ? { ...range, high: key } : { ...range, low: key };
  return [rest, ...ranges.slice(at + 1)];
}

const CHECKSUM_LENGTH = 12;

/** An opaque cursor that continues after a key, and only in the query that it was made for. */
export const encodeCursor = (query: string, key: string) =>
  Buffer.from(checksum(query, key) + key, 'utf8').toString('base64url');

/** @throws Problem `invalid-cursor` where the cursor is damaged or belongs to another query. */
export function decodeCursor(query: string, cursor: string): string {
  const plain = Buffer.from(cursor, 'base64url').toString('utf8');
  const key = plain.slice(CHECKSUM_LENGTH);
  const isWhole =
    plain.slice(0, CHECKSUM_LENGTH) === checksum(query, key) && encodeCursor(query, key) === cursor;
  if (key !== '' && isWhole) return key;
  const detail = 'The cursor is damaged, or belongs to a query with other parameters.';
  throw new Problem('invalid-cursor', detail, [
    { parameter: 'cursor', detail, expected: '`next` of the page before, with the same parameters' },
  ]);
}

const checksum = (query: string, key: string) =>
  createHash('sha256').update(`${query}\n${key}`).digest('base64url').slice(0, CHECKSUM_LENGTH);

const UNDATED: KeyRange = { low: '0000-00-00', high: '0000-00-01' };
const FIRST_DAY = '0001';
const AFTER_ALL = '9999~';

interface Days {
  from?: string;
  to?: string;
  undated?: Undated;
}

/**
 * The ranges of a sort key (`day_id`, or `0000-00-00_id` without a date) that hold what may be of some days, in the
 * order of a list; what has no date comes last.
 * @param parameter the parameter that holds `from` for what began before it.
 */
export function dateRanges(
  { from, to, undated, descending = true }: Days & { descending?: boolean },
  parameter = 'from',
): KeyRange[] {
  const high = to === undefined ? AFTER_ALL : `${to}~`;
  const dated: KeyRange[] =
    from === undefined
      ? [{ low: FIRST_DAY, high }]
      : [
          { low: FIRST_DAY, high: from, multiDay: true, bind: reaching(from, parameter) },
          { low: from, high },
        ];
  if (descending) dated.reverse();
  const kept = keptWithoutDate({ from, to, undated });
  if (kept === 'only') return [UNDATED];
  return kept === 'exclude' ? dated : [...dated, UNDATED];
}

const reaching = (
  day: string,
  parameter: string,
): { intervals: IntervalClass[]; [day: string]: unknown } => ({
  [parameter]: day,
  intervals: intervalsReaching(day),
});

/** The same days as parameters of a count. */
export function dayParameters({ from, to, undated }: Days): Parameters {
  const kept = keptWithoutDate({ from, to, undated });
  if (kept === 'only') return { undated: true };
  return { saidFrom: from, saidTo: to, dated: kept === 'exclude' ? true : undefined };
}

/** Whether what has no date stays in. */
export const keptWithoutDate = ({ from, to, undated }: Days): Undated =>
  undated ?? (from === undefined && to === undefined ? 'include' : 'exclude');
