import { z } from 'zod';
import type { Count } from '../columns/count.ts';
import type { Graph, Parameters, Read } from '../db/client.ts';
import type { PagesRead } from '../db/seek.ts';
import type { AtomEntry } from '../formats/atom.ts';
import type { TablePaths } from '../formats/csv-tables.ts';
import { type Format, formatParameter } from '../formats/media-types.ts';
import { MAX_HITS } from '../limits.ts';
import { count } from '../model/numbers.ts';
import type { Row } from '../model/row.ts';
import type { NameOf, Thing } from '../model/thing.ts';
import { flag, reviewParameter } from './parameters.ts';

export interface Example {
  /** The question, as a person would ask it. */
  summary: string;
  /** Its parameters, path parameters included; a list where one is repeated. */
  request: Record<string, string | string[]>;
}

/** What a request tells beside its parameters. */
export interface RequestContext {
  /** Scheme and host that it came to. */
  origin: string;
}

/** Any read, whatever its rows and its options. */
// biome-ignore lint/suspicious/noExplicitAny: reads of every kind stand in one list
export type AnyRead = Read<z.ZodType, any>;

/** Any count, whatever its rows and its options. */
// biome-ignore lint/suspicious/noExplicitAny: counts of every kind stand in one list
export type AnyCount = Count<z.ZodType, any>;

/** What every query has: validation, its route, the OpenAPI operation and its examples come from here. */
interface QueryBase {
  operationId: string;
  tag: string;
  path: `/${string}`;
  summary: string;
  description: string;
  /** Parameters in the path, as `{name}`. */
  pathParams?: z.ZodObject;
  params: z.ZodObject;
  /** The one thing that is answered, or an item of a list. */
  row: z.ZodObject;
  /** An item as JSON-LD, without its context. */
  // biome-ignore lint/suspicious/noExplicitAny: the item is that of the row schema, see defineQuery
  jsonld?: (item: any) => Row;
  /** An item of a list as an entry of its feed. */
  // biome-ignore lint/suspicious/noExplicitAny: the item is that of the row schema, see defineQuery
  atom?: (item: any, nameOf: NameOf) => AtomEntry;
  /** What an item names by ids alone, and its entry by names. */
  // biome-ignore lint/suspicious/noExplicitAny: the item is that of the row schema, see defineQuery
  things?: (item: any) => readonly Thing[];
  /** Parameters that a feed asks for by itself, where its URL does not. */
  feedAsks?: Row;
  /** Of a list without a feed: why it has none, and which feed is followed in its place. */
  noFeed?: string;
  /** The tables of a list in CSV that have one value a cell, by what a row of them is. */
  tables?: TablePaths;
  /** The short table of a list in CSV that people read. */
  // biome-ignore lint/suspicious/noExplicitAny: the item is that of the row schema, see defineQuery
  people?: ReadableTable<any>;
  /**
   * Whether it can be asked for what drafts say, too; `new` of a list whose items drafts have copies of, and which gives those of
   * drafts that were not reviewed under the same id.
   */
  drafts?: true | 'new';
  examples: Example[];
}

/** A table that people read: the names of its columns, and the row of an item. */
interface ReadableTable<Item> {
  columns: string[];
  row: (item: Item, context: RequestContext) => (string | null)[];
}

/** Keys strictly between two bounds. */
export interface KeyRange {
  low: string;
  high: string;
  /** Whether only what began before `high` and may reach a later day belongs to it. */
  multiDay?: true;
  /** Parameters that this part has beside those of the plan. */
  bind?: Parameters;
}

/** How a request becomes pages. */
export interface PagePlan {
  /** Values by parameter; one that is undefined is not given. */
  given: Parameters;
  /** Parts of the list in the order of the list; by default everything. */
  ranges?: KeyRange[];
  /** Whether keys fall from item to item; by default they rise. */
  descending?: boolean;
  /** What the ranges are, as parameters of a count. */
  counted?: Parameters;
}

/** What a list has beside its items, in JSON. */
interface Meta<P> {
  shape: z.core.$ZodLooseShape;
  /** The parameter that asks for it; without one it is always there. */
  askedBy?: string;
  /** Absent where the query itself has it. */
  read?: (graph: Graph, params: P) => Promise<Row>;
  reads?: readonly AnyRead[];
  counts?: readonly AnyCount[];
}

/** One thing, by its id: one read of one row. */
// biome-ignore lint/suspicious/noExplicitAny: parameters are those of the schemas of each query
export interface OneQuery<P = any> extends QueryBase {
  kind: 'one';
  read: Read<z.ZodType<Row>>;
  bind: (params: P) => Parameters;
}

/** A list that an index gives in the order of a key, page by page. */
// biome-ignore lint/suspicious/noExplicitAny: parameters are those of the schemas of each query
export interface PageQuery<P = any> extends QueryBase {
  kind: 'page';
  pages: PagesRead;
  plan: (params: P) => PagePlan;
  /** The full-text index that `q` is looked up in. */
  searchedIn?: string;
  /** What counts all that matches: the index of counts, or the graph where that does not hold the list. */
  total: { count: AnyCount } | { read: AnyRead };
  /**
   * What finds in the index of counts which items a page has, where a scan of the graph ends before it is full; absent where that
   * does not know the order of the list.
   */
  ids?: AnyCount;
  /** Of a list whose pages hold the stored JSON of its items: that of items which have none at the moment. */
  storedJson?: (graph: Graph, ids: string[]) => Promise<Map<string, string>>;
  /** An item out of a row, where the database cannot work it out. */
  // biome-ignore lint/suspicious/noExplicitAny: the row is that of the row schema, see defineQuery
  item?: (row: any) => Row;
  meta?: Meta<P>;
}

/** A list that one read gives as a whole, up to a limit: what ranks has no further pages. */
// biome-ignore lint/suspicious/noExplicitAny: parameters are those of the schemas of each query
export interface TableQuery<P = any> extends QueryBase {
  kind: 'table';
  paging: 'none';
  read: AnyRead;
  plan: (params: P) => { options?: unknown; bind: Parameters };
  /** An item out of a row, where the database cannot work it out. */
  item?: (row: Row, params: P) => Row;
}

/** A list that is counted as a whole, the largest first, up to a limit: it has no further pages. */
// biome-ignore lint/suspicious/noExplicitAny: parameters are those of the schemas of each query
export interface CountedQuery<P = any> extends QueryBase {
  kind: 'counted';
  paging: 'none';
  /** Counts no more than so many rows; what it has beside them is `meta`. */
  count: (graph: Graph, params: P, limit: number) => Promise<{ items: Row[] } & Row>;
  counts: readonly AnyCount[];
  reads: readonly AnyRead[];
  meta?: Meta<P>;
}

/** What takes more than one read, or work on what was read. */
// biome-ignore lint/suspicious/noExplicitAny: parameters are those of the schemas of each query
export interface ComputedQuery<P = any> extends QueryBase {
  kind: 'computed';
  /** Whether it is a list; such a list has no further pages. */
  paging?: 'none';
  /** Whether the JSON of a list is the bare array of its items, for programs that take nothing else. */
  envelope?: false;
  reads: readonly AnyRead[];
  counts?: readonly AnyCount[];
  respond: (graph: Graph, params: P, context: RequestContext) => Promise<Row>;
  meta?: Meta<P>;
  /** Further formats of what is no list. */
  // biome-ignore lint/suspicious/noExplicitAny: the body is that of the row schema, see defineQuery
  renderings?: Partial<Record<Format, (body: any) => string>>;
}

/** What comes from the code and not from the graph. */
// biome-ignore lint/suspicious/noExplicitAny: parameters are those of the schemas of each query
export interface ConstantQuery<P = any> extends QueryBase {
  kind: 'constant';
  paging: 'none';
  rows: (params: P) => readonly Row[];
}

export type Query = OneQuery | PageQuery | TableQuery | CountedQuery | ComputedQuery | ConstantQuery;

type Given<Q extends z.ZodObject, P extends z.ZodObject | undefined> = z.output<Q> &
  (P extends z.ZodObject ? z.output<P> : unknown);

type Definition<K, Q, P, R extends z.ZodObject> = Omit<
  K,
  'params' | 'pathParams' | 'row' | 'jsonld' | 'atom' | 'things' | 'people' | 'renderings'
> & {
  params: Q;
  pathParams?: P;
  row: R;
  jsonld?: (item: z.output<R>) => Row;
  atom?: (item: z.output<R>, nameOf: NameOf) => AtomEntry;
  things?: (item: z.output<R>) => readonly Thing[];
  people?: ReadableTable<z.output<R>>;
} & (K extends { renderings?: unknown }
    ? { renderings?: Partial<Record<Format, (body: z.output<R>) => string>> }
    : unknown);

/** Defines a query of one of the kinds; its functions are given the parameters and the items of its schemas. */
export function defineQuery<
  Q extends z.ZodObject,
  R extends z.ZodObject,
  P extends z.ZodObject | undefined = undefined,
>(
  definition:
    | Definition<OneQuery<Given<Q, P>>, Q, P, R>
    | Definition<PageQuery<Given<Q, P>>, Q, P, R>
    | Definition<TableQuery<Given<Q, P>>, Q, P, R>
    | Definition<CountedQuery<Given<Q, P>>, Q, P, R>
    | Definition<ComputedQuery<Given<Q, P>>, Q, P, R>
    | Definition<ConstantQuery<Given<Q, P>>, Q, P, R>,
): Query {
  const params = definition.params.extend({
    format: formatParameter(formatsOf(definition), noFeedOf(definition)),
    ...(definition.kind === 'page' && { total: totalParameter }),
    ...(isList(definition) && tableParameters(definition)),
    ...(definition.drafts && { review: reviewParameter }),
  });
  const query: Query = { ...definition, params };
  if (query.kind === 'page') return { ...query, plan: (given: Row) => query.plan(selecting(given)) };
  if (query.kind === 'table') return { ...query, plan: (given: Row) => query.plan(selecting(given)) };
  return query;
}

const totalParameter = flag(
  'Whether to count all that matches, beside the page; in JSON only. It takes longer than the page.',
).optional();

/** The parameters without those that say how rows are given, which no plan knows. */
const selecting = ({ rows: _rows, bom: _bom, total: _total, review: _review, ...params }: Row): Row => params;

/** The parameters of a table; each of them asks for CSV. */
function tableParameters({ tables = {}, people }: Pick<QueryBase, 'tables' | 'people'>) {
  const names = [...Object.keys(tables), ...(people ? [PEOPLE] : [])];
  const [item] = names;
  return {
    ...(item && {
      rows: z
        .enum(names)
        .meta({
          description: `What a row of the CSV or Parquet is, with one value a cell${people ? `; \`${PEOPLE}\` is a short table for people to read` : ''}. Without it a row is a whole ${item}, and what it has several of a list, in CSV as JSON.`,
        })
        .optional(),
    }),
    bom: flag('Whether the CSV begins with a byte order mark, by which Excel knows UTF-8.').optional(),
  };
}

/** The value of `rows` for the table that people read. */
export const PEOPLE = 'people';

/** Whether the response of a query is a list. */
export const isList = ({ kind, ...query }: Pick<Query, 'kind'>): boolean =>
  kind === 'page' || ('paging' in query && query.paging === 'none');

/** Why a query has no feed, and what is followed in its place; undefined of one that has. */
export function noFeedOf({ atom, noFeed }: Pick<Query, 'atom' | 'noFeed'>): string | undefined {
  if (atom) return undefined;
  return (
    noFeed ?? 'one thing has no entries; what changes in the record is followed by the feed of /v1/changes'
  );
}

/** The formats that a query responds in. */
export function formatsOf(query: Pick<Query, 'kind' | 'jsonld' | 'atom'>): Format[] {
  const further = 'renderings' in query ? (Object.keys(query.renderings ?? {}) as Format[]) : [];
  return [
    'json',
    ...(isList(query) ? (['csv', 'ndjson'] as const) : []),
    ...(query.kind === 'page' ? (['parquet'] as const) : []),
    ...(query.jsonld ? (['jsonld'] as const) : []),
    ...(query.atom ? (['atom'] as const) : []),
    ...further,
    'html',
  ];
}

/** The schema of a JSON response: a page of items, a list that has no pages, or the one thing. */
export function responseSchema(query: Query): z.ZodObject | z.ZodArray {
  if (!isList(query)) return query.row;
  const items = z.array(query.row).describe('The items of this page.');
  if (query.kind === 'computed' && query.envelope === false) return items;
  const meta = 'meta' in query ? query.meta?.shape : undefined;
  return query.kind === 'page'
    ? z.object({
        items,
        next: z
          .string()
          .nullable()
          .describe(
            'Cursor of the next page, or null at the end. A page may hold fewer than its limit, even none, and have one: of mentions, relations and decisions of which few match, and of every list while the index of counts is being built, it ends after a bounded scan.',
          ),
        ...TOTAL_SHAPE,
        ...meta,
      })
    : z.object({
        items,
        truncated: z.boolean().describe('Whether there is more than the limit let through.'),
        ...meta,
      });
}

/** What is left out of a count. */
export const Sampled = z
  .boolean()
  .describe(
    `Whether the counts leave something out: with \`q\` no more than the best ${MAX_HITS} hits are counted.`,
  );

/** What a page says of the whole list, where that is asked for. */
export const TOTAL_SHAPE = {
  total: count.optional().describe('How many match in all, where asked for.'),
  sampled: Sampled.optional(),
};

/** Every read that a query may send, but for the pages of a list. */
export function readsOf(query: Query): AnyRead[] {
  const own = query.kind === 'one' || query.kind === 'table' ? [query.read] : [];
  const total = query.kind === 'page' && 'read' in query.total ? [query.total.read] : [];
  const listed = 'reads' in query ? query.reads : [];
  const meta = 'meta' in query ? (query.meta?.reads ?? []) : [];
  return [...own, ...total, ...listed, ...meta];
}

/** Every count that a query may ask for. */
export function countsOf(query: Query): AnyCount[] {
  const own = 'counts' in query ? (query.counts ?? []) : [];
  const total = query.kind === 'page' && 'count' in query.total ? [query.total.count] : [];
  const ids = query.kind === 'page' && query.ids ? [query.ids] : [];
  const meta = 'meta' in query ? (query.meta?.counts ?? []) : [];
  return [...own, ...total, ...ids, ...meta];
}

/** The cursor of the next page in a response; lists without pages have parameters of their own for what follows. */
export const cursorIn = ({ kind }: Pick<Query, 'kind'>, body: Row): string | null | undefined =>
  kind === 'page' ? (body.next as string | null | undefined) : undefined;

/** The names of the parameters that are given. */
export const present = (params: object): string[] =>
  Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : [name]));

/** What a query responds with. */
export interface Outcome {
  body: Row;
  /** Whether a bound left something out, other than what the next page holds. */
  isTruncated: boolean;
  /** The state of the one thing that it is of, where requests may change that. */
  revision?: string;
}

/** The same as JSON. */
interface JsonOutcome extends Omit<Outcome, 'body'> {
  text: string;
  /** The cursor of the next page. */
  next?: string | null;
}

/** Some items of a list that is read to its end. */
export interface ListPart extends Omit<Outcome, 'body'> {
  items: Row[];
  /** Reads the items after these; null at the end of the list. */
  next: (() => Promise<ListPart>) | null;
}

/** Responds to a request; `params` are those of the query's schemas. */
export type Run<T> = (graph: Graph, params: Row, context: RequestContext) => Promise<T>;

/** What runs a query. */
export interface Runner {
  respond: Run<Outcome>;
  respondJson: Run<JsonOutcome>;
  /** Of a list alone: the first part of its items to the end of the match, or to the limit if one is given. */
  readParts: Run<ListPart>;
}
