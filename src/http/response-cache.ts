import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Graph } from '../db/client.ts';
import type { CachedResponse, Content, ResponseCache } from '../query/response-cache.ts';
import { currentState, type GraphVersion } from '../query/version.ts';
import { isKnown } from './freshness.ts';

/** A method that does something else must not meet what was kept for one that reads. */
const READING = new Set(['GET', 'HEAD']);

/** What an answer is kept under. */
export const cacheKey = ({ url, headers }: FastifyRequest) => `${url} ${headers.accept ?? ''}`;

/** Headers that are of one request, or are made for each answer. */
const NOT_KEPT = /^(content-type|vary|(x-)?ratelimit-.*)$/;

/** An answer as it is kept, with the headers that a reply was given. */
export function cachedResponse(
  version: GraphVersion,
  headers: ReturnType<FastifyReply['getHeaders']>,
  body: Buffer,
): CachedResponse {
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    NOT_KEPT.test(name) ? [] : [name, String(value)],
  );
  kept.push('vary', 'accept, accept-encoding');
  const answer = {
    version,
    etag: String(headers.etag),
    contentType: String(headers['content-type']),
    headers: kept,
  };
  return { ...answer, plain: contentOf(answer, body) };
}

const contentOf = (
  { headers, contentType }: Pick<CachedResponse, 'headers' | 'contentType'>,
  body: Buffer,
  ...further: string[]
): Content => ({
  headers: [...headers, 'content-type', contentType, 'content-length', String(body.length), ...further],
  body,
});

/**
 * Gives kept answers before anything else is done with a request, if the graph has not moved on since. It writes to
 * the socket itself: the headers were made when the answer was, and parsing, hooks and compression would take longer
 * than all the rest. To be registered before what adds headers.
 */
export function registerResponseCache(app: FastifyInstance, graph: Graph, cache: ResponseCache): void {
  app.addHook('onRequest', (request, reply, done) => {
    const kept = READING.has(request.method) ? cache.get(cacheKey(request)) : undefined;
    if (!kept) return done();
    const content = takesGzip(request) ? kept.gzipped : kept.plain;
    if (!content) {
      compressOnce(kept);
      return done();
    }
    currentState(graph).then(({ version }) => {
      if (kept.version !== version) done();
      else if (isKnown(request, kept.etag)) send(request, reply, 304, { headers: kept.headers });
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
  request.log.info({ res: reply, kept: true }, 'request completed');
}

/** The next ones who take it compressed get it so. */
function compressOnce(kept: CachedResponse): void {
  if (kept.compressing) return;
  kept.compressing = true;
  gzip(kept.plain.body, (error, gzipped) => {
    if (!error) kept.gzipped = contentOf(kept, gzipped, 'content-encoding', 'gzip');
  });
}
