import type { z } from 'zod';
import { TEXTS } from '../../limits.ts';
import type { Fault } from '../../model/fault.ts';
import type { FieldPath } from '../../model/field-path.ts';
import { nearest } from '../../model/nearest.ts';
import { elementOf, inputOf, optionsOf, type Schema, shapeOf } from '../../model/schema-reader.ts';
import { shownValue } from '../../model/shown-value.ts';

/** The fields that an object schema allows at a path. */
export function allowedAt(schema: Schema, path: readonly (string | number)[]): string[] {
  return Object.keys(fieldsOf(schemaAt(schema, path)) ?? {});
}

/** The schema of what stands at a path. */
export const schemaAt = (schema: Schema, path: readonly (string | number)[]): Schema | undefined =>
  path.reduce<Schema | undefined>(step, schema);

function step(schema: Schema | undefined, key: string | number): Schema | undefined {
  if (!schema) return undefined;
  const input = inputOf(schema);
  const element = typeof key === 'number' ? elementOf(input) : undefined;
  return element ?? firstOf(optionsOf(input), (option) => step(option, key)) ?? fieldsOf(input)?.[key];
}

function fieldsOf(schema: Schema | undefined): Readonly<Record<string, Schema>> | undefined {
  if (!schema) return undefined;
  const input = inputOf(schema);
  return firstOf(optionsOf(input), fieldsOf) ?? shapeOf(input);
}

function firstOf<T>(schemas: readonly Schema[] | undefined, found: (schema: Schema) => T | undefined) {
  return schemas?.map(found).find((value) => value !== undefined);
}

/** The types of zod in the words of someone who writes YAML. */
const TYPES: Record<string, string> = {
  string: 'text',
  object: 'fields, each as "name: value"',
  array: 'a list',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

/** What an issue of a schema tells, and of which place in what was given. */
interface Told {
  path: FieldPath;
  detail: string;
  /** What would be right; it is only looked for where the fault is told. */
  hints: () => Pick<Fault, 'expected' | 'nearest'>;
}

/**
 * Describes an issue of a schema: of each field that there is not by itself.
 * @param allowedIn the fields that may stand at a path.
 */
export function describeIssue(
  issue: z.core.$ZodIssue,
  given: unknown,
  allowedIn: (path: FieldPath) => readonly string[],
): Told[] {
  const path = issue.path as FieldPath;
  if (issue.code === 'unrecognized_keys') {
    const allowed = allowedIn(path);
    return issue.keys.map((key) => ({
      path: [...path, key.slice(0, TEXTS.name)],
      detail: `there is no field ${shownValue(key)}`,
      hints: () => ({ expected: `one of ${allowed.join(', ')}`, nearest: nearest(key, allowed) }),
    }));
  }
  const value = path.reduce<unknown>(
    (part, key) => (part as Record<string, unknown> | undefined)?.[key],
    given,
  );
  return [{ path, detail: describeFound(value, issue), hints: () => describeExpected(issue, value) }];
}

function describeFound(value: unknown, issue: z.core.$ZodIssue): string {
  if (value === undefined) return 'is missing';
  if (issue.code === 'too_big' && typeof value === 'string') return `has ${value.length} characters`;
  return `found ${shownValue(value)}`;
}

/** What a schema wanted where it found something else, and the nearest right value. */
function describeExpected(issue: z.core.$ZodIssue, value: unknown): Pick<Fault, 'expected' | 'nearest'> {
  if (issue.code === 'invalid_value') return describeValues(issue.values.map(String), value);
  if (issue.code === 'invalid_type') return { expected: TYPES[issue.expected] ?? issue.expected };
  if (issue.code === 'too_small') return { expected: `at least ${bound(issue.minimum, issue.origin)}` };
  if (issue.code === 'too_big') return { expected: `at most ${bound(issue.maximum, issue.origin)}` };
  if (issue.code === 'invalid_format' && issue.format === 'url') {
    return { expected: 'a URL such as https://example.org/article' };
  }
  if (issue.code === 'invalid_union') return describeUnion(issue, value);
  return { expected: issue.message.replace(/^expected /, '') };
}

const bound = (limit: number | bigint, origin: string) =>
  origin === 'array' ? `${limit} ${limit === 1 ? 'entry' : 'entries'}` : String(limit);

function describeValues(allowed: string[], value: unknown): Pick<Fault, 'expected' | 'nearest'> {
  const expected = allowed.length === 1 ? allowed[0]! : `one of ${allowed.join(', ')}`;
  return typeof value === 'string' ? { expected, nearest: nearest(value, allowed) } : { expected };
}

function describeUnion(issue: z.core.$ZodIssueInvalidUnion, value: unknown) {
  // Where the fields depend on one of them, it alone tells which they are.
  if ('options' in issue && issue.options) return describeValues(issue.options.map(String), value);
  const members = issue.errors
    .flatMap((inner) => inner.slice(0, 1))
    .map((inner) => describeExpected(inner, value));
  return {
    expected: [...new Set(members.map(({ expected }) => expected))].join(', or '),
    nearest: members.find((member) => member.nearest)?.nearest,
  };
}
