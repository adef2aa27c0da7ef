import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Graph } from '../db/client.ts';
import { Problem } from '../errors.ts';
import { LOAD } from '../limits.ts';
import {
  type CachedResponse,
  type Content,
  currentState,
  type GraphVersion,
  type ResponseCache,
} from '../query/consistency.ts';

/*
 * What is done with each request before its route: the checks that a route could not make, in the order of their cost.
 */

/** The id by which a request is found in the log. */
export const newRequestId = () => crypto.randomUUID();

/** A method that does something else must not meet what was cached for one that reads. */
const READING = new Set(['GET', 'HEAD']);

/** What a response is cached under. One that names its own host is not the response of another host. */
export const cacheKey = ({ url, headers, host }: FastifyRequest) => `${host} ${url} ${headers.accept ?? ''}`;

/**
 * Sends cached responses before anything else is done with a request, if the graph has not moved on since. It writes to
 * the socket itself: the headers were made when the response was, and parsing, hooks and compression would take longer
 * than all the rest. To be registered before what adds headers.
 */
export function registerResponseCache(app: FastifyInstance, graph: Graph, cache: ResponseCache): void {
  app.addHook('onRequest', (request, reply, done) => {
    const cached = READING.has(request.method) ? cache.get(cacheKey(request)) : undefined;
    if (!cached) return done();
    const content = takesGzip(request) ? cached.gzipped : cached.plain;
    if (!content) {
      compressOnce(cached);
      return done();
    }
    currentState(graph).then(({ version }) => {
      if (cached.version !== version) done();
      else if (isCurrent(request, cached.etag)) send(request, reply, 304, { headers: cached.headers });
      else send(request, reply, 200, content);
    }, done);
  });
}

const takesGzip = ({ headers }: FastifyRequest) =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0+)?\s*(?:,|$))/.test(headers['accept-encoding'] ?? '');

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

/** The next clients that take it compressed get it so. */
function compressOnce(cached: CachedResponse): void {
  if (cached.isCompressing) return;
  cached.isCompressing = true;
  gzip(cached.plain.body, (error, gzipped) => {
    if (!error) cached.gzipped = contentOf(cached, gzipped, 'content-encoding', 'gzip');
  });
}

/** Headers that are of one request, or are made for each response. */
const OF_ONE_REQUEST = /^(content-type|vary|(x-)?ratelimit-.*)$/;

/** A response as it is cached, with the headers that a reply was given. */
export function cachedResponse(
  version: GraphVersion,
  headers: ReturnType<FastifyReply['getHeaders']>,
  body: Buffer,
): CachedResponse {
  const common = Object.entries(headers).flatMap(([name, value]) =>
    OF_ONE_REQUEST.test(name) ? [] : [name, String(value)],
  );
  common.push('vary', 'accept, accept-encoding');
  const response = {
    version,
    etag: String(headers.etag),
    contentType: String(headers['content-type']),
    headers: common,
  };
  return { ...response, plain: contentOf(response, body) };
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
export function isCurrent(request: FastifyRequest, etag: string): boolean {
  const known = request.headers['if-none-match'];
  return known === '*' || (known?.split(',').some((one) => strong(one) === strong(etag)) ?? false);
}

const strong = (etag: string) => etag.trim().replace(/^W\//, '');

/**
 * Refuses requests that name their host not once (RFC 9112, 3.2), which Node alone would refuse without saying why, and
 * those for a path or a method that has no route: before the body is read, since what is wrong with it does not matter.
 */
export function registerRequestChecks(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    done(unclearHost(request) ?? (request.is404 ? notFoundOrMethodNotAllowed(app, request) : undefined));
  });
}

function unclearHost({ raw }: FastifyRequest): Problem | undefined {
  let hosts = 0;
  for (let at = 0; at < raw.rawHeaders.length; at += 2) {
    if (raw.rawHeaders[at]!.toLowerCase() === 'host') hosts++;
  }
  if (hosts === 1 || (hosts === 0 && raw.httpVersion === '1.0')) return undefined;
  return new Problem('bad-request', `The request has ${hosts} Host headers, expected one.`);
}

function notFoundOrMethodNotAllowed(app: FastifyInstance, request: FastifyRequest): Problem {
  const path = request.url.split('?')[0]!;
  const allowed = app.supportedMethods.filter(
    (method) =>
      method !== request.method &&
      method !== 'OPTIONS' &&
      app.findRoute({ method: method as 'GET', url: path }) !== null,
  );
  if (allowed.length === 0) return new Problem('not-found', `Nothing is found at ${path}.`);
  const methods = allowed.join(', ');
  return new Problem('method-not-allowed', `${request.method} is not allowed here, only ${methods}.`, [], {
    allow: methods,
  });
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
