import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import { MEDIA_TYPES } from '../formats/media-types.ts';
import type { Page, PageExample } from '../pages/define.ts';
import { HOME_REQUESTS, homePage } from '../pages/home.ts';
import { documentOf } from '../pages/layout.ts';
import { mapPage } from '../pages/map.ts';
import { atOneVersion } from '../query/consistency.ts';
import { acceptedType } from './accepted-type.ts';
import type { DocumentedRoute } from './openapi/routes.ts';
import { PAGE_HEADERS } from './page-request.ts';
import { notAcceptable, type Serving } from './route.ts';
import { contextOf, isCurrent, notModified, tagWith } from './tags.ts';

const ServiceMap = z
  .object({
    title: z.string().describe('Name of the service.'),
    description: z.string().describe('What it is for.'),
    version: z.string().describe('Version of the service.'),
    documentation: z
      .object({
        pages: z.string().describe('The documentation as a page that sends requests.'),
        reference: z.string().describe('The documentation as a page to read.'),
        openapi: z.string().describe('The documentation as an OpenAPI document.'),
      })
      .describe('Where the documentation is.'),
    paths: z
      .array(
        z
          .object({
            method: z.string().describe('Method of HTTP.'),
            path: z.string().describe('The path, with its parameters as `{name}`.'),
            summary: z.string().describe('What is there.'),
          })
          .meta({ id: 'MappedPath', description: 'A path of the service.' }),
      )
      .describe('Every path, in the order of the documentation.'),
  })
  .meta({ id: 'ServiceMap', description: 'What there is, and where.' });

type ServiceMap = z.output<typeof ServiceMap>;

const TYPES = [MEDIA_TYPES.json, MEDIA_TYPES.html];
const AN_HOUR = { 'cache-control': 'public, max-age=3600' };

/**
 * Tells at `/` and `/v1` what there is: programs in JSON, and people on a page, which at `/` begins with the record.
 * @param examples questions of the first page.
 */
export function registerServiceMap(
  api: FastifyInstance,
  { graph, gates, pages }: Pick<Serving, 'graph' | 'gates' | 'pages'>,
  routes: readonly DocumentedRoute[],
  examples: readonly PageExample[],
): void {
  const showHome = async (request: FastifyRequest, reply: FastifyReply) => {
    const { outcome, version } = await atOneVersion(graph, (at) =>
      gates.reading.run(() => pages.readFurther(at, HOME_REQUESTS, contextOf(request))),
    );
    tagWith(reply, version, 'html');
    if (isCurrent(request, reply)) return notModified(reply);
    const page = homePage(outcome, examples);
    return sendPage(request, reply, page);
  };
  const showMap = (request: FastifyRequest, reply: FastifyReply) =>
    sendPage(request, reply.headers(AN_HOUR), mapPage(mapOf(routes).paths));
  for (const [url, operationId, showPage] of [
    ['/', 'getServiceMap', showHome],
    ['/v1', 'getApiMap', showMap],
  ] as const) {
    api.get(
      url,
      {
        schema: {
          operationId,
          tags: ['service'],
          summary: 'What there is, and where',
          description: 'A map of the service: its documentation and its paths. A browser gets a page.',
          response: {
            200: { description: 'The map.', content: { 'application/json': { schema: ServiceMap } } },
          },
        },
      },
      async (request, reply) => {
        const type = acceptedType(request, TYPES);
        if (type === undefined) throw notAcceptable(request, TYPES);
        return type === MEDIA_TYPES.html
          ? showPage(request, reply)
          : reply.headers(AN_HOUR).send(mapOf(routes));
      },
    );
  }
}

const sendPage = (request: FastifyRequest, reply: FastifyReply, page: Page) =>
  reply
    .headers(PAGE_HEADERS)
    .serializer(String)
    .send(documentOf(page, { url: new URL(request.url, request.origin), origin: request.origin }));

const mapOf = (routes: readonly DocumentedRoute[]): ServiceMap => ({
  title: 'On Record',
  description: 'Who said what about whom, and when: a knowledge graph of the public record.',
  version: packageJson.version,
  documentation: { pages: '/docs', reference: '/reference', openapi: '/openapi.json' },
  paths: routes.map(({ method, path, schema }) => ({
    method: method.toUpperCase(),
    path,
    summary: schema.summary,
  })),
});
