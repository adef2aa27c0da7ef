import { createHash } from 'node:crypto';
import swaggerUi from '@fastify/swagger-ui';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import { type OpenApiDocument, objectSchema, operationsOf, parametersOf } from './openapi/parts.ts';

/** What a page may load: files of this service, and nothing from another host. */
export const CONTENT_SECURITY_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  // Both documentation pages add inline style sheets while they run.
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** Serves Swagger UI at `/docs` and Scalar at `/reference`, both from this host alone. */
export async function registerDocsPages(app: FastifyInstance, document: OpenApiDocument): Promise<void> {
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    theme: { title: 'On Record: API' },
    // BaseLayout omits the bar that loads other documents.
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
        reply.header('content-security-policy', contentSecurityPolicyOf(payload));
      }
      return payload;
    });
    const reference = withOptionalParametersDisabled(document);
    pages.get('/reference/openapi.json', () => reference);
    await pages.register(scalar, {
      routePrefix: '/reference',
      configuration: {
        url: '/reference/openapi.json',
        pageTitle: 'On Record: API',
        favicon: '/docs/static/favicon-32x32.png',
        withDefaultFonts: false,
        // Each of these would send the user, or what the user types, to Scalar's own servers.
        telemetry: false,
        agent: { disabled: true },
        mcp: { disabled: true },
        showDeveloperTools: 'never',
        hideClientButton: true,
      },
    });
  });
}

/**
 * The document for Scalar, which would enable every optional parameter that has an example, a default or an enum, and so
 * send a request with all filters at once.
 */
function withOptionalParametersDisabled(document: OpenApiDocument): OpenApiDocument {
  const copy = structuredClone(document);
  for (const parameter of operationsOf(copy).flatMap(parametersOf)) {
    if (parameter.in !== 'query' || parameter.required) continue;
    const schema = objectSchema(parameter.schema);
    const value = schema?.examples?.[0] ?? schema?.default;
    parameter.examples = { example: { ...(value !== undefined && { value }), 'x-disabled': true } };
    delete schema?.examples;
  }
  return copy;
}

/** The policy of a page: that of the service, and the hash of each inline script. */
function contentSecurityPolicyOf(page: string): string {
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

const inlineScripts = (page: string) =>
  page.split('</script>').flatMap((part) => {
    const [, tag] = part.split(/<script(.*)/s);
    const end = tag?.indexOf('>') ?? -1;
    return end < 0 || /\ssrc=/.test(tag!.slice(0, end)) ? [] : [tag!.slice(end + 1)];
  });
