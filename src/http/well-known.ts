import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { PAGES } from '../limits.ts';
import { ASSETS, assetPath } from '../pages/assets.ts';
import type { FurtherRequest, List } from '../pages/define.ts';
import { WORDS } from '../pages/words.ts';
import { atOneVersion } from '../query/consistency.ts';
import { cookbookQuestions } from './cookbook.ts';
import type { Serving } from './route.ts';
import { contextOf, isCurrent, notModified, tagWith } from './tags.ts';

/** Their paths change with their content. */
const FOREVER = { 'cache-control': 'public, max-age=31536000, immutable' };
const A_DAY = { 'cache-control': 'public, max-age=86400' };

const ICON = readFileSync(join(import.meta.dirname, 'favicon.ico'));
const TEXT = 'text/plain; charset=utf-8';

/** Pages of one thing are for a crawler; lists under every combination of filters have no end. */
const robots = (origin: string) => `User-agent: *
Disallow: /metrics
Disallow: /v1/reconcile
Disallow: /*?
Allow: /assets/

Sitemap: ${origin}/sitemap.xml
`;

/** The files of the pages, and what browsers, crawlers and agents ask every host for. */
export function registerWellKnownFiles(
  app: FastifyInstance,
  {
    graph,
    gates,
    pages,
    securityContact,
  }: Pick<Serving, 'graph' | 'gates' | 'pages'> & { securityContact?: string },
): void {
  for (const [name, { type, content }] of ASSETS)
    app.get(assetPath(name), (_request, reply) => reply.headers(FOREVER).type(type).send(content));
  app.get('/favicon.ico', (_request, reply) => reply.headers(A_DAY).type('image/x-icon').send(ICON));
  app.get('/robots.txt', ({ origin }, reply) => reply.headers(A_DAY).type(TEXT).send(robots(origin)));
  app.get('/opensearch.xml', ({ origin }, reply) =>
    reply.headers(A_DAY).type('application/opensearchdescription+xml').send(searchDescription(origin)),
  );
  app.get('/llms.txt', ({ origin }, reply) => reply.headers(A_DAY).type(TEXT).send(forAgents(origin)));
  app.get('/sitemap.xml', async (request, reply) => {
    const { outcome, version } = await atOneVersion(graph, (at) =>
      gates.reading.run(() => pages.readFurther(at, LISTED, contextOf(request))),
    );
    tagWith(reply, version, 'html');
    if (isCurrent(request, reply)) return notModified(reply);
    return reply.type('application/xml; charset=utf-8').send(siteMap(request.origin, outcome));
  });
  if (securityContact !== undefined) {
    app.get('/.well-known/security.txt', (_request, reply) =>
      reply.headers(A_DAY).type(TEXT).send(securityText(securityContact)),
    );
  }
}

/** What the site map lists: of each kind as many as a crawler is likely to read. */
const LISTED: Record<string, FurtherRequest> = {
  articles: { operationId: 'listArticles', params: {}, most: PAGES.listed },
  entities: { operationId: 'listEntities', params: {}, most: PAGES.listed },
  events: { operationId: 'listEvents', params: {}, most: PAGES.listed },
  statements: { operationId: 'listStatements', params: {}, most: PAGES.listed },
};

function siteMap(origin: string, lists: Record<string, List<{ id: string }>>): string {
  const paths = Object.entries(lists).flatMap(([kind, { items }]) =>
    items.map(({ id }) => `/v1/${kind}/${encodeURIComponent(id)}`),
  );
  const urls = ['/', ...Object.keys(lists).map((kind) => `/v1/${kind}`), ...paths];
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.map((path) => `<url><loc>${escaped(origin + path)}</loc></url>`).join('\n')}
</urlset>
`;
}

const searchDescription = (origin: string) => `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${WORDS.name}</ShortName>
<Description>${WORDS.motto}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image width="32" height="32" type="image/x-icon">${escaped(origin)}/favicon.ico</Image>
<Url type="text/html" method="get" template="${escaped(origin)}/v1/search?q={searchTerms}"/>
</OpenSearchDescription>
`;

const QUESTIONS = Map.groupBy(cookbookQuestions(), ({ group }) => group);

/** What a language model needs to ask the record: where its documentation is, and every question of the cookbook with its URL. */
const forAgents = (origin: string) => `# ${WORDS.name}

> ${WORDS.motto}. ${WORDS.about}

Every URL responds with JSON; \`format=\` chooses another format. Parameters that name an entity take its id or any alias.
What a source does not say is null. Cite a statement by its URL, and an article's words by the evidence that comes with each fact.

## Documentation

- [OpenAPI](${origin}/openapi.json): every path, parameter and response
- [All paths](${origin}/v1): a map of the service
- [Vocabularies](${origin}/v1/vocabularies): what parameters and fields can be
- [Problems](${origin}/problems): what can go wrong, and what to do then
- [Tools](${origin}/mcp): the same questions as tools of the Model Context Protocol, by POST

${[...QUESTIONS]
  .map(
    ([group, all]) => `## ${group}

${all.map(({ question, path }) => `- [${question}](${origin}${path})`).join('\n')}
`,
  )
  .join('\n')}`;

const A_YEAR = 365 * 24 * 60 * 60 * 1000;

/** RFC 9116. It expires a year after the service started, so that one which nobody runs any more is not believed. */
const securityText = (contact: string) => `Contact: ${contact}
Expires: ${new Date(STARTED + A_YEAR).toISOString()}
Preferred-Languages: en
`;

const STARTED = Date.now();

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
