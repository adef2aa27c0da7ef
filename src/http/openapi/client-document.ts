import type { oas32 } from 'zod-openapi';
import { PROBLEM_TYPE } from '../problem.ts';
import type { OpenApiDocument } from './parts.ts';

const JSON_TYPE = 'application/json';

/** A protocol of its own, whose clients are not generated. */
const LEFT_OUT = 'reconciliation';

/** Parameters that choose a format, or say how a format other than JSON is written. */
const OF_FORMATS = new Set(['format', 'rows', 'bom']);

const DESCRIPTION = `For generators of clients: the operations of \`/openapi.json\` that respond in JSON, each with the one JSON response
that it has and one problem for whatever goes wrong. Reconciliation and further formats are in \`/openapi.json\` alone.`;

/**
 * The document for generators of clients, made from the whole one: a generator takes several media types of a response, or
 * several responses that are errors, for types that a caller must tell apart, or refuses them.
 */
export function clientDocument({
  paths = {},
  components = {},
  tags = [],
  ...whole
}: OpenApiDocument): OpenApiDocument {
  const { schemas = {}, responses = {}, securitySchemes = {} } = components;
  const kept = Object.fromEntries(
    Object.entries(paths).flatMap(([path, item]) => {
      const operations = Object.entries(item).flatMap(([method, operation]) =>
        isForClients(operation) ? [[method, withJsonAlone(operation)] as const] : [],
      );
      return operations.length > 0 ? [[path, Object.fromEntries(operations)] as const] : [];
    }),
  );
  const problem = problemOf(responses);
  return {
    ...whole,
    info: { ...whole.info, description: DESCRIPTION },
    tags: tags.filter(({ name }) => name !== LEFT_OUT),
    components: {
      securitySchemes,
      schemas: schemasUsedIn({ kept, problem }, schemas),
      responses: { Problem: problem },
    },
    paths: kept,
  };
}

function isForClients({ tags = [], responses = {} }: oas32.OperationObject): boolean {
  const preferred = contentsOf(responses).map((content) => Object.keys(content)[0]);
  return !tags.includes(LEFT_OUT) && preferred.every((type) => type === JSON_TYPE);
}

const contentsOf = (responses: oas32.ResponsesObject) =>
  successes(responses).flatMap(([, { content }]) => (content ? [content] : []));

const successes = (responses: oas32.ResponsesObject) =>
  Object.entries(responses).filter(
    (entry): entry is [string, oas32.ResponseObject] => entry[0].startsWith('2') && !('$ref' in entry[1]),
  );

/** An operation without further formats, and without the responses that no caller tells apart. */
function withJsonAlone({
  parameters = [],
  responses = {},
  requestBody,
  ...operation
}: oas32.OperationObject): oas32.OperationObject {
  const found = successes(responses).map(
    ([status, { content, headers: _headers, ...response }]) =>
      [status, { ...response, ...(content && { content: { [JSON_TYPE]: content[JSON_TYPE]! } }) }] as const,
  );
  const left = parameters.filter((parameter) => !('name' in parameter && OF_FORMATS.has(parameter.name)));
  return {
    ...operation,
    ...(left.length > 0 && { parameters: left }),
    ...(requestBody && { requestBody: asJsonAlone(requestBody) }),
    responses: { ...Object.fromEntries(found), default: { $ref: '#/components/responses/Problem' } },
  };
}

const asJsonAlone = (
  body: NonNullable<oas32.OperationObject['requestBody']>,
): NonNullable<oas32.OperationObject['requestBody']> =>
  'content' in body && body.content[JSON_TYPE]
    ? { ...body, content: { [JSON_TYPE]: body.content[JSON_TYPE] } }
    : body;

/** The one problem: all of them have the same body. */
function problemOf(responses: oas32.ComponentsObject['responses'] = {}): oas32.ResponseObject {
  const [any] = Object.values(responses).flatMap((response) => ('content' in response ? [response] : []));
  return {
    description: 'What was wrong, where, and what would be right.',
    content: { [PROBLEM_TYPE]: any!.content![PROBLEM_TYPE]! },
  };
}

/** The schemas that something refers to, and those that they refer to in turn. */
function schemasUsedIn(content: unknown, schemas: oas32.SchemasObject): oas32.SchemasObject {
  const used = new Set<string>();
  const visit = (node: unknown) => {
    for (const [, name] of JSON.stringify(node).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name!)) continue;
      used.add(name!);
      visit(schemas[name!]);
    }
  };
  visit(content);
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)));
}
