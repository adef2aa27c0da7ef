import { z } from 'zod';
import type { FieldPath } from '../../model/field-path.ts';
import {
  boundedLists,
  elementOf,
  inputOf,
  optionsOf,
  type Schema,
  shapeOf,
} from '../../model/schema-reader.ts';
import { schemaAt } from './schema-path.ts';

/** A document that holds to its schema, since something stands in for each value that does not. */
export interface Completed<T> {
  /** Null where there is nothing to go on with. */
  data: T | null;
  /** Everything that the schema refuses, also what shows only once the rest holds. */
  issues: z.core.$ZodIssue[];
  /** Where something stands in. */
  places: FieldPath[];
}

/** With more issues nobody reads what further checks would find. */
const MOST_ISSUES = 200;

/** More than any path of a schema has parts: with what stands in, what it belongs to may fail in its turn. */
const ROUNDS = 10;

/**
 * Holds a document to a schema. Where it fails something stands in, so that whatever else is wrong is found at once: what
 * the schema checks of an object as a whole, and what is checked later.
 */
export function completed<S extends Schema>(given: unknown, schema: S): Completed<z.output<S>> {
  const issues: z.core.$ZodIssue[] = tooLong(given, schema);
  let places = issues.map(({ path }) => path as FieldPath);
  let value = issues.length > 0 ? structuredClone(given) : given;
  for (const path of places) put(value, path, []);
  for (let round = 0; round < ROUNDS; round++) {
    const parsed = z.safeParse(schema, value);
    if (parsed.success) return { data: parsed.data, issues, places };
    const found = parsed.error.issues.flatMap(innermost);
    const wrong = [...places, ...found.flatMap(refused)];
    issues.push(...found.filter((issue) => !follows(issue, places, wrong)));
    const failing = found.flatMap(refused).map((path) => widened(path, places));
    if (issues.length + failing.length > MOST_ISSUES || failing.some((path) => path.length === 0)) break;
    if (value === given) value = structuredClone(given);
    for (const path of failing) put(value, path, standInFor(schemaAt(schema, path)));
    places = [...places, ...failing];
  }
  return { data: null, issues, places };
}

/** Issues of the lists of an object that hold more than they may: zod looks into each entry before it counts them. */
export const tooLong = (given: unknown, schema: Schema): z.core.$ZodIssue[] =>
  boundedLists(schema).flatMap(([field, maximum]) => {
    const input = Object(given)[field];
    if (!Array.isArray(input) || input.length <= maximum) return [];
    const message = `expected at most ${maximum} entries`;
    return [{ code: 'too_big', origin: 'array', maximum, path: [field], message, input }];
  });

/** The issues of the member of a union that the author most likely meant: an object where an object was given. */
export function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const isOfOtherKind = ({ code, path }: z.core.$ZodIssue) =>
    path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
  const meant = issue.errors.find((member) => !member.some(isOfOtherKind));
  if (!meant) return [issue];
  return meant.flatMap((inner) => innermost({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** The paths that an issue is about: of keys that nobody knows, each of them. */
const refused = (issue: z.core.$ZodIssue): FieldPath[] => {
  const path = issue.path as FieldPath;
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
};

/** A path, or what encloses it where something stands in there already. */
function widened(path: FieldPath, places: FieldPath[]): FieldPath {
  const failed = places.find((place) => isWithin(path, place));
  return failed ? widened(failed.slice(0, -1), places) : path;
}

/** Whether an issue comes of others: it lies where something stands in, or in a value that is held to what is wrong. */
function follows(issue: z.core.$ZodIssue, places: FieldPath[], wrong: FieldPath[]): boolean {
  const path = issue.path as FieldPath;
  if (places.some((place) => isWithin(path, place))) return true;
  const { dependsOn } = (issue.code === 'custom' && issue.params) || {};
  if (typeof dependsOn !== 'string') return false;
  const read = [...path.slice(0, -1), dependsOn];
  return wrong.some((place) => isWithin(read, place));
}

/** Whether a path leads to a place, or into it. */
export const isWithin = (path: FieldPath, place: FieldPath) =>
  place.every((key, depth) => path[depth] === key);

/** Puts a value at a path; undefined takes away what is there. */
function put(document: unknown, path: FieldPath, value: unknown): void {
  const key = path.at(-1)!;
  const parent = path.slice(0, -1).reduce<unknown>((at, name) => Object(at)[name], document);
  if (value === undefined) delete Object(parent)[key];
  else Object(parent)[key] = value;
}

/** Texts, of which one holds to each of our schemas. */
const TEXTS = ['stand-in', '2000', 'en', 'https://example.org/', 'AAA', 'Q1'];

/** A value that holds to a schema and says as little as can be; undefined where the schema can do without. */
export function standInFor(schema: Schema | undefined): unknown {
  if (schema === undefined) return undefined;
  const holds = (value: unknown) => z.safeParse(schema, value).success;
  const simple = [undefined, null, ...TEXTS, 0, 1, false, []].find(holds);
  if (simple !== undefined || holds(undefined)) return simple;
  const input = inputOf(schema);
  if (input instanceof z.ZodEnum) return input.options.at(-1);
  const shape = shapeOf(input);
  if (shape) return Object.fromEntries(Object.entries(shape).map(([name, of]) => [name, standInFor(of)]));
  const element = elementOf(input);
  if (element) return [standInFor(element)];
  return standInFor(optionsOf(input)?.[0]);
}
