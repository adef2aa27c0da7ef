import type { Operation } from './operation.ts';

interface AnswerSchema {
  $ref?: string;
  type?: string;
  description?: string;
  properties?: Record<string, { items?: { $ref?: string }; maxItems?: number }>;
}

/**
 * Moves the answer of each operation to the named schemas: `StatementPage` is a better name in a client than what
 * each generator makes up of the operation. Answers that are the same share one name.
 */
export function nameAnswers(operations: Operation[], schemas: Record<string, unknown>): void {
  for (const operation of operations) {
    const media = operation.responses[200]?.content?.['application/json'] as
      | { schema?: AnswerSchema }
      | undefined;
    if (media?.schema?.type !== 'object' || !media.schema.properties) continue;
    const answer = described(media.schema, operation);
    const name = freeName(answer, operation, schemas);
    schemas[name] = answer;
    media.schema = { $ref: `#/components/schemas/${name}` };
  }
}

function described(schema: AnswerSchema, { parameters, summary }: Operation): AnswerSchema {
  const { items, next, ...others } = schema.properties!;
  if (!items) return { description: `${summary}.`, ...schema };
  const most = parameters?.find(({ name }) => name === 'limit')?.schema.maximum;
  return {
    description: next ? 'One page of a list.' : 'A list that has no further pages.',
    ...schema,
    properties: {
      items: { ...items, ...(most !== undefined && { maxItems: most }) },
      ...(next && { next }),
      ...others,
    },
  };
}

/** The name after what a list holds, or else after the operation. */
function freeName(answer: AnswerSchema, operation: Operation, schemas: Record<string, unknown>): string {
  const own = operation.operationId.replace(/^(get|list)/, '');
  const { items, next } = answer.properties!;
  const suffix = items ? (next ? 'Page' : 'List') : '';
  const item = items?.items?.$ref?.split('/').at(-1);
  const isFree = (name: string) =>
    !(name in schemas) || JSON.stringify(schemas[name]) === JSON.stringify(answer);
  return [`${item ?? own}${suffix}`, `${own}${suffix}`].find(isFree) ?? `${own}Answer`;
}
