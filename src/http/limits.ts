import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { finished } from 'node:stream';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../errors.ts';
import { HTTP, LOAD } from '../limits.ts';
import { closeWith } from './connections.ts';
import { isAlwaysAnswered } from './hooks.ts';
import { overloaded } from './problem.ts';

/**
 * Lets each client, known by its IP, send so many requests in a minute, whatever becomes of them: what has no route and
 * what has the wrong key counts as well. Cached responses do not count: to send one costs about as much as to count it.
 * To be registered after what sends those, and before what refuses anything.
 * @param perMinute 0 is without a limit.
 */
export async function registerRateLimit(app: FastifyInstance, perMinute: number): Promise<void> {
  if (perMinute === 0) return;
  await app.register(rateLimit, {
    global: false,
    max: perMinute,
    timeWindow: '1 minute',
    allowList: isAlwaysAnswered,
    enableDraftSpec: true,
    errorResponseBuilder: (_, { max, ttl }) =>
      new Problem('too-many-requests', `A client may send ${max} requests a minute.`, [], {
        'retry-after': String(Math.ceil(ttl / 1000)),
      }),
  });
  app.addHook('onRequest', app.rateLimit());
}

/** Refuses requests while the event loop lags; for a process that does nothing but serve. */
export async function registerProcessLimit(app: FastifyInstance): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: LOAD.eventLoopDelay,
    pressureHandler: (request) => {
      if (!isAlwaysAnswered(request)) throw overloaded();
    },
  });
}

/** The latest response of each connection. */
const latestResponses = new WeakMap<Socket, ServerResponse>();

/** Follows which response a connection waits for, so that what cannot be read any further gets no second one. */
export function followResponses({ server }: FastifyInstance): void {
  server.on('request', ({ socket }, response) => latestResponses.set(socket, response));
}

/**
 * Responds to what Node's parser refuses, and closes the connection: at once to what is no request and to a body that breaks off,
 * in the place of its route; after the response before it, where there is one under way; not at all where the request whose body
 * it is has its response already.
 */
export function respondToClientError(error: Error & { code?: string }, socket: Socket): void {
  const latest = latestResponses.get(socket);
  const respond = () => {
    if (!socket.destroyed && socket.writable) closeWith(socket, clientProblem(error.code));
  };
  if (!latest || (latest.writableFinished && latest.req.complete)) respond();
  else if (latest.req.complete) finished(latest, respond);
  else if (latest.headersSent) finished(latest, () => socket.destroySoon());
  else {
    latest.detachSocket(socket);
    respond();
  }
}

function clientProblem(code: string | undefined): Problem {
  if (code === 'HPE_HEADER_OVERFLOW')
    return new Problem('headers-too-large', 'The request headers are larger than 16 KiB.');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new Problem(
      'request-timeout',
      `The headers of a request have to be there within ${HTTP.headersTimeout / 1000} s, and all of it within ${HTTP.requestTimeout / 1000} s.`,
    );
  if (code === 'HPE_INVALID_URL')
    return new Problem('bad-request', 'The URL has a character that is to be escaped, such as ü as %C3%BC.');
  return new Problem('bad-request', 'The request is not valid HTTP.');
}

/** RFC 9110, 10.1.1: an expectation other than `100-continue` may be ignored. Node alone would give a bare 417. */
export function ignoreUnknownExpectations({ server }: FastifyInstance): void {
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}
