import type { z } from 'zod';
import type { Fault } from '../../model/fault.ts';
import { nearest } from '../../model/nearest.ts';

interface Definition {
  type: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  element?: z.ZodType;
  options?: z.ZodType[];
  shape?: Record<string, z.ZodType>;
}

const definition = (schema: z.ZodType) => schema._zod.def as unknown as Definition;

/** The fields that an object schema allows at a path. */
export function allowedAt(schema: z.ZodType, path: readonly (string | number)[]): string[] {
  const object = objectOf(path.reduce<z.ZodType | undefined>(step, schema));
  return object ? Object.keys(object) : [];
}

function step(schema: z.ZodType | undefined, key: string | number): z.ZodType | undefined {
  if (!schema) return undefined;
  const { type, innerType, in: input, element, options } = definition(schema);
  if (innerType) return step(innerType, key);
  if (type === 'pipe') return step(input, key);
  if (type === 'array') return element;
  if (options) return options.map((option) => step(option, key)).find((found) => found !== undefined);
  return objectOf(schema)?.[key];
}

function objectOf(schema: z.ZodType | undefined): Record<string, z.ZodType> | undefined {
  if (!schema) return undefined;
  const { innerType, options, shape } = definition(schema);
  if (innerType) return objectOf(innerType);
  if (options) return options.map(objectOf).find((found) => found !== undefined);
  return shape;
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

/** What a schema wanted where it found something else, and the nearest right value. */
export function describeExpected(
  issue: z.core.$ZodIssue,
  value: unknown,
): Pick<Fault, 'expected' | 'nearest'> {
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    const expected = allowed.length === 1 ? allowed[0]! : `one of ${allowed.join(', ')}`;
    return typeof value === 'string' ? { expected, nearest: nearest(value, allowed) } : { expected };
  }
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

function describeUnion(issue: z.core.$ZodIssueInvalidUnion, value: unknown) {
  const members = issue.errors
    .flatMap((inner) => inner.slice(0, 1))
    .map((inner) => describeExpected(inner, value));
  return {
    expected: [...new Set(members.map(({ expected }) => expected))].join(', or '),
    nearest: members.find((member) => member.nearest)?.nearest,
  };
}
