import { z } from 'zod';
import { Problem, sentencesOf } from '../../errors.ts';
import type { Fault } from '../../model/fault.ts';
import { placeOf } from '../../model/field-path.ts';
import { nearest } from '../../model/nearest.ts';
import { JsonError, readJson } from '../../model/read-json.ts';
import { EntityType } from '../../model/vocabulary.ts';
import { PROPERTIES } from './properties.ts';

/** Queries of one request, entities of one extension, and candidates of one query. */
export const MAX_QUERIES = 50;
const MAX_IDS = 500;
const MAX_CANDIDATES = 50;
const DEFAULT_CANDIDATES = 5;
const MAX_VALUES = 20;

const propertyId = z.enum(PROPERTIES.map(({ id }) => id) as [string, ...string[]]);

/** A list whose entries are only checked where there are not too many of them. */
const listOf = <T extends z.ZodType>(entry: T, most: number, what: string) =>
  z
    .unknown()
    .refine((list) => !Array.isArray(list) || list.length <= most, `expected at most ${most} ${what}`)
    .pipe(z.array(entry));

const value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.object({ id: z.string(), name: z.string().optional() }),
]);

const ReconcileQuery = z
  .strictObject({
    query: z.string().optional(),
    type: z
      .union([EntityType.transform((type) => [type]), listOf(EntityType, EntityType.options.length, 'types')])
      .default([]),
    type_strict: z.enum(['any', 'should', 'all']).default('any'),
    limit: z
      .int()
      .min(1)
      .default(DEFAULT_CANDIDATES)
      .transform((limit) => Math.min(limit, MAX_CANDIDATES)),
    properties: listOf(
      z.object({
        pid: propertyId,
        v: z.union([value.transform((one) => [one]), listOf(value, MAX_VALUES, 'values')]),
      }),
      PROPERTIES.length,
      'properties',
    ).default([]),
  })
  .refine(
    ({ query, properties }) => query !== undefined || properties.length > 0,
    'expected a query or properties',
  );

export type ReconcileQuery = z.output<typeof ReconcileQuery>;

/** A query that could not be read; the others of its batch are answered. */
export interface RefusedQuery {
  errors: Fault[];
}

const Batch = z
  .unknown()
  .refine(
    (batch) => Object.keys(Object(batch)).length <= MAX_QUERIES,
    `expected at most ${MAX_QUERIES} queries`,
  )
  .pipe(z.record(z.string(), z.unknown()));

const Extension = z.object({
  ids: listOf(z.string(), MAX_IDS, 'ids'),
  properties: listOf(
    z.object({ id: propertyId, settings: z.object({}).optional() }),
    PROPERTIES.length,
    'properties',
  ),
});

export type Extension = z.output<typeof Extension>;

/**
 * Reads each query of a batch by itself.
 * @throws Problem `invalid-parameter` that names every fault where no query can be read.
 */
export function parseBatch(text: string): Record<string, ReconcileQuery | RefusedQuery> {
  const batch = Object.entries(parse('queries', text, Batch)).map(
    ([id, given]) => [id, parseQuery(id, given)] as const,
  );
  const refused = batch.flatMap(([, query]) => ('errors' in query ? [query] : []));
  if (refused.length > 0 && refused.length === batch.length)
    throw problem(refused.flatMap(({ errors }) => errors));
  return Object.fromEntries(batch);
}

function parseQuery(id: string, given: unknown): ReconcileQuery | RefusedQuery {
  const parsed = ReconcileQuery.safeParse(given, { reportInput: true });
  if (parsed.success) return parsed.data;
  const at = (issue: z.core.$ZodIssue) => ({ ...issue, path: [id, ...issue.path] });
  return { errors: faultsOf('queries', parsed.error.issues.map(at)) };
}

/** @throws Problem `invalid-parameter` that names every fault of the request. */
export const parseExtension = (text: string) => parse('extend', text, Extension);

function parse<T extends z.ZodType>(parameter: string, text: string, schema: T): z.output<T> {
  let given: unknown;
  try {
    given = readJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const { path, expected, isTooLarge } = error.fault;
    const { pointer = '' } = placeOf(path);
    const detail = `${parameter} ${isTooLarge ? 'cannot be taken' : 'is no JSON'}: ${error.place}, expected ${expected}.`;
    throw problem([{ parameter, pointer: `#${pointer}`, detail, expected }]);
  }
  const parsed = schema.safeParse(given, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw problem(faultsOf(parameter, parsed.error.issues));
}

const faultsOf = (parameter: string, issues: z.core.$ZodIssue[]): Fault[] =>
  issues
    .map(innermost)
    .flatMap(oneByOne)
    .map((issue) => fault(parameter, issue));

const problem = (faults: Fault[]) => new Problem('invalid-parameter', sentencesOf(faults), faults);

/** The branch of a union that came closest says best what is wrong. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const branches = issue.errors.map((issues) => issues[0]!);
  const [best] = branches.sort((a, b) => b.path.length - a.path.length || rank(b) - rank(a));
  return best ? innermost({ ...best, path: [...issue.path, ...best.path] }) : issue;
}

/** A field that is none is a fault at its own place. */
const oneByOne = (issue: z.core.$ZodIssue): z.core.$ZodIssue[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ ...issue, path: [...issue.path, key], message: 'no field of this name' }))
    : [issue];

const rank = ({ code }: z.core.$ZodIssue) => (code === 'invalid_value' ? 1 : 0);

function fault(parameter: string, issue: z.core.$ZodIssue): Fault {
  const pointer = `#${issue.path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
  const words = issue.code === 'invalid_value' ? issue.values.map(String) : undefined;
  const expected = words ? `one of ${words.join(', ')}` : issue.message.replace(/^expected /, '');
  const near = words && typeof issue.input === 'string' ? nearest(issue.input, words) : undefined;
  const at = issue.path.length > 0 ? `${parameter} at ${pointer}` : parameter;
  return { parameter, pointer, detail: `${at}: expected ${expected}.`, expected, nearest: near };
}
