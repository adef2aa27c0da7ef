import { z } from 'zod';

/** Any schema of zod, as its own `shape`, `element` and `options` hand it out. */
export type Schema = z.core.$ZodType;

/** The schema inside one wrapper such as optional, nullable or default; undefined where there is none. */
const innerOf = (schema: Schema): Schema | undefined =>
  schema instanceof z.ZodOptional ||
  schema instanceof z.ZodExactOptional ||
  schema instanceof z.ZodNonOptional ||
  schema instanceof z.ZodNullable ||
  schema instanceof z.ZodDefault ||
  schema instanceof z.ZodPrefault ||
  schema instanceof z.ZodCatch ||
  schema instanceof z.ZodReadonly
    ? schema.unwrap()
    : undefined;

/** The schema inside all its wrappers. A pipe is none: what goes in and what comes out of it differ. */
export function unwrap(schema: Schema): Schema {
  const inner = innerOf(schema);
  return inner ? unwrap(inner) : schema;
}

/** The schema of what is read: without wrappers and, of a pipe or transform, the side that goes in. */
export function inputOf(schema: Schema): Schema {
  const bare = unwrap(schema);
  return bare instanceof z.ZodPipe ? inputOf(bare.in) : bare;
}

/** The fields of an object, wrapped or not; undefined for any other schema. */
export function shapeOf(schema: Schema): Readonly<Record<string, Schema>> | undefined {
  const bare = unwrap(schema);
  return bare instanceof z.ZodObject ? bare.shape : undefined;
}

/** The schema of the items of an array, wrapped or not; undefined for any other schema. */
export function elementOf(schema: Schema): Schema | undefined {
  const bare = unwrap(schema);
  return bare instanceof z.ZodArray ? bare.element : undefined;
}

const bounded = new WeakMap<Schema, [field: string, most: number][]>();

/** The fields of an object that are arrays of no more than so many items. */
export function boundedLists(schema: Schema): readonly [field: string, most: number][] {
  let known = bounded.get(schema);
  if (!known) {
    known = Object.entries(shapeOf(schema) ?? {}).flatMap(([field, of]) => {
      const most = mostOf(of);
      return most === undefined ? [] : [[field, most]];
    });
    bounded.set(schema, known);
  }
  return known;
}

/** The most items that an array may have, wrapped or not; undefined where its schema does not say. */
function mostOf(schema: Schema): number | undefined {
  const bare = unwrap(schema);
  if (!(bare instanceof z.ZodArray)) return undefined;
  return bare.def.checks?.find((check) => check instanceof z.core.$ZodCheckMaxLength)?._zod.def.maximum;
}

/** The words of an enum, or of the items of an array of them, before any transform; none for any other schema. */
export function wordsOf(schema: Schema): readonly string[] {
  const bare = unwrap(schema);
  if (bare instanceof z.ZodPipe) return [...wordsOf(bare.in), ...wordsOf(bare.out)];
  if (bare instanceof z.ZodArray) return wordsOf(bare.element);
  return bare instanceof z.ZodEnum ? bare.options.map(String) : [];
}

/** The alternatives of a union, wrapped or not; undefined for any other schema. */
export function optionsOf(schema: Schema): readonly Schema[] | undefined {
  const bare = unwrap(schema);
  return bare instanceof z.ZodUnion ? bare.options : undefined;
}

/** The metadata of a schema over that of the schemas it wraps. */
export function metaOf(schema: Schema): z.core.GlobalMeta {
  const inner = innerOf(schema);
  return { ...(inner && metaOf(inner)), ...z.globalRegistry.get(schema) };
}
