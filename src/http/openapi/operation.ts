import type { z } from 'zod';
import type { Query } from '../../query/define.ts';
import { exampleAddress } from '../../query/example-url.ts';
import { furtherMediaTypes } from '../route.ts';

interface Schema {
  examples?: unknown[];
  default?: unknown;
  format?: string;
  pattern?: string;
  maximum?: number;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: Schema;
  example?: unknown;
  examples?: unknown;
}

interface Media {
  schema?: { type: string };
  examples?: Record<string, { summary: string; value: unknown }>;
}

interface Response {
  description?: string;
  headers?: object;
  content?: Record<string, Media>;
  $ref?: string;
}

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  parameters?: Parameter[];
  security?: object[];
  requestBody?: object;
  responses: Record<string, Response>;
}

/** Adds to an operation what its query knows and the generator drops: examples, defaults, the links of a list. */
export function completeOperation(operation: Operation, query: Query | undefined, answer: unknown): void {
  if (!query) for (const parameter of operation.parameters ?? []) showInSchema(parameter);
  if (!query) return;
  const shape: Record<string, z.ZodType> = { ...query.pathParams?.shape, ...query.params.shape };
  for (const parameter of operation.parameters ?? []) {
    const schema = shape[parameter.name];
    if (schema) completeParameter(parameter, documented(schema));
  }
  const examples = query.examples.map((example) => {
    const address = exampleAddress(query, example);
    return `- ${example.summary} [\`${address}\`](${address})`;
  });
  operation.description += `\n\nExamples:\n\n${examples.join('\n')}`;
  completeAnswer(operation, query, answer);
}

function completeAnswer(operation: Operation, query: Query, answer: unknown): void {
  const answered = operation.responses[200]!;
  answered.headers = { ...ETAG, ...(query.list && !query.unpaged && LINK) };
  operation.responses[304] ??= { description: 'The client has this answer already.', headers: ETAG };
  answered.content ??= {};
  const media = answered.content['application/json'];
  if (media && answer !== undefined) {
    const summary = exampleAddress(query, answeredExample(query));
    media.examples = { answer: { summary, value: answer } };
  }
  for (const type of furtherMediaTypes(query)) {
    answered.content[type] ??= {
      schema: { type: /[+/]json$/.test(type) ? 'object' : 'string' },
    };
  }
}

/** The request whose answer is shown: the first example of a query, and of a list the first item. */
export function answeredExample({ examples, list, params }: Query) {
  const { summary, request } = examples[0]!;
  return { summary, request: list && 'limit' in params.shape ? { ...request, limit: '1' } : request };
}

const ETAG = {
  ETag: {
    description: 'Version of the graph; sent back as `If-None-Match`, it asks only for a newer answer.',
    schema: { type: 'string' },
  },
};

const LINK = {
  Link: {
    description: 'The next page as RFC 8288 has it, `rel="next"`; absent at the end.',
    schema: { type: 'string' },
  },
};

/**
 * An example in the parameter itself would be filled in by the documentation pages, all of them at once; in its
 * schema it only shows. A parameter that is required has to be filled in anyway.
 */
function completeParameter(parameter: Parameter, meta: Schema & { description?: string }): void {
  const { example: _example, examples: _examples, ...rest } = parameter;
  for (const name of Object.keys(parameter)) delete parameter[name as keyof Parameter];
  Object.assign(parameter, rest);
  parameter.description ??= meta.description;
  if (meta.default !== undefined) parameter.schema.default ??= meta.default;
  if (parameter.required) parameter.example = meta.examples?.[0];
  else if (meta.examples) parameter.schema.examples = meta.examples;
  // The pattern of a date says in three hundred characters what its format says.
  if (parameter.schema.format === 'date') delete parameter.schema.pattern;
}

/** The same for a route that is no query, whose example the generator has put into the parameter itself. */
function showInSchema(parameter: Parameter): void {
  if (parameter.in !== 'query' || parameter.example === undefined) return;
  parameter.schema.examples = [parameter.example];
  delete parameter.example;
}

/** What a schema and those that it wraps say of themselves. */
function documented(schema: z.ZodType): Schema & { description?: string } {
  const { innerType } = schema._zod.def as unknown as { innerType?: z.ZodType };
  return { ...(innerType && documented(innerType)), ...schema.meta() };
}
