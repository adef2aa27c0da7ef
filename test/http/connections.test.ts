import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { promisify } from 'node:util';
import type { FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { testGraph } from '../support/graph.ts';

const graph = testGraph();
const PATIENT = { timeout: 20_000 };
const sockets: Socket[] = [];
const apps: FastifyInstance[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const app of apps.splice(0)) await app.close();
});

async function listening(settings: { connectionsPerClient?: number; trustProxy?: string } = {}) {
  const app = await buildApp({ graph, ...settings });
  apps.push(app);
  await app.listen({ host: '127.0.0.1', port: 0 });
  return app;
}

const held = (app: FastifyInstance): Promise<number> =>
  promisify(app.server.getConnections.bind(app.server))();

interface Client {
  socket: Socket;
  received: () => string;
}

/** A client that keeps its half of the connection open, whatever the service does with the other. */
async function stubborn(app: FastifyInstance, from = '127.0.0.1'): Promise<Client> {
  const { port } = app.server.address() as AddressInfo;
  const socket = connect({ port, host: '127.0.0.1', localAddress: from, allowHalfOpen: true });
  sockets.push(socket);
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk;
  });
  socket.on('error', () => {});
  await once(socket, 'connect');
  return { socket, received: () => received };
}

const HEAD = 'GET /v1/countries?limit=1 HTTP/1.1\r\nHost: x\r\n';
const BODY = [
  'POST /v1/reconcile HTTP/1.1',
  'Host: x',
  'Content-Type: application/x-www-form-urlencoded',
  'Content-Length: 1000',
  '',
  'queries=',
].join('\r\n');

const REFUSED: [what: string, bytes: string, status: number][] = [
  ['what is no HTTP', 'BAD\r\n\r\n', 400],
  ['headers that are too large', `${HEAD}X-Long: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ['headers that never end', HEAD, 408],
  ['a body that never ends', BODY, 408],
  ['nothing at all', '', 408],
];

test('a client that is refused and ignores it holds no descriptor 10 s later', async () => {
  const app = await listening();
  const clients = await Promise.all(
    REFUSED.flatMap((refused) =>
      Array.from({ length: 20 }, () => stubborn(app).then((client) => ({ ...client, refused }))),
    ),
  );
  await expect.poll(() => held(app), PATIENT).toBe(clients.length);
  for (const { socket, refused } of clients) socket.write(refused[1]);
  await expect.poll(() => held(app), { timeout: 10_000 }).toBe(0);
  for (const { received, refused } of clients) {
    const [what, , status] = refused;
    expect(received(), what).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(received(), what).toContain('application/problem+json');
  }
});

test('a client has a share of the connections, and is told so where it wants more', async () => {
  const app = await listening({ connectionsPerClient: 3 });
  const [first] = await Promise.all([stubborn(app), stubborn(app), stubborn(app)]);
  await expect.poll(() => held(app), PATIENT).toBe(3);
  const fourth = await stubborn(app);
  fourth.socket.write(`${HEAD}\r\n`);
  await expect.poll(() => fourth.received(), PATIENT).toContain('too-many-requests');
  expect(fourth.received()).toMatch(/^HTTP\/1\.1 429 [\s\S]*retry-after: \d+\r\n[\s\S]*3 connections/);
  await expect.poll(() => held(app), PATIENT).toBe(3);

  const other = await stubborn(app, '127.0.0.2');
  other.socket.write(`${HEAD}\r\n`);
  await expect.poll(() => other.received(), PATIENT).toMatch(/^HTTP\/1\.1 200 /);

  first.socket.destroy();
  await expect.poll(() => held(app), PATIENT).toBe(3);
  const later = await stubborn(app);
  later.socket.write(`${HEAD}\r\n`);
  await expect.poll(() => later.received(), PATIENT).toMatch(/^HTTP\/1\.1 200 /);
});

test('a trusted proxy, which stands for many clients, may hold as many as it needs', async () => {
  const app = await listening({ connectionsPerClient: 3, trustProxy: '127.0.0.9, 10.0.0.0/8' });
  const behind = await Promise.all(Array.from({ length: 10 }, () => stubborn(app, '127.0.0.9')));
  for (const { socket } of behind) socket.write(`${HEAD}\r\n`);
  for (const { received } of behind) await expect.poll(received, PATIENT).toMatch(/^HTTP\/1\.1 200 /);
});

test('a request that comes while the service closes is told to come again', async () => {
  const app = await listening();
  const { socket, received } = await stubborn(app);
  socket.write(HEAD);
  await expect.poll(() => held(app), PATIENT).toBe(1);
  const closing = app.close();
  await expect.poll(() => app.server.listening, PATIENT).toBe(false);
  socket.write('\r\n');
  await expect.poll(received, PATIENT).toMatch(/^HTTP\/1\.1 503 [\s\S]*retry-after: \d+/i);
  expect(received()).toContain('application/problem+json');
  expect(received()).toContain('/problems/closing');
  await closing;
});
