import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { testGraph } from '../support/graph.ts';

const KEYS = [
  { name: 'alice', key: 'the-key-of-alice-and-no-other' },
  { name: 'bob', key: 'the-key-of-bob-and-of-no-other' },
];
const lines: string[] = [];
const graph = testGraph();
let app: FastifyInstance;

beforeAll(async () => {
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  app = await buildApp({ graph, writeKeys: KEYS, logger: { level: 'info', stream } });
});
afterAll(() => app.close());

/** Sends a body that is no article, and returns the lines that the log has of it. */
async function logged(key: string) {
  lines.length = 0;
  const headers = { authorization: `Bearer ${key}` };
  const { statusCode } = await app.inject({ method: 'POST', url: '/v1/articles', headers, payload: {} });
  return { statusCode, lines: lines.map((line) => JSON.parse(line)) };
}

test.each(KEYS)('each key lets write, and the log says whose it was: $name', async ({ name, key }) => {
  const { statusCode, lines: of } = await logged(key);
  expect(statusCode).toBe(422);
  expect(of.find(({ msg }) => msg === 'request completed')).toMatchObject({ writer: name });
  expect(JSON.stringify(of)).not.toContain(key);
});

test('another key lets nobody write, and the log names nobody', async () => {
  const { statusCode, lines: of } = await logged('a-key-that-is-of-none-of-them');
  expect(statusCode).toBe(401);
  expect(of.filter(({ writer }) => writer !== undefined)).toEqual([]);
});
