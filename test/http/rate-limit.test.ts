import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { LOAD } from '../../src/limits.ts';
import { testGraph } from '../support/graph.ts';

const graph = testGraph();
const KEY = '0123456789abcdef0123456789';
const MOST = 3;
let strict: FastifyInstance;
let lenient: FastifyInstance;

beforeAll(async () => {
  const settings = { graph, writeKeys: [{ name: 'tester', key: KEY }], trustProxy: 'loopback' };
  strict = await buildApp({ ...settings, rateLimit: MOST });
  lenient = await buildApp({ ...settings, rateLimit: 1000 });
});
afterAll(async () => {
  await strict?.close();
  await lenient?.close();
});

let clients = 0;

/** A client of its own, which no other test has asked for. */
function newClient(app: FastifyInstance) {
  const from = `203.0.113.${++clients}`;
  return (request: InjectOptions) =>
    app.inject({ ...request, headers: { ...request.headers, 'x-forwarded-for': from } });
}

const wrong = (more: InjectOptions = {}): InjectOptions => ({
  method: 'POST',
  url: '/v1/articles',
  payload: {},
  headers: { authorization: 'Bearer a-key-of-somebody-else' },
  ...more,
});

describe('a client that has sent all it may', () => {
  test.each<[string, InjectOptions]>([
    ['a query', { url: '/v1/countries' }],
    ['a path that is not there', { url: '/v1/nothing' }],
    ['a method that is not taken', { method: 'PUT', url: '/v1/countries' }],
    ['a method that changes the graph', { method: 'DELETE', url: '/v1/articles/x' }],
    ['a wrong key', wrong()],
    ['no key', { method: 'POST', url: '/v1/articles', payload: {} }],
    ['OPTIONS', { method: 'OPTIONS', url: '/v1/countries' }],
    ['a page of the documentation', { url: '/docs' }],
    [
      'a body of another type',
      { method: 'POST', url: '/v1/reconcile', headers: { 'content-type': 'text/x' }, payload: 'x' },
    ],
    ['a parameter that is not known', { url: '/v1/countries?nope=1' }],
  ])('is told to wait with %s', async (_what, request) => {
    const ask = newClient(strict);
    for (let count = 0; count < MOST; count++) await ask({ url: '/v1/nothing' });
    const refused = await ask(request);
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({ code: 'too-many-requests', status: 429 });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('is still told whether the service lives', async () => {
    const ask = newClient(strict);
    for (let count = 0; count < 2 * MOST; count++)
      expect((await ask({ url: '/healthz' })).statusCode).toBe(200);
  });
});

describe('guessing keys', () => {
  test('ends after a few a minute, and then no key is looked at', async () => {
    const ask = newClient(lenient);
    for (let count = 0; count < LOAD.wrongKeys; count++) expect((await ask(wrong())).statusCode).toBe(401);
    const requests: InjectOptions[] = [
      wrong(),
      wrong({ method: 'DELETE', url: '/v1/articles/x', payload: undefined }),
      wrong({ headers: { authorization: `Bearer ${KEY}` } }),
    ];
    for (const request of requests) {
      const refused = await ask(request);
      expect(refused.statusCode).toBe(429);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    }
    expect((await ask({ url: '/v1/countries?limit=1' })).statusCode).toBe(200);
  });

  test('of one client keeps no other from writing', async () => {
    const [guesser, writer] = [newClient(lenient), newClient(lenient)];
    for (let count = 0; count <= LOAD.wrongKeys; count++) await guesser(wrong());
    const removal = { method: 'DELETE', url: '/v1/articles/nothing-of-the-kind' } as const;
    const removed = await writer({ ...removal, headers: { authorization: `Bearer ${KEY}` } });
    expect(removed.statusCode).toBe(404);
  });

  test('is not counted where the key is missing or right', async () => {
    const ask = newClient(lenient);
    const removal = { method: 'DELETE', url: '/v1/articles/nothing-of-the-kind' } as const;
    for (let count = 0; count < 2 * LOAD.wrongKeys; count++)
      expect((await ask(removal)).statusCode).toBe(401);
    for (let count = 0; count < 2 * LOAD.wrongKeys; count++)
      expect((await ask({ ...removal, headers: { authorization: `Bearer ${KEY}` } })).statusCode).toBe(404);
  });
});
