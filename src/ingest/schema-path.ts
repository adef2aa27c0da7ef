import type { z } from 'zod';
import { nearest } from '../model/nearest.ts';
import type { InputFault } from './fault.ts';

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

/** What a schema wanted where it found something else, and the nearest right value. */
export function describeExpected(
  issue: z.core.$ZodIssue,
  value: unknown,
): Pick<InputFault, 'expected' | 'nearest'> {
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    return { expected: `one of ${allowed.join(', ')}`, nearest: nearest(String(value), allowed) };
  }
  if (issue.code === 'invalid_type') return { expected: issue.expected };
  return { expected: issue.message.replace(/^expected /, '') };
}
