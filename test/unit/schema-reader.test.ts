import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  elementOf,
  inputOf,
  metaOf,
  optionsOf,
  type Schema,
  shapeOf,
  unwrap,
  wordsOf,
} from '../../src/model/schema-reader.ts';

const inner = z.object({ name: z.string() });

const WRAPPED: [string, Schema][] = [
  ['optional', inner.optional()],
  ['exactOptional', inner.exactOptional()],
  ['nonoptional', inner.optional().nonoptional()],
  ['nullable', inner.nullable()],
  ['default', inner.default({ name: 'x' })],
  ['prefault', inner.prefault({ name: 'x' })],
  ['catch', inner.catch({ name: 'x' })],
  ['readonly', inner.readonly()],
  ['several wrappers', inner.nullable().default(null).optional()],
];

describe('unwrap', () => {
  test.each(WRAPPED)('takes off %s', (_, schema) => {
    expect(unwrap(schema)).toBe(inner);
  });

  test('leaves a schema without wrappers, a pipe among them', () => {
    const pipe = z.string().transform(Number);
    expect(unwrap(inner)).toBe(inner);
    expect(unwrap(pipe.optional())).toBe(pipe);
  });
});

describe('inputOf', () => {
  test('is what goes into a pipe, through wrappers on both sides', () => {
    const text = z.string();
    expect(inputOf(text.optional().transform(String).pipe(z.string()).default('x'))).toBe(text);
  });

  test('is the schema inside the wrappers where there is no pipe', () => {
    expect(inputOf(inner.optional())).toBe(inner);
  });
});

describe('shapeOf, elementOf and optionsOf', () => {
  const list = z.array(inner);
  const union = z.union([inner, list]);

  test('read the parts of their kind through wrappers', () => {
    expect(shapeOf(inner.nullable())).toEqual({ name: inner.shape.name });
    expect(shapeOf(inner.refine(() => true).optional())).toEqual({ name: inner.shape.name });
    expect(elementOf(list.default([]))).toBe(inner);
    expect(optionsOf(union.optional())).toEqual([inner, list]);
    expect(optionsOf(z.discriminatedUnion('name', [z.object({ name: z.literal('x') })]))).toHaveLength(1);
  });

  test('are undefined for every other schema', () => {
    expect([list, union, z.string()].map(shapeOf)).toEqual([undefined, undefined, undefined]);
    expect([inner, union, z.string()].map(elementOf)).toEqual([undefined, undefined, undefined]);
    expect([inner, list, z.enum(['x'])].map(optionsOf)).toEqual([undefined, undefined, undefined]);
  });
});

describe('metaOf', () => {
  test('collects the metadata through wrappers, the outermost first', () => {
    const schema = z
      .string()
      .meta({ description: 'inner', examples: ['x'] })
      .nullable()
      .optional()
      .meta({ description: 'outer' });
    expect(metaOf(schema)).toEqual({ description: 'outer', examples: ['x'] });
  });

  test('is empty where there is none', () => {
    expect(metaOf(z.string().optional())).toEqual({});
  });
});

describe('wordsOf', () => {
  const words = z.enum(['a', 'b']);
  test.each<[string, Schema, string[]]>([
    ['an enum', words.optional(), ['a', 'b']],
    ['what is made of one', words.transform((word) => word === 'a'), ['a', 'b']],
    ['a list of them', z.preprocess((given) => [given].flat(), z.array(words)).optional(), ['a', 'b']],
    ['a text', z.string(), []],
  ])('reads those of %s', (_, schema, expected) => {
    expect(wordsOf(schema)).toEqual(expected);
  });
});
