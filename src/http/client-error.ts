import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../errors.ts';
import { PROBLEM_TYPE, problemBody } from './problem.ts';

/** Answers what Node's parser refuses before there is a request, and closes the connection. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
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

/** RFC 9112, 3.2: a request of HTTP/1.1 names its host once. Node alone would answer without saying why. */
export function refuseUnclearHosts(app: FastifyInstance): void {
  app.addHook('onRequest', ({ raw }, _reply, done) => {
    const hosts = raw.rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === 'host').length;
    const isClear = hosts === 1 || (hosts === 0 && raw.httpVersion === '1.0');
    done(
      isClear
        ? undefined
        : new Problem('bad-request', `The request has ${hosts} Host headers, expected one.`),
    );
  });
}
