import { z } from 'zod';
import type { oas32, ZodOpenApiOverrideContext } from 'zod-openapi';
import { objectSchema } from './parts.ts';

const INT32_MAX = 2 ** 31 - 1;

/** Completes a schema as it is made of zod's. */
export function refineSchema({ zodSchema, jsonSchema, io }: ZodOpenApiOverrideContext): void {
  // zod leaves these out where the value is transformed, since they could be of the transformed value.
  const meta = io === 'input' ? z.globalRegistry.get(zodSchema) : undefined;
  if (meta?.default !== undefined) jsonSchema.default ??= meta.default;
  if (meta?.examples !== undefined) jsonSchema.examples ??= meta.examples;
  // Where no bound says so, clients in languages with integers of several sizes learn which one to take.
  if (jsonSchema.type === 'integer' && !((jsonSchema.maximum ?? Number.POSITIVE_INFINITY) <= INT32_MAX)) {
    jsonSchema.format ??= 'int64';
  }
  // The pattern of a date says in three hundred characters what its format says.
  if (jsonSchema.format === 'date') delete jsonSchema.pattern;
  // Generators give each value of an enum a name, and nothing has none.
  if (jsonSchema.enum?.includes('')) {
    jsonSchema.pattern = `^(${jsonSchema.enum.join('|')})$`;
    jsonSchema.maxLength = Math.max(...jsonSchema.enum.map((value) => String(value).length));
    delete jsonSchema.enum;
  }
}

/**
 * Describes a parameter once, and puts the example of a required one beside its schema: the documentation pages fill in
 * what stands there, which of the optional ones would send all filters at once, and only show what stands in the schema.
 */
export function refineParameter(parameter: oas32.ParameterObject): void {
  const schema = objectSchema(parameter.schema);
  if (!schema) return;
  parameter.description ??= schema.description;
  delete schema.description;
  if (schema.type === 'array') describeRepeated(parameter, schema);
  if (!parameter.required) return;
  parameter.example = schema.examples?.[0];
  delete schema.examples;
}

/** Says that a list is a repeated parameter, which is the default, but not of every generator of clients. */
function describeRepeated(parameter: oas32.ParameterObject, { items }: oas32.SchemaObjectValue): void {
  parameter.style = 'form';
  parameter.explode = true;
  const item = objectSchema(items);
  delete item?.description;
  delete item?.examples;
}
