import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Query } from '../../query/define.ts';
import { ProblemDetails } from '../problem.ts';
import { finishDocument } from './finish.ts';

export const TAGS = [
  { name: 'statements', description: 'Who said what about whom, and when.' },
  {
    name: 'entities',
    description: 'People, countries, organizations and places, and the roles that people hold.',
  },
  { name: 'relations', description: 'Who is related to whom, as an article states it.' },
  { name: 'mentions', description: 'Where entities are mentioned, resolved or not.' },
  { name: 'search', description: 'Finding things by words and by beginnings of names.' },
  { name: 'events', description: 'What happened, or is said to have happened.' },
  { name: 'articles', description: 'The sources, and what they claim without becoming a fact.' },
  { name: 'statistics', description: 'How much, how often and in which tone.' },
  { name: 'networks', description: 'Who is connected to whom, and by what.' },
  { name: 'vocabularies', description: 'The words that the graph describes things with.' },
  {
    name: 'reconciliation',
    description: 'Matching names of a table to entities, for OpenRefine and its like.',
  },
  { name: 'service', description: 'The state of the service itself.' },
];

const DESCRIPTION = `A knowledge graph of the public record, and a typed API over it.

The graph never asserts what an article merely claims. Every fact carries the characters of the source that say so;
contested attributions stand side by side with their reasons; what the source does not say is null.

**Names.** A parameter that names an entity takes its id or any alias ("Trump", "the US"). An ambiguous name answers 400
with the candidates, an unknown one 404 with the nearest.

**Lists** answer \`{ "items": […], "next": cursor or null }\` and a \`Link\` header; pass \`next\` as \`cursor\` for the next page.

**Dates** are EDTF (ISO 8601-2) with the first and last day that they may mean; a filter matches where the intervals overlap.

**Errors** are RFC 9457 problem details with a stable \`code\`, and name every fault with what would be right.`;

export interface OpenApiOptions {
  version: string;
  queries: Query[];
  /** The answer to the first example of a query, by its operation id. */
  answers: ReadonlyMap<string, unknown>;
}

/** Serves `/openapi.json`. Register it before the routes that it describes. */
export async function registerOpenApi(app: FastifyInstance, options: OpenApiOptions): Promise<void> {
  z.globalRegistry.add(ProblemDetails, { id: 'Problem', description: ProblemDetails.description });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.1',
      info: {
        title: 'On Record',
        summary: 'Who said what about whom, and when.',
        description: DESCRIPTION,
        version: options.version,
        license: { name: 'MIT', identifier: 'MIT' },
        contact: { name: 'The developers of On Record' },
      },
      servers: [{ url: '/', description: 'This service.' }],
      security: [],
      tags: TAGS,
      components: {
        securitySchemes: {
          writeKey: {
            type: 'http',
            scheme: 'bearer',
            description: 'The key that this service was started with; reading takes none.',
          },
        },
      },
    },
    transform: createJsonSchemaTransform({}) as never,
    transformObject: (document) =>
      finishDocument(createJsonSchemaTransformObject({})(document as never) as never, options) as never,
  });
  app.get('/openapi.json', { schema: { hide: true } as never }, () => app.swagger());
}
