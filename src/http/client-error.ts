import type { Socket } from 'node:net';
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
