import swagger, { type StaticDocumentSpec } from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Query } from '../../query/define.ts';
import { clientDocument } from './client-document.ts';
import { exampleResponses } from './example-responses.ts';
import { operationOf, queryOperation } from './operation.ts';
import { DESCRIPTION, TAGS } from './overview.ts';
import { type OpenApiDocument, operationsOf, parametersOf } from './parts.ts';
import { documentationOf } from './query-documentation.ts';
import { refineParameter, refineSchema } from './refine.ts';
import { nameResponseBody } from './response-names.ts';
import type { DocumentedRoute } from './routes.ts';

/** The OpenAPI document of the routes, some of which serve queries. */
export function openApiDocument(
  routes: DocumentedRoute[],
  queries: Query[],
  version: string,
): OpenApiDocument {
  const document = createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'On Record',
        summary: 'Who said what about whom, and when.',
        description: DESCRIPTION,
        version,
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
            description: 'A key that this service was started with; reading takes none.',
          },
        },
      },
      paths: pathsOf(routes, queries),
    },
    { override: refineSchema },
  );
  const { schemas = {} } = document.components!;
  for (const operation of operationsOf(document)) {
    parametersOf(operation).forEach(refineParameter);
    nameResponseBody(operation, schemas);
  }
  return document;
}

function pathsOf(routes: DocumentedRoute[], queries: Query[]): ZodOpenApiPathsObject {
  const byId = new Map(queries.map((query) => [query.operationId, documentationOf(query)]));
  const paths: ZodOpenApiPathsObject = {};
  for (const { method, path, schema } of routes) {
    const query = byId.get(schema.operationId);
    const operation = query
      ? queryOperation(schema, query, exampleResponses.get(schema.operationId))
      : operationOf(schema);
    paths[path] = { ...paths[path], [method]: operation };
  }
  return paths;
}

/** Serves `/openapi.json` and what generators of clients take, and gives the document to Swagger UI. */
export async function registerOpenApi(app: FastifyInstance, document: OpenApiDocument): Promise<void> {
  await app.register(swagger, { mode: 'static', specification: { document } as StaticDocumentSpec });
  const forClients = clientDocument(document);
  app.get('/openapi.json', () => document);
  app.get('/openapi.client.json', () => forClients);
}
