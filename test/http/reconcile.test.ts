import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { testService } from '../support/service.ts';

const service = testService();
const ENDPOINT = '/v1/reconcile';

// The shapes of the Reconciliation Service API 0.2 (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/).
const named = z.object({ id: z.string().min(1), name: z.string().min(1) });
const withId = z.string().includes('{{id}}');
const suggestMetadata = z.object({ service_url: z.url(), service_path: z.string().startsWith('/') });
const Manifest = z.object({
  versions: z.array(z.string()).refine((versions) => versions.includes('0.2')),
  name: z.string().min(1),
  identifierSpace: z.url(),
  schemaSpace: z.url(),
  defaultTypes: z.array(named),
  documentation: z.url(),
  view: z.object({ url: withId }),
  preview: z.object({ url: withId, width: z.int().positive(), height: z.int().positive() }),
  suggest: z.object({ entity: suggestMetadata, property: suggestMetadata, type: suggestMetadata }),
  extend: z.object({ propose_properties: suggestMetadata, property_settings: z.array(z.never()) }),
  batchSize: z.int().positive(),
});
const Candidate = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  description: z.string().optional(),
  score: z.number().min(0).max(100),
  match: z.boolean(),
  type: z.array(named),
  features: z.array(z.strictObject({ id: z.string(), value: z.union([z.boolean(), z.number()]) })),
});
const Results = z.record(z.string(), z.strictObject({ result: z.array(Candidate) }));
const cell = z.union([
  z.strictObject({}),
  z.strictObject({ id: z.string(), name: z.string(), description: z.string().optional() }),
  z.strictObject({ str: z.string() }),
  z.strictObject({ float: z.number() }),
  z.strictObject({ int: z.int() }),
  z.strictObject({ date: z.iso.datetime() }),
]);
const Extended = z.strictObject({
  meta: z.array(z.strictObject({ id: z.string(), name: z.string(), type: named.optional() })),
  rows: z.record(z.string(), z.record(z.string(), z.array(cell))),
});
const Suggested = z.strictObject({
  result: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      description: z.string().optional(),
      notable: z.array(named).optional(),
    }),
  ),
});

const form = (fields: Record<string, unknown>, type = 'application/x-www-form-urlencoded') =>
  service.app.inject({
    method: 'POST',
    url: ENDPOINT,
    headers: { 'content-type': type, origin: 'http://127.0.0.1:3333' },
    payload: new URLSearchParams(
      Object.entries(fields).map(([name, value]): [string, string] => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    ).toString(),
  });

async function reconcile(query: Record<string, unknown>) {
  const response = await form({ queries: { q: query } });
  expect(response.statusCode, response.body).toBe(200);
  return Results.parse(response.json()).q!.result;
}

describe('the manifest', () => {
  test('tells where everything is, and all of it is there', async () => {
    const { status, headers, body } = await service.get(ENDPOINT);
    expect(status).toBe(200);
    expect(headers['access-control-allow-origin']).toBe('*');
    const { suggest, extend, preview, view } = Manifest.parse(body);
    const beginnings = { entity: 'pak', property: 'iso', type: 'per' };
    for (const [what, { service_url, service_path }] of Object.entries(suggest)) {
      const url = new URL(service_url + service_path);
      const prefix = beginnings[what as keyof typeof beginnings];
      const answer = await service.get(`${url.pathname}?prefix=${prefix}`);
      expect(answer.status, url.pathname).toBe(200);
      expect(Suggested.parse(answer.body).result.length, url.pathname).toBeGreaterThan(0);
    }
    const { service_url, service_path } = extend.propose_properties;
    const addresses = [service_url + service_path, preview.url, view.url];
    for (const address of addresses) {
      const { pathname, search } = new URL(address.replace('{{id}}', 'pakistan'));
      expect((await service.get(pathname + search)).status, address).toBe(200);
    }
  });

  test('has the addresses of the host that it is asked at', async () => {
    const { body } = await service.app.inject({ url: ENDPOINT, headers: { host: 'record.example:8080' } });
    expect(JSON.parse(body).identifierSpace).toBe('http://record.example:8080/v1/entities/');
  });
});

describe('a batch of queries', () => {
  test('is answered query by query, by POST and by GET alike', async () => {
    const queries = {
      q0: { query: 'Pakistan' },
      q1: { query: 'Asim Munir', type: 'Person', limit: 1 },
      q2: { query: 'nobody of this name at all' },
    };
    const posted = await form({ queries });
    expect(posted.statusCode).toBe(200);
    expect(posted.headers).toMatchObject({ 'access-control-allow-origin': '*', 'cache-control': 'no-store' });
    const { q0, q1, q2 } = Results.parse(posted.json());
    expect(q0!.result[0]).toMatchObject({ id: 'pakistan', score: 100, match: true });
    expect(q1!.result).toMatchObject([{ id: 'asim-munir', match: true }]);
    expect(q2!.result.filter(({ match }) => match)).toEqual([]);
    const got = await service.get(`${ENDPOINT}?queries=${encodeURIComponent(JSON.stringify(queries))}`);
    expect(got.body).toEqual(posted.json());
  });

  test.each(['US', 'the U.S.', 'USA', 'united states of america', 'united-states'])(
    'finds the United States as %s, and is certain',
    async (query) => {
      expect((await reconcile({ query }))[0]).toMatchObject({ id: 'united-states', score: 100, match: true });
    },
  );

  test.each(['Washington', 'American', 'Pakistani'])(
    'offers what %s may mean, and does not decide',
    async (query) => {
      const result = await reconcile({ query });
      expect(result.length).toBeGreaterThan(0);
      expect(result.filter(({ match }) => match)).toEqual([]);
    },
  );

  test.each([
    ['Asim Munnir', 'asim-munir'],
    ['Munir, Asim', 'asim-munir'],
    ['Pakistn', 'pakistan'],
    ['Donald Q. Trump', 'donald-trump'],
  ])('finds %s although it is not spelt so, without being certain', async (query, id) => {
    const result = await reconcile({ query });
    expect(result[0]).toMatchObject({ id, match: false });
    expect(result[0]!.score).toBeLessThan(85);
    expect(result.map(({ score }) => score)).toEqual(
      result.map(({ score }) => score).toSorted((a, b) => b - a),
    );
  });

  test('keeps to a type, or prefers it', async () => {
    expect(await reconcile({ query: 'Pakistan', type: 'Person' })).toEqual([]);
    expect(await reconcile({ query: 'Pakistan', type: ['Person', 'Country'] })).toMatchObject([
      { id: 'pakistan' },
    ]);
    expect(await reconcile({ query: 'Pakistan', type: ['Person', 'Country'], type_strict: 'all' })).toEqual(
      [],
    );
    const [preferred] = await reconcile({ query: 'Pakistan', type: 'Person', type_strict: 'should' });
    expect(preferred).toMatchObject({ id: 'pakistan', score: 80, match: false });
  });

  test('compares properties: what agrees is certain, what does not is not', async () => {
    const person = (v: unknown) => reconcile({ query: 'Munir', properties: [{ pid: 'roleOf', v }] });
    expect((await person('Pakistan'))[0]).toMatchObject({ id: 'asim-munir', match: true });
    expect((await person({ id: 'pakistan' }))[0]).toMatchObject({ id: 'asim-munir', match: true });
    expect((await person(['India', 'Islamic Republic of Pakistan']))[0]).toMatchObject({ match: true });
    expect((await person('India'))[0]).toMatchObject({ id: 'asim-munir', score: 70, match: false });
  });

  test.each([
    ['iso3166', 'pak'],
    ['wikidata', 'Q843'],
  ])('finds an entity by its %s alone', async (pid, v) => {
    expect(await reconcile({ properties: [{ pid, v }] })).toMatchObject([
      { id: 'pakistan', score: 100, match: true },
    ]);
  });

  test.each([
    'q843',
    'wd:Q843',
    'https://www.wikidata.org/wiki/Q843',
    'http://www.wikidata.org/entity/Q843',
    'https://m.wikidata.org/wiki/Q843#sitelinks-wikipedia',
    { id: 'Q843', name: 'Pakistan' },
    { id: 'http://www.wikidata.org/entity/Q843' },
    [{ id: 'Q843', name: 'a name of its own' }],
  ])('finds an entity by its Wikidata id as %j', async (v) => {
    const named = { query: 'Pakistan', limit: 1, properties: [{ pid: 'wikidata', v }] };
    const found = [{ id: 'pakistan', score: 100, match: true }];
    expect(await reconcile(named)).toMatchObject(found);
    expect(await reconcile({ properties: named.properties })).toMatchObject(found);
  });

  test.each([
    'Q843',
    'https://www.wikidata.org/wiki/Q843',
    { id: 'Q843', name: 'Pakistan' },
    { id: 'pakistan', name: 'Pakistan' },
    { id: 'http://localhost/v1/entities/pakistan' },
  ])('compares a property that is an entity, given as %j', async (v) => {
    const [best] = await reconcile({ query: 'Munir', properties: [{ pid: 'roleOf', v }] });
    expect(best).toMatchObject({ id: 'asim-munir', match: true });
    const other =
      typeof v === 'object' ? { ...v, id: v.id.replace('843', '668').replace('pakistan', 'india') } : 'Q668';
    const [doubtful] = await reconcile({ query: 'Munir', properties: [{ pid: 'roleOf', v: other }] });
    expect(doubtful).toMatchObject({ id: 'asim-munir', match: false });
  });

  test.each([
    { query: 'Munir', properties: [{ pid: 'roleOf', v: null }] },
    { query: 'Munir', limit: 0 },
    { query: 7 },
    { query: 'Munir', type: 'Persn' },
    null,
    'Munir',
  ])('responds to the others where a query is %j', async (bad) => {
    const response = await form({
      queries: { first: { query: 'Pakistan' }, bad, last: { query: 'Asim Munir' } },
    });
    expect(response.statusCode).toBe(200);
    const { first, bad: refused, last } = response.json();
    expect(first.result[0]).toMatchObject({ id: 'pakistan', match: true });
    expect(last.result[0]).toMatchObject({ id: 'asim-munir', match: true });
    expect(refused.result).toEqual([]);
    expect(refused.errors[0]).toMatchObject({
      pointer: expect.stringMatching(/^#\/bad/),
      detail: expect.any(String),
    });
  });

  test.each(['', '???', ' ', '+ AND (', '\ud800', 'x'.repeat(5000), '" OR *'])(
    'has no candidate for %j, and the batch goes on',
    async (query) => {
      const response = await form({ queries: { odd: { query }, fine: { query: 'Pakistan' } } });
      expect(response.statusCode).toBe(200);
      expect(response.json().fine.result[0].match).toBe(true);
      expect(response.json().odd.result.filter(({ match }: { match: boolean }) => match)).toEqual([]);
    },
  );

  test('gives no more candidates than asked for', async () => {
    expect(await reconcile({ query: 'United States Pakistan India', limit: 2 })).toHaveLength(2);
    expect((await reconcile({ query: 'pakistan', limit: 100_000 })).length).toBeLessThanOrEqual(50);
  });
});

describe('a request that is not right is a problem', () => {
  const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`q${index}`, { query: 'x' }]));

  test.each([
    ['no JSON', { queries: '{' }, /queries is no JSON/],
    ['no object', { queries: [] }, /queries/],
    ['too many queries', { queries: many }, /at most 50 queries/],
    ['neither name nor properties', { queries: { a: {} } }, /#\/a: expected a query or properties/],
    ['an unknown field', { queries: { a: { query: 'x', limits: 1 } } }, /#\/a/],
    [
      'an unknown type',
      { queries: { a: { query: 'x', type: 'Persn' } } },
      /#\/a\/type: expected one of Person/,
    ],
    [
      'an unknown property',
      { queries: { a: { query: 'x', properties: [{ pid: 'is', v: 1 }] } } },
      /properties\/0\/pid/,
    ],
    ['a limit of nothing', { queries: { a: { query: 'x', limit: 0 } } }, /#\/a\/limit/],
    ['nothing at all', {}, /Neither queries nor extend/],
    ['both at once', { queries: {}, extend: {} }, /Both queries and extend/],
    ['an extension without ids', { extend: { properties: [] } }, /#\/ids/],
    ['an unknown property to fetch', { extend: { ids: [], properties: [{ id: 'isoo3166' }] } }, /iso3166/],
  ])('%s', async (_name, fields, detail) => {
    const response = await form(fields);
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toMatch('application/problem+json');
    expect(response.json()).toMatchObject({ code: 'invalid-parameter' });
    expect(response.json().detail).toMatch(detail);
  });

  test('a body that is no form, or too large', async () => {
    const json = await service.app.inject({ method: 'POST', url: ENDPOINT, payload: { queries: {} } });
    expect(json.statusCode).toBe(415);
    expect(json.json().detail).toMatch(/application\/x-www-form-urlencoded/);
    const large = await form({ queries: 'x'.repeat(300_000) });
    expect(large.statusCode).toBe(413);
    expect(large.json().detail).toMatch(/256 KiB/);
  });

  test('an unknown parameter, and another method', async () => {
    const unknown = await service.get(`${ENDPOINT}?query=x`);
    expect(unknown.body).toMatchObject({ code: 'unknown-parameter', errors: [{ nearest: 'queries' }] });
    const put = await service.app.inject({ method: 'PUT', url: ENDPOINT });
    expect(put.statusCode).toBe(405);
    expect(put.headers.allow).toMatch(/GET.*POST/);
  });
});

describe('values of properties', () => {
  test('are fetched for each entity', async () => {
    const ids = ['pakistan', 'us-central-command', 'asim-munir', 'nobody'];
    const properties = [
      'iso3166',
      'wikidata',
      'type',
      'aliases',
      'country',
      'role',
      'roleOf',
      'description',
      'statementsAbout',
    ];
    const asked = { ids, properties: properties.map((id) => ({ id })) };
    const response = await form({ extend: asked });
    expect(response.statusCode).toBe(200);
    const { meta, rows } = Extended.parse(response.json());
    expect(meta.map(({ id }) => id)).toEqual(properties);
    expect(meta.find(({ id }) => id === 'country')).toMatchObject({ type: { id: 'Country' } });
    expect(Object.keys(rows)).toEqual(ids);
    expect(rows.pakistan).toMatchObject({ iso3166: [{ str: 'PAK' }], wikidata: [{ str: 'Q843' }], role: [] });
    expect(rows.pakistan!.aliases).toContainEqual({ str: 'Islamic Republic of Pakistan' });
    expect(rows.pakistan!.statementsAbout).toEqual([{ int: expect.any(Number) }]);
    expect(rows['us-central-command']!.country).toEqual([{ id: 'united-states', name: 'United States' }]);
    expect(rows['asim-munir']!.roleOf).toContainEqual({ id: 'pakistan', name: 'Pakistan' });
    expect(Object.values(rows.nobody!).flat()).toEqual([]);
    const got = await service.get(`${ENDPOINT}?extend=${encodeURIComponent(JSON.stringify(asked))}`);
    expect(got.body).toEqual(response.json());
  });

  test('are proposed by type', async () => {
    const all = (await service.get(`${ENDPOINT}/extend/propose?type=`)).body;
    const country = (await service.get(`${ENDPOINT}/extend/propose?type=Country&limit=50&lang=en`)).body;
    expect(country).toMatchObject({ type: 'Country', limit: 50 });
    const ids = country.properties.map(({ id }: { id: string }) => id);
    expect(ids).toContain('iso3166');
    expect(ids).not.toContain('role');
    expect(all.properties.length).toBeGreaterThan(ids.length);
  });
});

describe('suggestions', () => {
  const ids = async (path: string) =>
    Suggested.parse((await service.get(`${ENDPOINT}/suggest/${path}`)).body).result.map(({ id }) => id);

  test('complete the name of an entity, or its id', async () => {
    expect(await ids('entity?prefix=asim%20mu')).toContain('asim-munir');
    expect((await ids('entity?prefix=asim-munir'))[0]).toBe('asim-munir');
    expect(await ids('entity?prefix=pak&type=Person')).not.toContain('pakistan');
    expect(await ids('entity?prefix=')).toEqual([]);
    expect(await ids('entity?prefix=%2B')).toEqual([]);
  });

  test('go on after those that were seen', async () => {
    const first = await ids('entity?prefix=p&limit=2');
    const second = await ids('entity?prefix=p&limit=2&cursor=2');
    expect(first).toHaveLength(2);
    expect(second.filter((id) => first.includes(id))).toEqual([]);
    expect([...first, ...second]).toEqual(await ids('entity?prefix=p&limit=4'));
  });

  test('complete properties and types', async () => {
    expect(await ids('property?prefix=iso')).toEqual(['iso3166']);
    expect(await ids('type?prefix=per')).toEqual(['Person']);
  });

  test('let parameters of older clients pass', async () => {
    const { status } = await service.get(`${ENDPOINT}/suggest/entity?prefix=pak&type_strict=any&lang=en`);
    expect(status).toBe(200);
  });
});

describe('a preview', () => {
  test('is a page that loads nothing and may stand in any frame', async () => {
    const { status, headers, body } = await service.get(`${ENDPOINT}/preview?id=asim-munir`);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none';style-src 'sha256-.*frame-ancestors \*$/,
    );
    expect(body).toContain('Asim Munir');
    expect(body).not.toMatch(/<script|<img|<link|url\(| on\w+=/);
  });

  test.each([
    ['id=%3Cscript%3E', 404],
    ['id=nope', 404],
    ['', 400],
    [`id=${'x'.repeat(300)}`, 400],
  ])('that fails (%s) is a page that a frame may show', async (search, expected) => {
    const { status, headers, body } = await service.get(`${ENDPOINT}/preview?${search}`, {
      accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
    });
    expect(status).toBe(expected);
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['content-security-policy']).toMatch(/frame-ancestors \*$/);
    expect(body).toMatch(/^<!doctype html>/);
    expect(body).not.toMatch(/<script/);
    expect(body.length).toBeLessThan(2000);
  });

  test('that fails is a problem for a client that takes only JSON', async () => {
    const { status, body } = await service.get(`${ENDPOINT}/preview?id=nope`, { accept: 'application/json' });
    expect([status, body.code]).toEqual([406, 'not-acceptable']);
  });
});
