import { isDeepStrictEqual } from 'node:util';
import type { oas32 } from 'zod-openapi';
import { objectSchema, parametersOf } from './parts.ts';

/**
 * Moves the response body of an operation to the named schemas: `StatementPage` is a better name in a client than what
 * each generator makes up of the operation. Bodies that are the same share one name.
 */
export function nameResponseBody(operation: oas32.OperationObject, schemas: oas32.SchemasObject): void {
  const media: oas32.MediaTypeObject | undefined = operation.responses?.[200]?.content?.['application/json'];
  const inline = objectSchema(media?.schema);
  if (!media || !inline?.properties) return;
  const body = describeBody(inline, operation);
  const name = nameOf(body, operation);
  schemas[name] ??= body;
  if (!isDeepStrictEqual(schemas[name], body)) throw new Error(`Two response bodies are called ${name}.`);
  media.schema = { $ref: `#/components/schemas/${name}` };
}

function describeBody(
  body: oas32.SchemaObjectValue,
  operation: oas32.OperationObject,
): oas32.SchemaObjectValue {
  const { items, next } = body.properties!;
  if (!items) return { description: `${operation.summary}.`, ...body };
  const limit = parametersOf(operation).find(({ name }) => name === 'limit');
  const maxItems = objectSchema(limit?.schema)?.maximum;
  return {
    description: next ? 'One page of a list.' : 'A list that has no further pages.',
    ...body,
    properties: {
      ...body.properties,
      items: { ...objectSchema(items), ...(maxItems !== undefined && { maxItems }) },
    },
  };
}

/** The name after what a list holds, or else after the operation. */
function nameOf(
  { properties = {} }: oas32.SchemaObjectValue,
  { operationId = '' }: oas32.OperationObject,
): string {
  const { items, next } = properties;
  const item = objectSchema(objectSchema(items)?.items)?.$ref?.split('/').at(-1);
  return item ? `${item}${next ? 'Page' : 'List'}` : operationId.replace(/^(get|list)/, '');
}
