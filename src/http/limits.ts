import type { Socket } from 'node:net';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../errors.ts';
import { LOAD } from '../limits.ts';
import { isAlwaysAnswered } from './hooks.ts';
import { overloaded, PROBLEM_TYPE, problemBody } from './problem.ts';

/**
 * Lets each client, known by its IP, send so many requests in a minute. Cached responses do not count: to send one costs
 * about as much as to count it.
 * @param perMinute 0 is without a limit.
 */
export async function registerRateLimit(app: FastifyInstance, perMinute: number): Promise<void> {
  if (perMinute === 0) return;
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: '1 minute',
    allowList: isAlwaysAnswered,
    enableDraftSpec: true,
    errorResponseBuilder: (_, { max, ttl }) =>
      new Problem('too-many-requests', `A client may send ${max} requests a minute.`, [], {
        'retry-after': String(Math.ceil(ttl / 1000)),
      }),
  });
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

/** Responds to what Node's parser refuses before there is a request, and closes the connection. */
export function respondToClientError(error: Error & { code?: string }, socket: Socket): void {
  if (socket.destroyed || !socket.writable) return;
  const problem =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? new Problem('headers-too-large', 'The request headers are larger than 16 KiB.')
      : new Problem('bad-request', 'The request is not valid HTTP.');
  const body = JSON.stringify(problemBody(problem, crypto.randomUUID()));
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.code}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** RFC 9110, 10.1.1: an expectation other than `100-continue` may be ignored. Node alone would give a bare 417. */
export function ignoreUnknownExpectations({ server }: FastifyInstance): void {
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}
