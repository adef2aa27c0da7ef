import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import type { DocumentedRoute } from './openapi/routes.ts';
import { acceptedType, notAcceptable } from './route.ts';

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

const HTML = 'text/html; charset=utf-8';
const MEDIA_TYPES = ['application/json', HTML];
const A_DAY = { 'cache-control': 'public, max-age=86400' };

/** Tells at `/` and `/v1` what there is: programs in JSON, and browsers on a page. */
export function registerServiceMap(api: FastifyInstance, routes: readonly DocumentedRoute[]): void {
  const respond = (request: FastifyRequest, reply: FastifyReply) => {
    const type = acceptedType(request, MEDIA_TYPES);
    if (type === undefined) throw notAcceptable(request, MEDIA_TYPES);
    const map = mapOf(routes);
    return reply
      .headers({ 'cache-control': 'public, max-age=3600', 'content-type': type })
      .send(type === HTML ? pageOf(map) : map);
  };
  for (const [url, operationId] of [
    ['/', 'getServiceMap'],
    ['/v1', 'getApiMap'],
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
      respond,
    );
  }
}

const ICON = readFileSync(join(import.meta.dirname, 'favicon.ico'));

/** Lists without an end are nothing for a crawler; the documentation is. */
const ROBOTS = 'User-agent: *\nDisallow: /v1/\nDisallow: /metrics\n';

/** What browsers and crawlers ask every host for. */
export function registerWellKnownFiles(app: FastifyInstance): void {
  app.get('/favicon.ico', (_request, reply) => reply.headers(A_DAY).type('image/x-icon').send(ICON));
  app.get('/robots.txt', (_request, reply) =>
    reply.headers(A_DAY).type('text/plain; charset=utf-8').send(ROBOTS),
  );
}

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

function pageOf({ title, description, documentation, paths }: ServiceMap): string {
  const rows = paths
    .map(({ method, path, summary }) => {
      const isLink = method === 'GET' && !path.includes('{');
      return `<tr><td>${method}</td><td>${isLink ? link(path) : path}</td><td>${summary}</td></tr>`;
    })
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;overflow-wrap:anywhere}td,th{padding:.2rem .8rem .2rem 0;text-align:left;vertical-align:top}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${description}</p>
<p>Documentation: ${Object.values(documentation).map(link).join(', ')}</p>
<table>
<thead><tr><th scope="col">Method</th><th scope="col">Path</th><th scope="col">What is there</th></tr></thead>
<tbody>
${rows}
</tbody>
</table>
</main>
</body>
</html>
`;
}

const link = (path: string) => `<a href="${path}">${path}</a>`;
