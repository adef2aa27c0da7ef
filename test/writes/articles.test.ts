import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildApp } from '../../src/app.ts';
import { projectFolder } from '../../src/project.ts';
import { verifyGraph } from '../../src/verify/verify.ts';
import { testGraph } from '../support/graph.ts';
import { dump, restoreSeed } from '../support/graph-dump.ts';

const KEY = 'a-key-of-more-than-twenty-characters';
const graph = testGraph();
let app: FastifyInstance;

const TEXT = 'Ada Example told reporters: “Pakistan is a partner.” The Example Institute agreed.';
const submission = () => ({
  id: 'an-example',
  text: TEXT,
  entities: [
    { id: 'ada-example', type: 'Person', name: 'Ada Example' },
    { id: 'example-institute', type: 'Organization', name: 'Example Institute', country: 'united-states' },
  ],
  annotation: {
    article: { title: 'An example', language: 'es-419', published: '2025-06-20' },
    statements: [
      {
        id: 'pakistan-is-a-partner',
        act: '051',
        about: ['pakistan'],
        quotations: [
          {
            quoteType: 'direct',
            quote: 'Pakistan is a partner.',
            cue: 'told',
            attributions: [
              {
                speaker: 'ada-example',
                rank: 'preferred',
                basis: 'cue-named',
                confidence: 1,
                evidence: 'Ada Example',
              },
            ],
          },
        ],
      },
    ],
    mentions: [{ entity: 'example-institute', form: 'name', exact: 'Example Institute' }],
  },
});

beforeAll(async () => {
  app = await buildApp({
    graph,
    writeKeys: [{ name: 'tester', key: KEY }],
    checkResponses: true,
    responseCacheSize: 8,
  });
});

afterAll(async () => {
  await app.close();
  await restoreSeed(graph);
});

const send = (payload: unknown, { url = '/v1/articles', key = KEY } = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });

const remove = (id: string, key = KEY) =>
  app.inject({ method: 'DELETE', url: `/v1/articles/${id}`, headers: { authorization: `Bearer ${key}` } });

test('the example of the documentation can be sent as it is', async () => {
  const { components } = (await app.inject('/openapi.json')).json();
  const response = await app.inject({
    method: 'POST',
    url: '/v1/articles?dryRun=true',
    headers: { authorization: `Bearer ${KEY}` },
    payload: components.schemas.Submission.examples[0],
  });
  expect(response.statusCode, response.body).toBe(200);
});

describe('an article that is sent', () => {
  test('is tried, written, there already, in conflict, removed and gone', async () => {
    const before = await dump(graph);
    const tried = await send(submission(), { url: '/v1/articles?dryRun=true' });
    expect([tried.statusCode, tried.json().outcome]).toEqual([200, 'would-be-created']);
    expect(await dump(graph)).toEqual(before);

    const written = await send(submission());
    expect([written.statusCode, written.headers.location]).toEqual([201, '/v1/articles/an-example']);
    expect(written.json().nodes).toEqual(tried.json().nodes);
    // Kept for who reads it, it must not be what another method is answered with.
    for (const _ of [1, 2])
      expect((await app.inject(written.headers.location as string)).json().language).toBe('es-419');
    expect((await remove('an-example', 'another-key-of-many-characters')).statusCode).toBe(401);
    const { items } = (await app.inject('/v1/statements?speaker=ada-example')).json();
    expect(items[0].quotations[0].evidence[0].exact).toBe('Pakistan is a partner.');
    expect(await verifyGraph(graph)).toEqual([]);

    const again = await send(submission());
    expect([again.statusCode, again.json().outcome]).toEqual([200, 'unchanged']);

    const other = await send({ ...submission(), text: `${TEXT} More.` });
    expect([other.statusCode, other.json().code]).toEqual([409, 'conflict']);
    expect(other.json().errors[0]).toMatchObject({
      pointer: '/id',
      detail: 'the article an-example is there already and says something else: text',
    });

    expect((await remove('an-example')).statusCode).toBe(204);
    expect((await remove('an-example')).statusCode).toBe(404);
    expect((await app.inject('/v1/articles/an-example')).statusCode).toBe(404);
  });

  test('is found by a name with a comma, and by who published it', async () => {
    const { entities, annotation, ...rest } = submission();
    const town = { id: 'washingtonia', type: 'Place', name: 'Washingtonia, D.C.' };
    const events = [
      {
        id: 'washingtonia-agrees',
        kind: 'agreement',
        label: 'Washingtonia agrees',
        participants: [{ entity: 'washingtonia', role: 'actor' }],
        evidence: ['The Example Institute agreed'],
      },
    ];
    const article = { ...annotation.article, publisher: 'The Example Post, Inc.' };
    const written = await send({
      ...rest,
      entities: [...entities, town],
      annotation: { ...annotation, article, events },
    });
    expect(written.statusCode, written.body).toBe(201);
    const found = async (url: string) => {
      const response = await app.inject(url);
      expect(response.statusCode, response.body).toBe(200);
      return response.json().items.map(({ id }: { id: string }) => id);
    };
    const name = encodeURIComponent('Washingtonia, D.C.');
    expect(await found(`/v1/events?participants=${name}`)).toEqual(['washingtonia-agrees']);
    expect(await found(`/v1/events?actor=${name}&actor=Trump&from=2026&undated=only`)).toContain(
      'washingtonia-agrees',
    );
    const publisher = encodeURIComponent('the example post, inc');
    expect(await found(`/v1/statements?publisher=${publisher}&publisher=another`)).toEqual([
      'pakistan-is-a-partner',
    ]);
    expect(await found(`/v1/articles?publisher=${publisher}`)).toEqual(['an-example']);
    expect(await found('/v1/articles?publisher=example')).toEqual([]);
    expect(await verifyGraph(graph)).toEqual([]);
    expect((await remove('an-example')).statusCode).toBe(204);
  });

  test('of twenty at once is written once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(submission())));
    const statuses = answers.map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([...Array(19).fill(200), 201]);
    expect((await remove('an-example')).statusCode).toBe(204);
  });

  test('that the command line would write makes the same graph', async () => {
    const before = await dump(graph);
    const slug = 'shifting-sands';
    const folder = join(projectFolder, 'seed/articles');
    const text = readFileSync(join(folder, slug, 'article.txt'), 'utf8');
    const annotation = parse(readFileSync(join(folder, slug, 'annotation.yaml'), 'utf8'));
    expect((await send({ id: slug, text, annotation })).json().outcome).toBe('unchanged');
    expect((await remove(slug)).statusCode).toBe(204);
    expect((await send({ id: slug, text, annotation })).statusCode).toBe(201);
    await remove('an-example');
    expect(await dump(graph)).toEqual(before);
  });

  test('names every fault with a pointer, and writes nothing', async () => {
    const before = await dump(graph);
    const wrong = submission();
    wrong.entities[1]!.country = 'pakistn';
    wrong.annotation.statements[0]!.about = ['pakistann'];
    wrong.annotation.statements[0]!.quotations[0]!.quote = 'Pakistan is no partner.';
    wrong.annotation.statements[0]!.act = '999';
    const { statusCode, body } = await send(wrong);
    expect(statusCode).toBe(422);
    const { code, errors } = JSON.parse(body);
    expect(code).toBe('invalid-article');
    const byPointer = new Map(errors.map((error: { pointer: string }) => [error.pointer, error]));
    expect([...byPointer.keys()].sort()).toEqual([
      '/annotation/statements/0/about/0',
      '/annotation/statements/0/act',
      '/annotation/statements/0/quotations/0/quote',
      '/entities/1/country',
    ]);
    expect(byPointer.get('/annotation/statements/0/about/0')).toMatchObject({ nearest: 'pakistan' });
    expect(await dump(graph)).toEqual(before);
  });

  test.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
  ])('with lines of Windows is found by a quote with %s, and kept as it is', async (_title, eol) => {
    const body = submission();
    const text = `\ufeff${TEXT.replace('a partner.', 'a partner.\r\n\r\nIt is.')}`;
    const kept = text.slice(1);
    body.annotation.statements[0]!.quotations[0]!.quote = `a partner.${eol}${eol}It`;
    // A byte order mark in front of a body is no part of it either.
    expect((await send(`\ufeff${JSON.stringify({ ...body, text })}`)).statusCode).toBe(201);
    const article = (await app.inject('/v1/articles/an-example')).json();
    expect([article.text, article.sha256]).toEqual([kept, createHash('sha256').update(kept).digest('hex')]);
    const { items } = (await app.inject('/v1/statements?speaker=ada-example')).json();
    const { exact, start, end } = items[0].quotations[0].evidence[0];
    expect(exact).toBe('a partner.\r\n\r\nIt');
    expect(Array.from(kept).slice(start, end).join('')).toBe(exact);
    expect(items[0].text).toBe('a partner.\n\nIt');
    expect(await verifyGraph(graph)).toEqual([]);
    expect((await remove('an-example')).statusCode).toBe(204);
  });

  test.each([
    ['an unknown field', { ...submission(), annotations: {} }, '/annotations'],
    ['no text', { ...submission(), text: undefined }, '/text'],
    ['no annotation', { ...submission(), annotation: undefined }, '/annotation'],
    ['an id of another form', { ...submission(), id: 'An Example' }, '/id'],
    ['a list', [], ''],
    ['null', null, ''],
  ])('with %s is refused where it is wrong', async (_title, body, pointer) => {
    const { statusCode, body: answer } = await send(JSON.stringify(body));
    expect(statusCode).toBe(422);
    const pointers = JSON.parse(answer).errors.map((error: { pointer: string }) => error.pointer);
    if (pointer) expect(pointers).toContain(pointer);
    else expect(pointers.length).toBeGreaterThan(0);
  });

  test('with an entity that is described differently is in conflict', async () => {
    const body = submission();
    body.entities.push({ id: 'pakistan', type: 'Country', name: 'Somewhere else' });
    const { statusCode, body: answer } = await send(body);
    expect(statusCode).toBe(409);
    expect(JSON.parse(answer).errors[0]).toMatchObject({
      pointer: '/entities/2',
      detail: expect.stringMatching(
        /^the entity pakistan is there already, described differently: name, iso3166, /,
      ),
      expected: expect.stringMatching(
        /^name: "Pakistan"; iso3166: "PAK"; .*; or another id, or the entity left out$/,
      ),
    });
  });

  test('with words that name nobody is refused', async () => {
    const body = submission();
    body.annotation.statements[0]!.quotations[0]!.attributions[0]!.evidence = 'Pakistan is';
    const { statusCode, body: answer } = await send(body);
    expect(statusCode).toBe(422);
    expect(JSON.parse(answer).errors).toMatchObject([
      {
        pointer: '/annotation/statements/0/quotations/0/attributions/0/evidence',
        detail: '"Pakistan is" holds no name and no mention of ada-example, at confidence 1',
      },
    ]);
  });

  test('by a speaker of the graph is held to its names there', async () => {
    const body = submission();
    body.text = TEXT.replace('Ada Example', 'Washington');
    const [attribution] = body.annotation.statements[0]!.quotations[0]!.attributions;
    Object.assign(attribution!, { speaker: 'united-states', evidence: 'Washington told' });
    expect((await send(body, { url: '/v1/articles?dryRun=true' })).statusCode).toBe(200);
    attribution!.speaker = 'india';
    expect((await send(body, { url: '/v1/articles?dryRun=true' })).json().errors).toMatchObject([
      { detail: '"Washington told" holds no name and no mention of india, at confidence 1' },
    ]);
  });

  test.each([
    ['text that is no JSON', '{"id":', 'application/json', 400, 'bad-request'],
    ['a prototype', '{"__proto__": {"a": 1}}', 'application/json', 400, 'bad-request'],
    ['another format', 'id=1', 'text/csv', 415, 'unsupported-media-type'],
    ['too much', JSON.stringify({ text: 'x'.repeat(5_000_000) }), 'application/json', 413, 'body-too-large'],
  ])('as %s is refused', async (_title, payload, type, status, code) => {
    const { statusCode, body } = await app.inject({
      method: 'POST',
      url: '/v1/articles',
      headers: { authorization: `Bearer ${KEY}`, 'content-type': type },
      payload,
    });
    expect([statusCode, JSON.parse(body).code]).toEqual([status, code]);
  });

  test('with a wrong parameter is told so', async () => {
    const { statusCode, body } = await send(submission(), { url: '/v1/articles?dryrun=true' });
    expect([statusCode, JSON.parse(body).errors[0].nearest]).toEqual([400, 'dryRun']);
  });
});

describe('a name that another entity bears', () => {
  type Alias = string | { text: string; kind: string; shared?: boolean };
  const withSmith = (aliases: Alias[], name = 'John Smith') => {
    const body = submission();
    const smith = { id: 'john-smith', type: 'Person', name, aliases };
    return { ...body, entities: [...body.entities, smith] };
  };
  const idOf = async (name: string) =>
    (await app.inject(`/v1/statements?limit=1&speaker=${encodeURIComponent(name)}`)).json();

  test('is refused where it is not marked as shared, and keeps its meaning', async () => {
    const before = await dump(graph);
    const refused = await send(withSmith(['Smith', 'Trump', 'islamabad']));
    expect(refused.statusCode).toBe(422);
    expect(refused.json().errors).toMatchObject([
      {
        pointer: '/entities/2/aliases/1',
        detail: '"Trump" is a name of donald-trump already, which it would no longer find',
        expected: 'another name, or { text: Trump, kind: name, shared: true }',
      },
      { pointer: '/entities/2/aliases/2' },
    ]);
    const named = await send(withSmith([], 'Donald Trump'), { url: '/v1/articles?dryRun=true' });
    expect(named.json().errors).toMatchObject([{ pointer: '/entities/2/name' }]);
    expect(await dump(graph)).toEqual(before);
  });

  test('keeps its meaning where others share it', async () => {
    const shared = ['Trump', 'Islamabad'].map((text) => ({ text, kind: 'name', shared: true }));
    expect((await send(withSmith(['Smith', ...shared]))).statusCode).toBe(201);
    expect((await idOf('Trump')).items[0].speakers[0].id).toBe('donald-trump');
    expect((await app.inject('/v1/statements?about=islamabad')).json().items.length).toBeGreaterThan(1);
    expect((await app.inject('/v1/entities/smith')).json().id).toBe('john-smith');
    const queries = encodeURIComponent(JSON.stringify({ q: { query: 'Trump' } }));
    const { result } = (await app.inject(`/v1/reconcile?queries=${queries}`)).json().q;
    expect(result[0]).toMatchObject({ id: 'donald-trump', match: true });
    expect(result.map(({ id }: { id: string }) => id)).toContain('john-smith');
    expect(await verifyGraph(graph)).toEqual([]);
    expect((await send(withSmith(['Smith', ...shared.toReversed()]))).json().outcome).toBe('unchanged');
    expect((await remove('an-example')).statusCode).toBe(204);
  });

  test('is given to one of two that come at once', async () => {
    const [one, other] = ['one', 'other'].map((id) => {
      const body = submission();
      body.annotation.statements[0]!.id = `says-${id}`;
      const entity = { id: `quill-${id}`, type: 'Person', name: `Quill ${id}`, aliases: ['The Quill'] };
      return send({ ...body, id: `an-${id}`, entities: [...body.entities, entity] });
    });
    const statuses = [(await one!).statusCode, (await other!).statusCode].sort();
    expect(statuses[0]).toBe(201);
    expect([409, 422]).toContain(statuses[1]);
    expect((await app.inject('/v1/entities/the quill')).statusCode).toBe(200);
    await Promise.all([remove('an-one'), remove('an-other')]);
  });
});

describe('the key', () => {
  test.each([
    ['none', undefined, 'Bearer'],
    ['another one', 'Bearer another-key-of-many-characters', 'Bearer error="invalid_token"'],
    ['the beginning of it', `Bearer ${KEY.slice(0, -1)}`, 'Bearer error="invalid_token"'],
    ['it in another scheme', `Basic ${KEY}`, 'Bearer'],
  ])('%s does not open', async (_title, authorization, challenge) => {
    for (const request of [
      { method: 'POST', url: '/v1/articles', payload: submission() },
      { method: 'PUT', url: '/v1/articles/an-example', payload: submission() },
      { method: 'DELETE', url: '/v1/articles/an-example' },
    ] as const) {
      const headers = authorization === undefined ? {} : { authorization };
      const answer = await app.inject({ ...request, headers });
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'key-required']);
      expect(answer.headers['www-authenticate']).toBe(challenge);
    }
  });

  test('is asked for before anything else of a replacement', async () => {
    const answer = await app.inject({ method: 'PUT', url: '/v1/articles/Not-An-Id?x=1', payload: {} });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'key-required']);
  });

  test('is not to be had where none is set', async () => {
    const closed = await buildApp({ graph });
    const answer = await closed.inject({
      method: 'POST',
      url: '/v1/articles',
      headers: { authorization: `Bearer ${KEY}` },
      payload: submission(),
    });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'writes-disabled']);
    await closed.close();
  });
});
