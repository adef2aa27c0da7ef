import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { openGraph } from '../../src/db/client.ts';
import { queries } from '../../src/endpoints/index.ts';
import { formatsOf } from '../../src/query/define.ts';
import { exampleUrl } from '../../src/query/request-url.ts';
import { testGraph } from '../support/graph.ts';

const graph = testGraph();
let kept: FastifyInstance;
let fresh: FastifyInstance;

beforeAll(async () => {
  [kept, fresh] = await Promise.all([buildApp({ graph, responseCacheSize: 4 }), buildApp({ graph })]);
});
afterAll(async () => {
  await Promise.all([kept.close(), fresh.close()]);
});

type Headers = Record<string, string>;
const ask = (app: FastifyInstance, url: string, headers: Headers = {}, method: 'GET' | 'HEAD' = 'GET') =>
  app.inject({ method, url, headers });

/** One query of each kind, in each of its formats. */
const RESPONSES = queries
  .filter(({ operationId }) =>
    ['listStatements', 'getEntity', 'getNetwork', 'listTerms', 'countStatements'].includes(operationId),
  )
  .flatMap((query) =>
    formatsOf(query).map((format) =>
      exampleUrl(query, { request: { ...query.examples[0]!.request, format } }),
    ),
  );

const OTHERS = [
  '/healthz',
  '/readyz',
  '/metrics',
  '/openapi.json',
  '/docs/json',
  '/reference/openapi.json',
  '/problems',
  '/problems/not-found',
  '/v1/vocabulary',
  '/v1/context.jsonld',
  '/v1/articles/shifting-sands/annotations',
  '/v1/reconcile',
  '/v1/reconcile/suggest/entity?prefix=pak',
  '/v1/reconcile/preview?id=pakistan',
];

describe('the media type', () => {
  test('of JSON and Parquet has no charset, of text it has, however it is sent', async () => {
    for (const url of [...RESPONSES, ...OTHERS, '/nowhere', '/v1/statements?x=1', '/v1/%ff']) {
      for (const app of [fresh, kept, kept]) {
        const type = String((await ask(app, url)).headers['content-type']);
        if (/json|parquet/.test(type)) expect(type, url).not.toMatch(/charset/i);
        else expect(type, url).toMatch(/; charset=utf-8$/);
      }
    }
  });

  test('of plain JSON is application/json to the letter', async () => {
    for (const url of [
      '/v1/statements',
      '/v1/entities/pakistan',
      '/v1/vocabularies',
      '/healthz',
      '/openapi.json',
    ]) {
      expect((await ask(fresh, url)).headers['content-type'], url).toBe('application/json');
    }
    expect((await ask(fresh, '/nowhere')).headers['content-type']).toBe('application/problem+json');
  });
});

describe('Vary', () => {
  test('is the same for each response of a path: fresh, kept, known, compressed, HEAD or failed', async () => {
    for (const url of RESPONSES) {
      const { headers } = await ask(kept, url);
      const known: Headers = headers.etag ? { 'if-none-match': String(headers.etag) } : {};
      const all = [
        headers,
        (await ask(kept, url)).headers,
        (await ask(kept, url, known)).headers,
        (await ask(kept, url, { 'accept-encoding': 'gzip' })).headers,
        (await ask(kept, url, {}, 'HEAD')).headers,
        (await ask(kept, `${url}&nonsense=1`)).headers,
        (await ask(kept, url, { 'accept-encoding': 'identity;q=0' })).headers,
      ];
      expect(new Set(all.map(({ vary }) => vary)), url).toEqual(new Set(['accept, accept-encoding']));
    }
    for (const url of [...OTHERS, '/nowhere', '/v1/%ff', '/docs/static/nope', '/docs/static/index.css']) {
      expect((await ask(kept, url, { 'accept-encoding': 'br' })).headers.vary, url).toBe(
        'accept, accept-encoding',
      );
    }
  });
});

describe('a coding', () => {
  const url = '/v1/statements?limit=5';
  const decoders = { gzip: gunzipSync, br: brotliDecompressSync, zstd: zstdDecompressSync };

  test.each(Object.entries(decoders))(
    '%s is made and kept for who takes it alone',
    async (coding, decode) => {
      const plain = (await ask(fresh, url)).body;
      for (let time = 0; time < 4; time++) {
        for (const app of [fresh, kept]) {
          const { headers, rawPayload } = await ask(app, url, { 'accept-encoding': coding });
          expect(headers['content-encoding']).toBe(coding);
          expect(decode(rawPayload).toString()).toBe(plain);
          expect(
            (await ask(app, url, { 'accept-encoding': coding }, 'HEAD')).headers['content-encoding'],
          ).toBe(coding);
        }
      }
    },
  );

  test.each(['gzip;Q=0', 'gzip;q=0;x=1', 'gzip-foo', 'gzip, gzip;q=0', 'identity', ''])(
    'Accept-Encoding: %s is answered as it is, kept or not',
    async (accepted) => {
      await ask(kept, url, { 'accept-encoding': 'gzip' });
      for (const app of [fresh, kept, kept]) {
        const { headers, body } = await ask(app, url, { 'accept-encoding': accepted });
        expect(headers['content-encoding']).toBeUndefined();
        expect(JSON.parse(body).items).toHaveLength(5);
      }
    },
  );

  test('is used for a small body too where the body must not go as it is', async () => {
    const { headers, rawPayload } = await ask(fresh, '/healthz', { 'accept-encoding': 'gzip, identity;q=0' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(gunzipSync(rawPayload).toString())).toEqual({ status: 'ok' });
  });

  test.each(['identity;q=0', '*;q=0', 'deflate, *;q=0'])(
    '%s leaves nothing to send: 406',
    async (accepted) => {
      for (const app of [fresh, kept, kept]) {
        const { statusCode, body, headers } = await ask(app, url, { 'accept-encoding': accepted });
        expect(statusCode).toBe(406);
        expect(JSON.parse(body)).toMatchObject({
          code: 'not-acceptable',
          detail: expect.stringContaining('gzip'),
        });
        expect(headers['content-encoding']).toBeUndefined();
      }
    },
  );
});

describe('a request for what the client has not yet', () => {
  const failures: [string, number, Headers][] = [
    ['/v1/articles/nope', 404, {}],
    ['/v1/articles/nope/annotations', 404, {}],
    ['/v1/articles/shifting-sands/annotations/nope', 404, {}],
    ['/v1/events/nope', 404, {}],
    ['/v1/statements/nope', 404, {}],
    ['/v1/entities/zyxwvutsrqp', 404, {}],
    ['/v1/statements?speaker=zyxwvutsrqp', 404, {}],
    ['/v1/statements?speaker=zyxwvutsrqp&format=csv', 404, {}],
    ['/v1/statements?speaker=zyxwvutsrqp&format=ndjson', 404, {}],
    ['/v1/vocabularies/nope', 400, {}],
    ['/v1/reconcile?queries=x', 400, {}],
    ['/problems/nope', 404, {}],
    ['/nowhere', 404, {}],
    ['/docs/static/nope', 404, {}],
    ['/v1/statements?limit=0', 400, {}],
    ['/v1/statements?nope=1', 400, {}],
    ['/v1/statements?cursor=nope', 400, {}],
    ['/v1/statements', 406, { accept: 'image/png' }],
    ['/v1/context.jsonld', 406, { accept: 'image/png' }],
  ];

  test.each(failures)('%s fails with %i before its tags are compared', async (url, status, headers) => {
    const tags = await Promise.all(
      [
        '/v1/articles',
        '/v1/articles?format=csv',
        '/v1/articles?format=ndjson',
        '/problems',
        '/v1/context.jsonld',
      ].map(async (one) => String((await ask(kept, one)).headers.etag)),
    );
    for (const app of [fresh, kept, kept]) {
      for (const known of ['*', tags.join(', ')]) {
        const response = await ask(app, url, { ...headers, 'if-none-match': known });
        expect([response.statusCode, response.headers['content-type']]).toEqual([
          status,
          'application/problem+json',
        ]);
        expect(response.headers.etag).toBeUndefined();
        expect(response.headers['cache-control']).toBe('no-store');
        expect(response.headers['content-disposition']).toBeUndefined();
      }
    }
  });

  test('whose method is not allowed fails so', async () => {
    const response = await fresh.inject({
      method: 'PUT',
      url: '/v1/articles',
      headers: { 'if-none-match': '*' },
    });
    expect([response.statusCode, response.headers['cache-control']]).toEqual([405, 'no-store']);
  });

  test('of what it has is 304, without a body', async () => {
    for (const url of RESPONSES) {
      const { headers } = await ask(fresh, url);
      if (!headers.etag) continue;
      for (const known of [String(headers.etag), `"x", ${String(headers.etag).replace('W/', '')}`, '*']) {
        const { statusCode, body, headers: again } = await ask(fresh, url, { 'if-none-match': known });
        expect([statusCode, body, again.etag], url).toEqual([304, '', headers.etag]);
        expect(again['cache-control']).toBe(headers['cache-control']);
      }
    }
  });

  test('is not kept where the database fails', async () => {
    const gone = openGraph({ uri: 'bolt://127.0.0.1:1', user: 'x', password: 'x', database: 'neo4j' });
    const app = await buildApp({ graph: gone, responseCacheSize: 1 });
    for (const url of [
      '/v1/statements',
      '/v1/statements?format=csv',
      '/v1/reconcile/suggest/entity?prefix=a',
      '/readyz',
    ]) {
      const { statusCode, headers } = await ask(app, url, { 'if-none-match': '*' });
      expect([statusCode, headers.etag, headers['cache-control']], url).toEqual([503, undefined, 'no-store']);
    }
    await app.close();
    await gone.driver.close();
  });
});

describe('the length of a body', () => {
  test('is told wherever the whole is held, and by HEAD as by GET', async () => {
    for (const url of [...RESPONSES, '/healthz', '/openapi.json', '/v1/vocabulary']) {
      for (const coding of ['identity', 'gzip']) {
        const get = await ask(fresh, url, { 'accept-encoding': coding });
        expect(Number(get.headers['content-length']), url).toBe(get.rawPayload.length);
        const head = await ask(fresh, url, { 'accept-encoding': coding }, 'HEAD');
        const { date: _, ...told } = get.headers;
        const { date: __, ...toldByHead } = head.headers;
        expect([head.rawPayload.length, toldByHead], url).toEqual([0, told]);
      }
    }
  });
});
