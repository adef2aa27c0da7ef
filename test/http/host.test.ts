import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { testGraph } from '../support/graph.ts';
import { exchange } from '../support/raw-http.ts';

const graph = testGraph();
let app: FastifyInstance;
let port: number;

beforeAll(async () => {
  app = await buildApp({ graph, responseCacheSize: 1 });
  await app.listen({ port: 0, host: '127.0.0.1' });
  port = (app.server.address() as AddressInfo).port;
});
afterAll(() => app.close());

const LINKED = '/v1/countries?format=jsonld&limit=1';

const get = (target: string, fields: string[], version = '1.1') =>
  exchange(port, [`GET ${target} HTTP/${version}`, ...fields, 'Connection: close', '', ''].join('\r\n'));

/** What a client that called the service so finds as the origin of the context. */
const originFor = async (...request: Parameters<typeof get>) => {
  const { status, body } = await get(...request);
  expect(status, body).toBe(200);
  return new URL(JSON.parse(body)['@context']).origin;
};

const NO_HOSTS = [
  'a/b?c"<script>',
  'a b',
  'user@host',
  'user:pass@host:80',
  'host:port',
  'host:99999',
  'host:80:80',
  ':80',
  '',
  '..',
  'a..b',
  '-a.example',
  `${'a'.repeat(64)}.example`,
  'a%2fb',
  "a'onload=alert(1)",
  'a\\b',
  'a#b',
  'a,b',
  'http://a',
  '[::1',
  '[::g]',
  '[fe80::1%25eth0]',
  '256.256.256.256',
  'm\u00fcnchen.example',
];

describe('a request that does not name one host', () => {
  test.each([
    ['two hosts', ['Host: x', 'Host: y']],
    ['the same host twice', ['Host: x', 'Host: x']],
    ['two hosts in two spellings', ['Host: x', 'hOST: y']],
    ['none', []],
    ...NO_HOSTS.map((host): [string, string[]] => [JSON.stringify(host), [`Host: ${host}`]]),
  ])('%s: refused, also where the response is kept', async (_name, fields) => {
    for (const target of [
      LINKED,
      '/v1/entities/pakistan',
      '/v1/statements?limit=1',
      '/healthz',
      '/nowhere',
    ]) {
      await get(target, ['Host: x']);
      const { status, body, headers, answers } = await get(target, fields);
      expect([status, answers], `${target} ${body}`).toEqual([400, 1]);
      expect(headers['content-type']).toBe('application/problem+json');
      expect(JSON.parse(body)).toMatchObject({ code: 'bad-request', detail: expect.stringMatching(/host/i) });
      expect(body).not.toContain('script');
    }
  });
});

test('a request of HTTP/1.0 need not name its host, but must not name two', async () => {
  expect(await originFor(LINKED, [], '1.0')).toBe(`http://127.0.0.1:${port}`);
  expect((await get(LINKED, ['Host: x', 'Host: y'], '1.0')).status).toBe(400);
  expect((await get(LINKED, ['Host: a/b'], '1.0')).status).toBe(400);
});

test.each([
  ['example.org', 'http://example.org'],
  ['EXAMPLE.org', 'http://example.org'],
  ['example.org.', 'http://example.org'],
  ['example.org:8080', 'http://example.org:8080'],
  ['example.org:80', 'http://example.org'],
  ['example.org:', 'http://example.org'],
  ['neo4j_api', 'http://neo4j_api'],
  ['xn--mnchen-3ya.example', 'http://xn--mnchen-3ya.example'],
  ['127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ['[::1]:3000', 'http://[::1]:3000'],
  ['[2001:DB8:0:0::1]', 'http://[2001:db8::1]'],
])('the host %s is %s', async (host, origin) => {
  expect(await originFor(LINKED, [`Host: ${host}`])).toBe(origin);
});

describe('a target in absolute form', () => {
  test('names the host, whatever the header says', async () => {
    expect(await originFor(`http://example.org:8080${LINKED}`, ['Host: other.example'])).toBe(
      'http://example.org:8080',
    );
    expect((await get('http://example.org', ['Host: x'])).status).toBe((await get('/', ['Host: x'])).status);
    const { body } = await get('http://example.org/v1/statements?limit=1', ['Host: x']);
    expect(JSON.parse(body).items).toHaveLength(1);
  });

  test.each([
    'http://user@example.org',
    'http://user:pass@example.org',
    'http://',
    'http://a"b',
    'ftp://a',
    'x',
  ])('%s is refused', async (base) => {
    expect((await get(`${base}${LINKED}`, ['Host: x'])).status).toBe(400);
  });

  test('needs one valid Host beside it', async () => {
    expect((await get(`http://example.org${LINKED}`, [])).status).toBe(400);
    expect((await get(`http://example.org${LINKED}`, ['Host: a/b'])).status).toBe(400);
    expect((await get(`http://example.org${LINKED}`, ['Host: a', 'Host: b'])).status).toBe(400);
  });
});

describe('behind a proxy that is believed', () => {
  let proxied: FastifyInstance;
  beforeAll(async () => {
    proxied = await buildApp({ graph, responseCacheSize: 1, trustProxy: '127.0.0.1' });
  });
  afterAll(() => proxied.close());

  const ask = (headers: Record<string, string>, url = LINKED) => proxied.inject({ url, headers });

  test('what it says of the host is held to the same', async () => {
    const { '@context': context } = (
      await ask({ 'x-forwarded-host': 'Example.org', 'x-forwarded-proto': 'https' })
    ).json();
    expect(new URL(context).origin).toBe('https://example.org');
    for (const host of ['a/b?c"<script>', 'user@a', 'a b', 'a, b/c', ' ']) {
      expect((await ask({ 'x-forwarded-host': host })).statusCode, host).toBe(400);
    }
    expect((await ask({ 'x-forwarded-host': 'a', 'x-forwarded-proto': 'javascript' })).statusCode).toBe(400);
  });

  test('a response for http is not the one for https', async () => {
    const url = '/v1/articles/shifting-sands/annotations';
    const of = async (proto: string) =>
      (await ask({ 'x-forwarded-host': 'a', 'x-forwarded-proto': proto }, url)).json().id;
    const urls = [await of('http'), await of('https'), await of('http')];
    expect(urls.map((id) => new URL(id).protocol)).toEqual(['http:', 'https:', 'http:']);
  });
});
