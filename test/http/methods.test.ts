import { describe, expect, test } from 'vitest';
import { operations, queries } from '../../src/endpoints/index.ts';
import { testService } from '../support/service.ts';

const service = testService();

const WITHOUT_PARAMETERS = [
  '/',
  '/v1',
  '/healthz',
  '/readyz',
  '/metrics',
  '/openapi.json',
  '/problems',
  '/problems/not-found',
  '/v1/vocabulary',
  '/v1/context.jsonld',
  '/v1/articles/shifting-sands/annotations/x',
  '/favicon.ico',
  '/robots.txt',
  '/docs',
  '/docs/json',
  '/docs/static/index.css',
  '/reference/openapi.json',
];

describe('a parameter that there is not', () => {
  test.each([...WITHOUT_PARAMETERS, '/v1/reconcile', '/v1/articles/shifting-sands/annotations'])(
    '%s refuses it by its name',
    async (url) => {
      const { status, body } = await service.get(`${url}${url.includes('?') ? '&' : '?'}nonsense=1`);
      expect(status).toBe(400);
      expect(body).toMatchObject({
        code: 'unknown-parameter',
        errors: [{ parameter: 'nonsense', detail: 'There is no parameter "nonsense" here.' }],
      });
    },
  );

  test('the page of a preview refuses it by its name too', async () => {
    const { status, body } = await service.get('/v1/reconcile/preview?id=pakistan&nonsense=1');
    expect(status).toBe(400);
    expect(body).toContain('There is no parameter &quot;nonsense&quot; here.');
  });

  test('an empty query string has none', async () => {
    expect((await service.get('/healthz?')).status).toBe(200);
    expect((await service.get('/healthz?&')).status).toBe(200);
  });
});

/** Each path with examples in the place of its parameters, and what it takes. */
const PATHS = Map.groupBy(
  [...queries.map(({ path }) => ({ path, method: 'GET' })), ...operations],
  ({ path }) => path.replaceAll(/\{\w+\}/g, 'x'),
);

describe('OPTIONS', () => {
  test.each([...PATHS])('tells the methods of %s', async (url, known) => {
    const methods = known.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
    const { statusCode, headers, body } = await service.app.inject({ method: 'OPTIONS', url });
    expect([statusCode, body]).toEqual([204, '']);
    expect(new Set(String(headers.allow).split(', '))).toEqual(new Set([...methods, 'OPTIONS']));
  });

  test('of a path with a query and of the whole service', async () => {
    for (const url of [
      '/v1/statements?limit=1',
      '/v1/statements/',
      '/*',
      '/docs',
      '/metrics',
      '/favicon.ico',
    ]) {
      const { statusCode, headers } = await service.app.inject({ method: 'OPTIONS', url });
      expect([statusCode, headers.allow], url).toEqual([204, expect.stringMatching(/^GET, HEAD/)]);
    }
  });

  test('of a path that there is not is 404, but for a browser that asks for a page', async () => {
    const ask = (headers = {}) => service.app.inject({ method: 'OPTIONS', url: '/v1/nope', headers });
    expect((await ask()).statusCode).toBe(404);
    const preflight = await ask({ origin: 'https://a.example', 'access-control-request-method': 'GET' });
    expect([preflight.statusCode, preflight.headers['access-control-allow-methods']]).toEqual([
      204,
      'GET, HEAD',
    ]);
  });
});

describe('HEAD', () => {
  test.each([...WITHOUT_PARAMETERS, '/v1/reconcile', '/docs/', '/reference/', '/docs/static/index.html'])(
    'of %s is as GET, without the body',
    async (url) => {
      const told = async (method: 'GET' | 'HEAD') => {
        const { statusCode, headers } = await service.app.inject({ method, url });
        const { 'content-type': type, 'cache-control': cache, 'content-encoding': coding, vary } = headers;
        return { statusCode, type, cache, coding, vary };
      };
      const head = await service.app.inject({ method: 'HEAD', url });
      expect(head.body).toBe('');
      expect(await told('HEAD')).toEqual(await told('GET'));
    },
  );
});

describe('what there is not', () => {
  test.each([
    ['/docs/static/nope', '/docs'],
    ['/docs/nope', '/docs'],
    ['/reference/nope', '/reference'],
    ['/v1/statement', '/v1/statements'],
    ['/statements?speaker=x', '/v1/statements'],
    ['/v1/people/Trump', '/v1/entities/Trump'],
    ['/v1/entities/donald-trump/statements', '/v1/statements?speaker=donald-trump'],
    ['/nothing-of-ours', '/'],
  ])('%s is a problem that names the nearest path, %s', async (url, nearest) => {
    for (const method of ['GET', 'HEAD'] as const) {
      const { statusCode, headers, body } = await service.app.inject({ method, url });
      expect([statusCode, headers['content-type']]).toEqual([404, 'application/problem+json']);
      if (method === 'HEAD') continue;
      const problem = JSON.parse(body);
      expect(problem).toMatchObject({ code: 'not-found', errors: [{ nearest }] });
      expect(problem.detail).toBe(`Nothing is found at ${url.split('?')[0]}. The nearest is ${nearest}.`);
    }
  });

  test('leads to what there is', async () => {
    for (const url of [
      '/v1/people/Trump',
      '/v1/entities/donald-trump/statements',
      '/v1/article/shifting-sands/statements',
      '/v1/people/Trump/events',
    ]) {
      const { body } = await service.get(url);
      expect((await service.get(body.errors[0].nearest)).status, url).toBe(200);
    }
  });
});

describe('an id of a thing of another kind', () => {
  test.each([
    ['/v1/statements/donald-trump', 404, '/v1/entities/donald-trump'],
    ['/v1/events/shifting-sands', 404, '/v1/articles/shifting-sands'],
    ['/v1/events/shifting-sands?format=json', 404, '/v1/articles/shifting-sands'],
    ['/v1/articles/trump-munir-meeting-2025', 404, '/v1/events/trump-munir-meeting-2025'],
    [
      '/v1/entities/kurilla-pakistan-phenomenal-partner',
      404,
      '/v1/statements/kurilla-pakistan-phenomenal-partner',
    ],
    ['/v1/entities/shifting-sands/mentions', 404, '/v1/mentions?article=shifting-sands'],
    ['/v1/articles/Trump', 400, '/v1/entities/donald-trump'],
    ['/v1/statements/General%20Munir', 400, '/v1/entities/asim-munir'],
  ])('%s is %i and leads to %s', async (url, status, nearest) => {
    const { status: told, body } = await service.get(url);
    expect([told, body.errors[0].nearest], body.detail).toEqual([status, nearest]);
    expect(body.detail).toContain(nearest);
    expect((await service.get(nearest)).status).toBe(200);
  });

  test('leads nowhere where there is no such thing', async () => {
    for (const url of ['/v1/statements/nope', '/v1/articles/nope?format=jsonld']) {
      const { status, body } = await service.get(url);
      expect([status, body.errors]).toEqual([404, []]);
    }
  });
});

describe('the map of the service', () => {
  test.each(['/', '/v1', '/v1/'])('%s lists every path as JSON for programs', async (url) => {
    for (const accept of [undefined, '*/*', 'application/json', 'text/*;q=0.1, application/json']) {
      const { status, headers, body } = await service.get(url, accept ? { accept } : {});
      expect([status, headers['content-type']]).toEqual([200, 'application/json']);
      const paths = body.paths.map(({ path }: { path: string }) => path);
      for (const { path } of [...queries, ...operations]) expect(paths).toContain(path);
      for (const path of Object.values<string>(body.documentation)) {
        expect((await service.get(path)).status).toBeLessThan(400);
      }
    }
  });

  test.each([
    ['/', ['/docs', '/reference', '/v1/people', '/v1/vocabularies']],
    ['/v1', ['/docs', '/openapi.json', '/v1/people', '/healthz']],
  ])('%s is a page for browsers, whose links lead somewhere', async (url, paths) => {
    const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';
    const { headers, body } = await service.get(url, { accept });
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    const links = [...String(body).matchAll(/href="([^"]+)"/g)].map(([, path]) => path!);
    expect(links.length).toBeGreaterThan(20);
    for (const path of paths) {
      expect(links).toContain(path);
      expect((await service.get(path)).status).toBeLessThan(400);
    }
  });

  test('is in no other format', async () => {
    expect((await service.get('/', { accept: 'image/png' })).status).toBe(406);
  });
});

test('browsers and crawlers find what they ask every host for', async () => {
  const icon = await service.app.inject('/favicon.ico');
  expect(icon.headers['content-type']).toBe('image/x-icon');
  expect(icon.rawPayload.readUInt32BE(0)).toBe(0x00000100);
  const { headers, body } = await service.get('/robots.txt');
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(body).toMatch(/^User-agent: \*$/m);
});
