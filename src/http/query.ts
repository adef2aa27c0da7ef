import type { z } from 'zod';
import type { Parameters } from '../graph/graph.ts';

/** Sort keys strictly between two bounds. */
export interface KeyRange {
  low: string;
  high: string;
}

/** How a request becomes a query: which directives of the file hold, and what its parameters are. */
export interface Plan {
  flags: string[];
  bind: Parameters;
  /** Parts of the list in the order they are answered; by default everything. */
  ranges?: KeyRange[];
  /** Whether keys fall from item to item; by default they rise. */
  descending?: boolean;
}

export interface Example {
  /** The question, as a person would ask it. */
  summary: string;
  /** Its parameters, path parameters included. */
  request: Record<string, string>;
}

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
  cypher: string;
  /** Parameters in the path, as `{name}`. */
  pathParams?: z.ZodObject;
  params: z.ZodObject;
  row: z.ZodObject;
  /** A list answers pages of rows, otherwise the one row is the answer. */
  list: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: the parameters are those of the schemas above, see defineQuery
  plan: (params: any) => Plan;
  examples: Example[];
}

type Given<Q extends z.ZodObject, P extends z.ZodObject | undefined> = z.output<Q> &
  (P extends z.ZodObject ? z.output<P> : unknown);

/** Defines a query; by default the flags are the names of the parameters that are given. */
export function defineQuery<Q extends z.ZodObject, P extends z.ZodObject | undefined = undefined>(
  definition: Omit<Query, 'params' | 'pathParams' | 'plan'> & {
    params: Q;
    pathParams?: P;
    plan?: (params: Given<Q, P>) => Plan;
  },
): Query {
  const { plan = (params: object) => ({ flags: present(params), bind: { ...params } }) } = definition;
  return { ...definition, plan };
}

/** The names of the parameters that are given. */
export const present = (params: object): string[] =>
  Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : [name]));
