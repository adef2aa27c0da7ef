import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { PROBLEMS } from '../errors.ts';
import { PROBLEM_TYPE, ProblemDetails } from './problem.ts';

export const TAGS = [
  { name: 'statements', description: 'Who said what about whom, and when.' },
  {
    name: 'entities',
    description: 'People, countries, organizations and places, and the roles that people hold.',
  },
  { name: 'events', description: 'What happened, or is said to have happened.' },
  { name: 'articles', description: 'The sources, and what they claim without becoming a fact.' },
  { name: 'service', description: 'The state of the service itself.' },
];

const DESCRIPTION = `*Who said what about whom, and when*: a knowledge graph of the public record.

The graph never asserts what an article merely claims. Every fact carries the characters of the source that say so;
contested attributions stand side by side with their reasons; what the source does not say is null.

**Names.** A parameter that names an entity takes its id or any alias ("Trump", "the US"). An ambiguous name answers 400
with the candidates, an unknown one 404 with the nearest.

**Lists** answer \`{ "items": […], "next": cursor or null }\` and a \`Link\` header; pass \`next\` as \`cursor\` for the next page.

**Dates** are EDTF (ISO 8601-2) with the first and last day that they may mean; a filter matches where the intervals overlap.

**Errors** are RFC 9457 problem details with a stable \`code\`, and name every fault with what would be right.`;

interface OpenApi {
  info: object;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown>; responses?: Record<string, unknown> };
}

interface Operation {
  operationId: string;
  parameters?: { schema: { examples?: unknown[]; type?: unknown }; examples?: unknown; example?: unknown }[];
  responses: Record<string, unknown>;
}

/** Serves `/openapi.json` and the two documentation pages, all from this host. Register it before the routes. */
export async function registerOpenApi(app: FastifyInstance, version: string): Promise<void> {
  z.globalRegistry.add(ProblemDetails, { id: 'Problem', description: ProblemDetails.description });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.1',
      info: {
        title: 'On Record',
        summary: 'Who said what about whom, and when.',
        description: DESCRIPTION,
        version,
        license: { name: 'MIT', identifier: 'MIT' },
        contact: { name: 'The developers of On Record', url: 'https://example.org/on-record' },
      },
      servers: [{ url: '/', description: 'This service.' }],
      security: [],
      tags: TAGS,
    },
    transform: createJsonSchemaTransform({}) as never,
    transformObject: (document) =>
      finish(createJsonSchemaTransformObject({})(document as never) as never) as never,
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: { docExpansion: 'list', deepLinking: true, tryItOutEnabled: true, validatorUrl: null },
  });
  await app.register(scalar, {
    routePrefix: '/reference',
    configuration: {
      url: '/openapi.json',
      withDefaultFonts: false,
      telemetry: false,
      agent: { disabled: true },
    } as never,
  });
  app.get('/openapi.json', { schema: { hide: true } as never }, () => app.swagger());
}

/** What the generators leave to be done: errors of each operation, and no schema that nothing refers to. */
function finish(document: OpenApi): OpenApi {
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path)) finishOperation(operation);
  }
  document.components.responses = Object.fromEntries(
    statuses().map(([status, codes]) => [
      `Problem${status}`,
      {
        description: `${codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join('. ')}.`,
        content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
  dropUnused(document);
  return document;
}

/** Problems of the transport are not those of one operation. */
const OF_THE_TRANSPORT = new Set([405, 414, 431]);

const statuses = () =>
  [
    ...Map.groupBy(Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[], (code) => PROBLEMS[code].status),
  ].filter(([status]) => !OF_THE_TRANSPORT.has(status));

function finishOperation(operation: Operation): void {
  for (const [status] of statuses()) {
    operation.responses[status] ??= { $ref: `#/components/responses/Problem${status}` };
  }
  for (const parameter of operation.parameters ?? []) {
    const [example] = parameter.schema.examples ?? [];
    delete parameter.schema.examples;
    delete parameter.examples;
    if (example !== undefined) parameter.example = example;
  }
}

function dropUnused(document: OpenApi): void {
  const { schemas } = document.components;
  for (;;) {
    const text = JSON.stringify(document);
    const unused = Object.keys(schemas).filter((name) => !text.includes(`"#/components/schemas/${name}"`));
    if (unused.length === 0) return;
    for (const name of unused) delete schemas[name];
  }
}
