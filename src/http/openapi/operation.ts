import type { ZodOpenApiContentObject, ZodOpenApiOperationObject } from 'zod-openapi';
import { MEDIA_TYPES } from '../../formats/media-types.ts';
import { HTTP } from '../../limits.ts';
import { CACHE, CORS, ELSEWHERE, LIST, PAGE } from './headers.ts';
import { problemResponses } from './problem-responses.ts';
import type { QueryDocumentation } from './query-documentation.ts';
import type { RouteSchema } from './routes.ts';

/** The operation of a route. */
export function operationOf(schema: RouteSchema): ZodOpenApiOperationObject {
  const { params, querystring, headers, body, consumes, response, ...about } = schema;
  const [bodyType = 'application/json', ...textTypes] = consumes ?? [];
  const responses = Object.entries(response).map(
    ([status, { description, content, headers: further }]) =>
      [status, { description, content, headers: { ...CORS, ...further } }] as const,
  );
  return {
    ...about,
    ...((querystring || params || headers) && {
      requestParams: {
        ...(querystring && { query: querystring }),
        ...(params && { path: params }),
        ...(headers && { header: headers }),
      },
    }),
    ...(body && {
      requestBody: {
        required: true,
        content: { [bodyType]: { schema: body }, ...Object.fromEntries(textTypes.map(asText)) },
      },
    }),
    responses: {
      ...Object.fromEntries(responses),
      ...problemResponses(schema, MEDIA_TYPES.html in (response[200]?.content ?? {})),
    },
  };
}

const asText = (type: string) => [
  type,
  { schema: { type: 'string' as const, maxLength: HTTP.articleLimit } },
];

/** The operation of a query: that of its route, with examples, further media types, and the headers of caches and lists. */
export function queryOperation(
  schema: RouteSchema,
  { examples, responseUrl, furtherMediaTypes, isList, hasPages }: QueryDocumentation,
  exampleResponse: unknown,
): ZodOpenApiOperationObject {
  const exampleList = examples.map(({ summary, url }) => `- ${summary} [\`${url}\`](${url})`).join('\n');
  const { description, content } = schema.response[200]!;
  const example = { summary: responseUrl, value: exampleResponse };
  const hasHtml = furtherMediaTypes.includes(MEDIA_TYPES.html);
  return operationOf({
    ...schema,
    description: `${schema.description}\n\nExamples:\n\n${exampleList}`,
    response: {
      200: {
        description,
        content: {
          // First, since some generators of clients take the first one for the only one.
          'application/json': { ...content?.['application/json'], examples: { example } },
          ...furtherContent(furtherMediaTypes),
        },
        headers: { ...CACHE, ...(isList && LIST), ...(hasPages && PAGE) },
      },
      ...(hasHtml && {
        302: { description: 'The page without what its form left empty.', headers: ELSEWHERE },
      }),
      304: { description: 'The client has this response already.', headers: CACHE },
      ...(schema.params && {
        308: { description: 'It goes by another id, since a decision.', headers: ELSEWHERE },
      }),
    },
  });
}

const furtherContent = (mediaTypes: string[]): ZodOpenApiContentObject =>
  Object.fromEntries(
    mediaTypes.map((type) => [type, { schema: { type: /[+/]json$/.test(type) ? 'object' : 'string' } }]),
  );
