import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import swaggerUi from '@fastify/swagger-ui';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isKnownTag } from './hooks.ts';
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
  await app.register(async (pages) => {
    pages.addHook('onSend', async (request, reply, payload) => {
      if (typeof payload !== 'string') return payload;
      if (request.routeOptions.url === SCALAR_SCRIPT) return cachedScript(request, reply, payload);
      if (!String(reply.getHeader('content-type')).startsWith('text/html')) return payload;
      const page = readable(payload);
      reply.header('content-security-policy', contentSecurityPolicyOf(page));
      return page;
    });
    await pages.register(swaggerUi, {
      routePrefix: '/docs',
      theme: {
        title: 'On Record: API',
        js: [{ filename: 'names.js', content: readFileSync(join(import.meta.dirname, 'names.js'), 'utf8') }],
      },
      // BaseLayout omits the bar that loads other documents.
      uiConfig: {
        layout: 'BaseLayout',
        docExpansion: 'list',
        deepLinking: true,
        tryItOutEnabled: true,
        validatorUrl: null,
      },
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
    // Without a value, since one that is shown is taken for one that is sent.
    parameter.examples = { example: { 'x-disabled': true } };
    delete schema?.examples;
    delete schema?.default;
  }
  return copy;
}

/** A page as phones and screen readers take it: in its own width, and in a language. */
const readable = (page: string) =>
  page
    .replace(/<body>(?![\s\S]*names\.js)/, '<body><script src="/docs/static/theme/names.js" defer></script>')
    .replace(/<html>/, '<html lang="en">')
    .replace(
      /<head>(?![\s\S]*name="viewport")/,
      '<head><meta name="viewport" content="width=device-width, initial-scale=1">',
    );

const SCALAR_SCRIPT = '/reference/js/scalar.js';

/** The script has four megabytes and changes only with the service. */
function cachedScript(request: FastifyRequest, reply: FastifyReply, script: string): string {
  scriptTag ??= `"${createHash('sha256').update(script).digest('base64url').slice(0, 22)}"`;
  reply.headers({ etag: scriptTag, 'cache-control': 'public, max-age=86400' });
  if (!isKnownTag(request, scriptTag)) return script;
  reply.code(304);
  return '';
}
let scriptTag: string | undefined;

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
