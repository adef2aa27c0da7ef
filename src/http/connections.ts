import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { compile } from '@fastify/proxy-addr';
import { Problem } from '../errors.ts';
import { HTTP, LOAD } from '../limits.ts';
import { PROBLEM_TYPE, problemBody } from './problem.ts';

interface ConnectionLimits {
  /** Connections that one IP address may hold open; 0 is without a limit. */
  perClient: number;
  /** Proxies, each of which stands for many clients. */
  trustProxy?: string;
}

/** Gives each client a share of the connections, so that none can take them all. */
export function limitConnections(server: Server, { perClient, trustProxy }: ConnectionLimits): void {
  server.maxConnections = LOAD.connections;
  if (perClient === 0) return;
  const isProxy =
    trustProxy === undefined ? () => false : compile(trustProxy.split(',').map((proxy) => proxy.trim()));
  const open = new Map<string, number>();
  // A refused socket must not come to the parser, which would hand its request on.
  const serve = server.listeners('connection');
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    const client = socket.remoteAddress ?? '';
    const held = open.get(client) ?? 0;
    if (held >= perClient && !isProxy(client, 0)) return refuse(socket, perClient);
    open.set(client, held + 1);
    socket.once('close', () => {
      const left = open.get(client)! - 1;
      if (left === 0) open.delete(client);
      else open.set(client, left);
    });
    for (const listener of serve) listener.call(server, socket);
  });
}

function refuse(socket: Socket, perClient: number): void {
  socket.on('error', () => {});
  socket.resume();
  closeWith(socket, tooManyConnections(perClient));
}

const tooManyConnections = (limit: number) =>
  new Problem('too-many-requests', `A client may hold ${limit} connections open.`, [], {
    'retry-after': LOAD.retryAfter,
  });

/** Writes a problem to a socket that has no request, and destroys the socket after a grace. */
export function closeWith(socket: Socket, problem: Problem): void {
  const body = JSON.stringify(problemBody(problem, crypto.randomUUID()));
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.code}`,
    ...Object.entries(problem.headers).map(([name, value]) => `${name}: ${value}`),
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  // The end closes our half alone, and a client that does not close its own would hold the descriptor for good.
  const grace = setTimeout(() => socket.destroy(), HTTP.closingGrace).unref();
  socket.once('close', () => clearTimeout(grace));
}
