import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Graph } from '../db/client.ts';
import type { GraphVersion } from '../db/state-witness.ts';
import { Problem } from '../errors.ts';
import { LOAD } from '../limits.ts';
import { type CachedResponse, type Content, currentState, type ResponseCache } from '../query/consistency.ts';
import { brokenEscapes } from './broken-escapes.ts';
import { canonicalUrl } from './canonical-url.ts';
import { COMPRESSORS, type Coding, codingOf } from './content-coding.ts';
import { type KnownRoute, nearestPath } from './nearest-path.ts';
import { badPath, unknownParameter } from './problem.ts';
import { redactedUrl } from './request-log.ts';

/*
 * What is done with each request before its route: the checks that a route could not make, in the order of their cost.
 */

/** The id by which a request is found in the log. */
export const newRequestId = () => crypto.randomUUID();

/** A method that does something else must not meet what was cached for one that reads. */
const READING = new Set(['GET', 'HEAD']);

/** What a response is cached under. One that names its own host is not the response of another host. */
export const cacheKey = ({ url, headers, origin, routeOptions }: FastifyRequest) =>
  `${origin} ${canonicalUrl(url, routeOptions.config.repeated ?? NONE)} ${headers.accept ?? ''}`;

const NONE: ReadonlySet<string> = new Set();

/**
 * Sends cached responses before anything else is done with a request, if the graph has not moved on since. It writes to
 * the socket itself: the headers were made when the response was, and parsing, hooks and compression would take longer
 * than all the rest. To be registered before what adds headers.
 */
export function registerResponseCache(app: FastifyInstance, graph: Graph, cache: ResponseCache): void {
  app.addHook('onRequest', (request, reply, done) => {
    const cached = READING.has(request.method) ? cache.get(cacheKey(request)) : undefined;
    if (!cached) return done();
    const content = contentFor(request.codings, cached);
    if (!content) return done();
    currentState(graph).then(({ version }) => {
      if (cached.version !== version) done();
      else if (isKnownTag(request, cached.etag)) send(request, reply, 304, { headers: cached.headers });
      else send(request, reply, 200, content);
    }, done);
  });
}

/** The content in the coding that a client likes best; the first one who asks for it so makes it for the next ones. */
function contentFor(codings: readonly Coding[], cached: CachedResponse): Content | undefined {
  const coding = codingOf(codings, cached.contentType, cached.plain.body);
  if (coding === 'identity') return cached.plain;
  if (!cached.compressed.has(coding)) {
    cached.compressed.set(coding, undefined);
    COMPRESSORS[coding](cached.plain.body).then(
      (body) => cached.compressed.set(coding, contentOf(cached, body, 'content-encoding', coding)),
      () => cached.compressed.delete(coding),
    );
  }
  return cached.compressed.get(coding);
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  { headers, body }: Pick<Content, 'headers'> & Partial<Content>,
): void {
  reply.hijack();
  reply.raw.writeHead(status, headers);
  reply.raw.end(request.method === 'HEAD' ? undefined : body);
  request.log.info({ res: reply, isCached: true }, 'request completed');
}

/** Headers that are of one request, or are made for each response. */
const OF_ONE_REQUEST = /^(content-type|(x-)?ratelimit-.*)$/;

/** A response as it is cached, with the headers that a reply was given. */
export function cachedResponse(
  version: GraphVersion,
  headers: ReturnType<FastifyReply['getHeaders']>,
  body: Buffer,
): CachedResponse {
  const common = Object.entries(headers).flatMap(([name, value]) =>
    OF_ONE_REQUEST.test(name) ? [] : [name, String(value)],
  );
  const response = {
    version,
    etag: String(headers.etag),
    contentType: String(headers['content-type']),
    headers: common,
  };
  return { ...response, plain: contentOf(response, body), compressed: new Map() };
}

const contentOf = (
  { headers, contentType }: Pick<CachedResponse, 'headers' | 'contentType'>,
  body: Buffer,
  ...further: string[]
): Content => ({
  headers: [...headers, 'content-type', contentType, 'content-length', String(body.length), ...further],
  body,
});

/** Whether the client has the response of this tag. Tags compare weakly (RFC 9110, 13.1.2). */
export function isKnownTag(request: FastifyRequest, etag: string): boolean {
  const known = request.headers['if-none-match'];
  return known === '*' || (known?.split(',').some((one) => strong(one) === strong(etag)) ?? false);
}

const strong = (etag: string) => etag.trim().replace(/^W\//, '');

/**
 * Refuses requests whose query cannot be read, or has parameters where there are none, and those for a path or a method that
 * has no route: before the body is read, since what is wrong with it does not matter.
 * @returns the routes, those that are registered later too.
 */
export function registerRequestChecks(app: FastifyInstance): readonly KnownRoute[] {
  const routes: KnownRoute[] = [];
  app.addHook('onRoute', ({ method, url, schema }) => {
    const { shape = {} } = (schema?.querystring ?? {}) as { shape?: object };
    if ([method].flat().includes('GET')) routes.push({ url, parameters: Object.keys(shape) });
  });
  app.addHook('onRequest', (request, reply, done) => {
    const broken = brokenTarget(request);
    if (broken) return done(broken);
    if (request.method === 'OPTIONS') return done(tellMethods(app, request, reply, routes));
    done(request.is404 ? notFoundOrMethodNotAllowed(app, request, routes) : needlessParameters(request));
  });
  // For what is found missing only by its route, such as a file.
  app.setNotFoundHandler((request) => {
    throw notFound(request, routes);
  });
  return routes;
}

function brokenTarget({ url }: FastifyRequest): Problem | undefined {
  if (!url.startsWith('/')) return badPath(url);
  const at = url.indexOf('?');
  const faults = at < 0 ? [] : brokenEscapes(url.slice(at + 1));
  if (faults.length === 0) return undefined;
  return new Problem('bad-request', faults.map(({ detail }) => detail).join(' '), faults);
}

/** A route without a schema for parameters takes none. */
function needlessParameters({ query, routeOptions }: FastifyRequest): Problem | undefined {
  const given = Object.keys(query ?? {});
  if (given.length === 0 || routeOptions.schema?.querystring !== undefined) return undefined;
  const faults = given.map((parameter) => unknownParameter(parameter, []));
  return new Problem('unknown-parameter', faults.map(({ detail }) => detail).join(' '), faults);
}

const pathOf = ({ url }: FastifyRequest) => url.split('?')[0]!;

/** The methods that a path takes, or the whole service for `*`. */
function methodsOf(app: FastifyInstance, path: string): string[] {
  if (path === '/*') return ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'];
  const methods = app.supportedMethods.filter(
    (method) => method !== 'OPTIONS' && app.findRoute({ method: method as 'GET', url: path }) !== null,
  );
  return methods.length > 0 ? [...methods, 'OPTIONS'] : [];
}

/** Tells in `Allow` what a path takes; a browser that asks for another page's sake is told more by the next hook. */
function tellMethods(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  routes: readonly KnownRoute[],
): Problem | undefined {
  const methods = methodsOf(app, pathOf(request));
  if (methods.length > 0) reply.header('allow', methods.join(', '));
  const isPreflight = request.headers['access-control-request-method'] !== undefined;
  return methods.length > 0 || isPreflight ? undefined : notFound(request, routes);
}

function notFoundOrMethodNotAllowed(
  app: FastifyInstance,
  request: FastifyRequest,
  routes: readonly KnownRoute[],
): Problem {
  const allowed = methodsOf(app, pathOf(request));
  if (allowed.length === 0) return notFound(request, routes);
  const methods = allowed.join(', ');
  return new Problem('method-not-allowed', `${request.method} is not allowed here, only ${methods}.`, [], {
    allow: methods,
  });
}

function notFound(request: FastifyRequest, routes: readonly KnownRoute[]): Problem {
  const path = redactedUrl(pathOf(request));
  const nearest = redactedUrl(nearestPath(path, routes));
  const detail = `Nothing is found at ${path}. The nearest is ${nearest}.`;
  return new Problem('not-found', detail, [{ detail, expected: 'a path of those listed at /v1', nearest }]);
}

/** Refuses requests that come on kept connections while the service closes. */
export function refuseWhileClosing(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  app.addHook('onRequest', (_request, _reply, done) =>
    done(
      isClosing
        ? new Problem('closing', 'The service is being stopped.', [], {
            'retry-after': LOAD.retryAfterRestart,
            connection: 'close',
          })
        : undefined,
    ),
  );
}

/** What watches the service must see that it lives while it is busy. */
const ALWAYS_ANSWERED = new Set(['/healthz', '/readyz', '/metrics']);

export const isAlwaysAnswered = ({ routeOptions }: FastifyRequest) =>
  ALWAYS_ANSWERED.has(routeOptions.url ?? '');
