import { createHash } from 'node:crypto';
import swaggerUi from '@fastify/swagger-ui';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import type { Operation } from './openapi/operation.ts';

/** What a page of this service may load: its own files, and nothing from another host. */
export const CONTENT_SECURITY_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  // Both documentation pages put style sheets into themselves as they run.
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** Serves Swagger UI at `/docs` and Scalar at `/reference`, both from this host alone. */
export async function registerDocsPages(app: FastifyInstance): Promise<void> {
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    theme: { title: 'On Record: API' },
    logo: null as never,
    // BaseLayout leaves out the bar that loads other documents.
    uiConfig: {
      layout: 'BaseLayout',
      docExpansion: 'list',
      deepLinking: true,
      tryItOutEnabled: true,
      validatorUrl: null,
    },
  });
  await app.register(async (pages) => {
    pages.addHook('onSend', async (_request, reply, payload) => {
      if (typeof payload === 'string' && String(reply.getHeader('content-type')).startsWith('text/html')) {
        reply.header('content-security-policy', policyFor(payload));
      }
      return payload;
    });
    pages.get('/reference/openapi.json', { schema: { hide: true } as never }, () =>
      withNothingTicked(app.swagger()),
    );
    await pages.register(scalar, {
      routePrefix: '/reference',
      configuration: {
        url: '/reference/openapi.json',
        pageTitle: 'On Record: API',
        favicon: '/docs/static/favicon-32x32.png',
        withDefaultFonts: false,
        // What follows would send its user, or what is typed in, to Scalar's own servers.
        telemetry: false,
        agent: { disabled: true },
        mcp: { disabled: true },
        showDeveloperTools: 'never',
        hideClientButton: true,
      } as never,
    });
  });
}

/**
 * The document for Scalar, which would tick every optional parameter that has an example, a default or fixed words, and
 * so send a request with all filters at once.
 */
function withNothingTicked(document: object): object {
  const copy = structuredClone(document) as { paths: Record<string, Record<string, Operation>> };
  const operations = Object.values(copy.paths).flatMap((path) => Object.values(path));
  for (const parameter of operations.flatMap(({ parameters = [] }) => parameters)) {
    if (parameter.in !== 'query' || parameter.required) continue;
    const value = parameter.example ?? parameter.schema.examples?.[0] ?? parameter.schema.default;
    parameter.examples = { example: { ...(value !== undefined && { value }), 'x-disabled': true } };
    delete parameter.example;
    delete parameter.schema.examples;
  }
  return copy;
}

/** The policy, and the hash of each script that stands in the page itself. */
function policyFor(page: string): string {
  const hashes = inlineScripts(page).map(
    (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  const policy = {
    ...CONTENT_SECURITY_POLICY,
    'script-src': [...CONTENT_SECURITY_POLICY['script-src'], ...hashes],
  };
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join(';');
}

/** The scripts that stand in a page itself. */
const inlineScripts = (page: string) =>
  page.split('</script>').flatMap((part) => {
    const [, tag] = part.split(/<script(.*)/s);
    const end = tag?.indexOf('>') ?? -1;
    return end < 0 || /\ssrc=/.test(tag!.slice(0, end)) ? [] : [tag!.slice(end + 1)];
  });
