import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { testGraph } from '../support/graph.ts';
import { exchange } from '../support/raw-http.ts';

const KEY = 'a-key-for-the-tests-of-requests';
const graph = testGraph();
const lines: string[] = [];
let app: FastifyInstance;
let port: number;

beforeAll(async () => {
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  app = await buildApp({
    graph,
    writeKeys: [{ name: 'tester', key: KEY }],
    logger: { level: 'info', stream },
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  port = (app.server.address() as AddressInfo).port;
});
afterAll(() => app.close());

const head = (method: string, path: string, ...fields: string[]) =>
  [`${method} ${path} HTTP/1.1`, 'Host: x', ...fields, '', ''].join('\r\n');

const FORM = 'Content-Type: application/x-www-form-urlencoded';
const JSON_BODY = 'Content-Type: application/json';
const CHUNKED = 'Transfer-Encoding: chunked';
const WITH_KEY = `Authorization: Bearer ${KEY}`;

const ROUTES: [string, string][] = [
  ['reconciliation', head('POST', '/v1/reconcile', FORM, CHUNKED)],
  ['an article', head('POST', '/v1/articles', JSON_BODY, CHUNKED, WITH_KEY)],
  ['an article to be tried', head('POST', '/v1/articles?dryRun=true', JSON_BODY, CHUNKED, WITH_KEY)],
  ['an article without a key', head('POST', '/v1/articles', JSON_BODY, CHUNKED)],
  ['a removal', head('DELETE', '/v1/articles/nope', JSON_BODY, CHUNKED, WITH_KEY)],
  ['a list', head('GET', '/v1/statements?limit=1', CHUNKED)],
  ['a path that is not there', head('POST', '/nowhere', JSON_BODY, CHUNKED)],
  ['a method that is not allowed', head('PUT', '/v1/articles', JSON_BODY, CHUNKED)],
  ['what expects to be told to go on', head('POST', '/v1/reconcile', FORM, CHUNKED, 'Expect: x')],
];

const BROKEN: [string, string[]][] = [
  ['a size that is none', ['z\r\n']],
  ['a chunk longer than its size', ['2\r\na=b\r\n0\r\n\r\n']],
  ['a break after a whole chunk', ['3\r\na=b\r\n', 'z\r\n']],
  ['a chunk without its end', ['3\r\na=bXX0\r\n\r\n']],
];

describe.each(ROUTES)('a body to %s that breaks off', (_route, request) => {
  test.each(BROKEN)('by %s gets one response', async (_name, parts) => {
    for (const sent of [[request + parts.join('')], [request, ...parts]]) {
      const { answers, status, closed, body } = await exchange(port, ...sent);
      expect([answers, closed], body).toEqual([1, true]);
      expect(status).toBeGreaterThanOrEqual(200);
    }
  });
});

test('a request that cannot be read comes after the response to the one before', async () => {
  // One that needs no database, which may take longer than is waited for here.
  const sent = `${head('GET', '/healthz')}NONSENSE\r\n\r\n`;
  const { status, answers, body, closed } = await exchange(port, sent);
  expect([status, answers, closed]).toEqual([200, 2, true]);
  expect(body.indexOf('"status":"ok"')).toBeLessThan(body.indexOf('bad-request'));
});

test('the service goes on, and has logged no failure and no secret', async () => {
  const secret = 'hunter2-hunter2';
  for (const path of [
    `/v1/statements?key=${secret}`,
    `/nope?Access_Token=${secret}`,
    `/v1/%ff?%6Bey=${secret}`,
    `/nope%3Ftoken=${secret}`,
    `/v1/articles/nope?password=${secret}`,
  ]) {
    const { status, body } = await exchange(
      port,
      head('GET', path, 'Connection: close', `Cookie: a=${secret}`),
    );
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain(secret);
  }
  expect(lines.join('')).toContain('[redacted]');
  expect(lines.join('')).not.toContain(secret);
  expect(lines.join('')).not.toContain(KEY);
  expect(lines.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});
