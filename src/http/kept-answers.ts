import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Graph } from '../graph/graph.ts';
import type { AnswerCache, KeptAnswer } from '../serving/answer-cache.ts';
import { currentState } from '../serving/version.ts';
import { isKnown } from './freshness.ts';

/** A method that does something else must not meet what was kept for one that reads. */
const READING = new Set(['GET', 'HEAD']);

/** What an answer is kept under. */
export const cacheKey = ({ url, headers }: FastifyRequest) => `${url} ${headers.accept ?? ''}`;

/**
 * Gives kept answers before anything else is done with a request, if the graph has not moved on since. It writes to
 * the socket itself: the headers were made when the answer was, and parsing, hooks and compression would take longer
 * than all the rest. To be registered before what adds headers.
 */
export function registerKeptAnswers(app: FastifyInstance, graph: Graph, cache: AnswerCache): void {
  app.addHook('onRequest', (request, reply, done) => {
    const kept = READING.has(request.method) ? cache.get(cacheKey(request)) : undefined;
    if (!kept) return done();
    const encoding = encodingOf(request);
    const body = encoding === 'gzip' ? kept.gzipped : kept.body;
    if (!body) {
      compressOnce(kept);
      return done();
    }
    currentState(graph).then(({ version }) => {
      if (kept.version !== version) return done();
      if (isKnown(request, String(kept.headers.etag))) send(request, reply, 304, kept, undefined);
      else send(request, reply, 200, kept, body);
    }, done);
  });
}

const encodingOf = ({ headers }: FastifyRequest) =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0+)?\s*(?:,|$))/.test(headers['accept-encoding'] ?? '') ? 'gzip' : 'identity';

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  { headers: kept }: KeptAnswer,
  body: Buffer | undefined,
): void {
  reply.hijack();
  const { 'content-type': type, ...rest } = kept;
  const headers: KeptAnswer['headers'] = { ...rest, vary: 'accept, accept-encoding' };
  if (body) {
    Object.assign(headers, { 'content-type': type, 'content-length': body.length });
    if (encodingOf(request) === 'gzip') headers['content-encoding'] = 'gzip';
  }
  reply.raw.writeHead(status, headers);
  reply.raw.end(request.method === 'HEAD' ? undefined : body);
  request.log.info({ res: reply, kept: true }, 'request completed');
}

/** The next ones who take it compressed get it so. */
function compressOnce(kept: KeptAnswer): void {
  if (kept.compressing) return;
  kept.compressing = true;
  gzip(kept.body, (error, gzipped) => {
    if (!error) kept.gzipped = gzipped;
  });
}
