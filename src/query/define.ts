import { z } from 'zod';
import type { Graph, Parameters, Row } from '../db/client.ts';
import { type Format, formatParameter } from '../formats/media-types.ts';

/** Sort keys strictly between two bounds. */
export interface KeyRange {
  low: string;
  high: string;
  /** Directives that hold for this part in the place of those of the plan. */
  flags?: string[];
}

/** How a request becomes a query: which directives of the file hold, and what its parameters are. */
export interface Plan {
  flags: string[];
  bind: Parameters;
  /** Parts of the list in the order they are answered; by default everything. */
  ranges?: KeyRange[];
  /** Whether keys fall from item to item; by default they rise. */
  descending?: boolean;
  /**
   * A file of `cypher/read` that tells how far a look at no more than `bind.scan` rows goes, where filters are checked on
   * the way: a page of a list may then end before it is full.
   */
  reach?: string;
}

export interface Example {
  /** The question, as a person would ask it. */
  summary: string;
  /** Its parameters, path parameters included. */
  request: Record<string, string>;
}

/** An answer in another format than JSON, as text. */
export type Rendering = (answer: Row) => string;

/**
 * One query of the service, defined once: validation, the wire type, the OpenAPI operation and its examples come
 * from here, and its text from `cypher/read/<cypher>.cypher`.
 */
export interface Query {
  operationId: string;
  tag: string;
  path: `/v1/${string}`;
  summary: string;
  description: string;
  /** Absent where the answer takes no read, or more than one. */
  cypher?: string;
  /** Parameters in the path, as `{name}`. */
  pathParams?: z.ZodObject;
  params: z.ZodObject;
  row: z.ZodObject;
  /** A list answers rows, otherwise the one row is the answer. */
  list: boolean;
  /** A list that has no further pages: it ends at its limit, and says whether that cut it off. */
  unpaged?: boolean;
  /** A list whose JSON is the bare array of its rows, for programs that take nothing else. */
  flat?: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: the parameters are those of the schemas above, see defineQuery
  plan: (params: any) => Plan;
  /** What takes more than one read; it gets the parameters with ids in the place of names. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  answer?: (graph: Graph, params: any) => Promise<Row>;
  /** A list that comes from the code and not from the graph: all its rows. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  rows?: (params: any) => Row[];
  /** Of a list whose rows are the `json` text of each item, kept by the database. */
  stored?: {
    /** The rows out of what the query reads. */
    rows: (read: Row[]) => Row[];
    /** Puts in the text of those that have none at the moment. */
    complete: (graph: Graph, rows: Row[]) => Promise<Row[]>;
  };
  /** The full-text index that the `q` of a list is looked up in. */
  searchedIn?: string;
  /** Completes a row of a list with what the database cannot work out. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  complete?: (row: Row, params: any) => Row;
  /** What a list answers beside its items, in JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  beside?: { shape: z.core.$ZodLooseShape; read: (graph: Graph, params: any) => Promise<Row> };
  /** An item as JSON-LD, without its context. */
  jsonld?: (item: Row) => Row;
  /** Further formats of an answer that is no list. */
  renderings?: Partial<Record<Format, Rendering>>;
  examples: Example[];
}

type Given<Q extends z.ZodObject, P extends z.ZodObject | undefined> = z.output<Q> &
  (P extends z.ZodObject ? z.output<P> : unknown);

/** Defines a query; by default the flags are the names of the parameters that are given. */
export function defineQuery<Q extends z.ZodObject, P extends z.ZodObject | undefined = undefined>(
  definition: Omit<Query, 'params' | 'pathParams' | 'plan' | 'answer' | 'rows' | 'complete' | 'beside'> & {
    params: Q;
    pathParams?: P;
    plan?: (params: Given<Q, P>) => Plan;
    answer?: (graph: Graph, params: Given<Q, P>) => Promise<Row>;
    rows?: (params: Given<Q, P>) => Row[];
    complete?: (row: Row, params: Given<Q, P>) => Row;
    beside?: {
      shape: z.core.$ZodLooseShape;
      read: (graph: Graph, params: Given<Q, P>) => Promise<Row>;
    };
  },
): Query {
  const { plan = (params: object) => ({ flags: present(params), bind: { ...params } }) } = definition;
  const params = definition.params.extend({ format: formatParameter(formatsOf(definition)) });
  return { ...definition, params, plan };
}

/** The formats that a query answers in. */
export function formatsOf({
  list,
  jsonld,
  renderings,
}: Pick<Query, 'list' | 'jsonld' | 'renderings'>): Format[] {
  const further = Object.keys(renderings ?? {}) as Format[];
  return [
    'json',
    ...(list ? (['csv', 'ndjson'] as const) : []),
    ...(jsonld ? (['jsonld'] as const) : []),
    ...further,
  ];
}

/** The names of the parameters that are given. */
export const present = (params: object): string[] =>
  Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : [name]));

/** The schema of the answer: a page of rows, or the one row. */
export function answerSchema({ list, unpaged, flat, row, beside }: Query): z.ZodObject | z.ZodArray {
  if (!list) return row;
  const items = z.array(row).describe('The items of this page.');
  if (flat) return items;
  return unpaged
    ? z.object({
        items,
        truncated: z.boolean().describe('Whether there is more than the limit let through.'),
        ...beside?.shape,
      })
    : z.object({
        items,
        next: z
          .string()
          .nullable()
          .describe(
            'Cursor of the next page, or null at the end. A page may hold fewer than its limit, even none, and have one: where few of very many match, it ends after a bounded look.',
          ),
        ...beside?.shape,
      });
}
