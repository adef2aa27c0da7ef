import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { parametersProblem } from '../http/problem.ts';
import type { Row } from '../model/row.ts';

/*
 * Tools take the parameters of routes, by the very schemas of the routes. Those read text, as a URL has it; a client of tools
 * sends numbers, lists and `true` as JSON has them, as their documentation says.
 */

/**
 * The values of parameters out of the arguments of a tool; null counts as not given.
 * @throws Problem that names every argument that is wrong, and what would be right.
 */
export function parameterValues(params: z.ZodObject, given: Row): Row {
  const texts = Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, asText(value)]],
    ),
  );
  const parsed = params.safeParse(texts);
  if (parsed.success) return parsed.data;
  throw parametersProblem(parsed.error.issues, params, texts);
}

/** A value as a URL has it. */
function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

/** Parameters as JSON Schema: what a client has to know to fill them in, since models are given all of it each time. */
export const argumentsSchema = (params: z.ZodObject): Row =>
  withoutHead(z.toJSONSchema(params, { io: 'input', override: ({ jsonSchema }) => shorten(jsonSchema) }));

/** What a tool returns as JSON Schema. */
export const resultSchema = (output: z.ZodObject): Row =>
  withoutHead(z.toJSONSchema(output, { io: 'output', override: ({ jsonSchema }) => shorten(jsonSchema) }));

const withoutHead = ({ $schema: _schema, ...schema }: Row): Row => schema;

/** Takes out what a failure tells when it comes to that, and what is said of a list and of its items alike. */
function shorten(schema: z.core.JSONSchema.BaseSchema): void {
  for (const name of ['examples', 'minLength', 'maxLength', 'maxItems', 'additionalProperties'] as const)
    delete schema[name];
  const { items } = schema;
  if (typeof items !== 'object' || Array.isArray(items) || !('description' in items)) return;
  if (schema.description === undefined) return;
  schema.description = schema.description.replace(REPEATED, ' Any of them.');
  delete items.description;
}

/** How the documentation of a URL says that a parameter may be given several times. */
const REPEATED = / Repeated for each of several, \d+ at most\.$/;

/**
 * A schema as the protocol's library takes it. It is made once, since each request has a server of its own, and checks nothing
 * itself: what is wrong with arguments is told by `parameterValues`.
 */
export const asStandardSchema = (schema: Row): StandardSchemaWithJSON<Row, Row> => ({
  '~standard': {
    version: 1,
    vendor: 'on-record',
    validate: (value) => ({ value: value as Row }),
    jsonSchema: { input: () => schema, output: () => schema },
  },
});
