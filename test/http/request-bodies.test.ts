import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { testGraph } from '../support/graph.ts';

const KEY = 'a-key-of-more-than-twenty-characters';
const graph = testGraph();
let app: FastifyInstance;
beforeAll(async () => {
  app = await buildApp({ graph, writeKeys: [{ name: 'tester', key: KEY }] });
});
afterAll(() => app.close());

const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';
const send = async (url: string, payload: string | Buffer, type: string) => {
  const headers = { authorization: `Bearer ${KEY}`, 'content-type': type };
  const response = await app.inject({ method: 'POST', url, headers, payload });
  return { status: response.statusCode, body: response.json() };
};
/** Nothing is written by it, whatever is right about it. */
const post = (payload: string | Buffer, type = JSON_TYPE) => send('/v1/articles?dryRun=true', payload, type);
const ask = (payload: string | Buffer, type = FORM) => send('/v1/reconcile', payload, type);

const article = (changes: object = {}) => ({
  id: 'a-body',
  text: 'Pakistan met them.',
  annotation: { article: { title: 'A title', language: 'en', ...changes } },
});
const QUERIES = '{"q0":{"query":"Munir"}}';

describe('a body in another encoding than UTF-8', () => {
  const latin = JSON.stringify(article({ title: 'caf\xe9' }));

  test('is refused with the byte that is none', async () => {
    const { status, body } = await post(Buffer.from(latin, 'latin1'));
    expect([status, body.code]).toEqual([400, 'bad-request']);
    expect(body.errors[0]).toMatchObject({
      detail: expect.stringContaining('0xE9 on line 1'),
      expected: 'text in UTF-8',
    });
    expect((await post(Buffer.from(latin))).status).toBe(200);
  });

  test.each(['utf16le', 'latin1'] as const)('is refused in a form too: %s', async (encoding) => {
    const { status, body } = await ask(Buffer.from(`queries={"q0":{"query":"Müller"}}`, encoding));
    expect([status, body.code]).toEqual([400, 'bad-request']);
  });

  test.each(['%E9', '%C0%AF', '%ED%A0%80', '%', '%zz', '%u00e9'])(
    'is refused in an escape of a form: %s',
    async (bytes) => {
      const { status, body } = await ask(`queries={"q0":{"query":"caf${bytes}"}}`);
      expect([status, body.code, body.errors[0].parameter]).toEqual([400, 'bad-request', 'queries']);
    },
  );

  test.each([
    'iso-8859-1',
    'utf-16',
    'UTF-16LE',
    '"windows-1252"',
    'us-ascii',
    'utf-8; charset=latin1',
    'utf-80',
    '',
  ])('is refused where it says so: charset=%s', async (charset) => {
    for (const refused of [
      await post(JSON.stringify(article()), `${JSON_TYPE}; charset=${charset}`),
      await ask(`queries=${QUERIES}`, `${FORM};charset=${charset}`),
    ]) {
      expect([refused.status, refused.body.code]).toEqual([415, 'unsupported-media-type']);
      expect(refused.body.detail).toContain('expected utf-8');
    }
  });

  test.each(['utf-8', 'UTF-8', '"utf-8"', 'utf8'])('is not one that says charset=%s', async (charset) => {
    expect((await post(JSON.stringify(article()), `${JSON_TYPE}; charset=${charset}`)).status).toBe(200);
    expect((await ask(`queries=${QUERIES}`, `${FORM}; Charset=${charset}`)).status).toBe(200);
  });
});

describe('a field that is given twice', () => {
  const given = JSON.stringify(article());

  test.each([
    ['at the top', given.replace('{"id"', '{"id":"a-body","id"'), '/id'],
    ['in the same words', given.replace('"text"', '"text":"Pakistan met them.","text"'), '/text'],
    ['deeper', given.replace('"title"', '"title":"Another","title"'), '/annotation/article/title'],
    [
      'as an escape',
      given.replace('"title"', '"t\\u0069tle":"Another","title"'),
      '/annotation/article/title',
    ],
    [
      'in a list',
      given.replace('"article"', '"mentions":[{"form":"name","form":"name"}],"article"'),
      '/annotation/mentions/0/form',
    ],
  ])('is refused with its place: %s', async (_, payload, pointer) => {
    const { status, body } = await post(payload);
    expect([status, body.code]).toEqual([400, 'bad-request']);
    expect(body.errors).toMatchObject([
      { pointer, detail: expect.stringMatching(/line 1, column \d+: the field ".*" is there twice/) },
    ]);
  });

  test('is refused in what a form and a URL hold as well', async () => {
    const twice = '{"q0":{"query":"Munir","query":"Trump"}}';
    const { body: url } = {
      body: (await app.inject(`/v1/reconcile?queries=${encodeURIComponent(twice)}`)).json(),
    };
    for (const body of [url, (await ask(`queries=${twice}`)).body])
      expect([body.status, body.code, body.errors[0].pointer]).toEqual([
        400,
        'invalid-parameter',
        '#/q0/query',
      ]);
    const { body } = await ask(`queries=${QUERIES}&queries=${QUERIES}`);
    expect([body.status, body.errors[0].parameter]).toEqual([400, 'queries']);
  });
});

test.each([
  ['{"id": "a",\n "text" "b"}', 'line 2, column 9: found "\\""', 'a colon'],
  ['', 'line 1, column 1: the text ends', 'a value'],
  ['id=a-body', 'line 1, column 1: found "i"', 'a value'],
])('a body that is no JSON is told where it breaks: %j', async (payload, place, expected) => {
  const { status, body } = await post(payload);
  expect([status, body.code]).toEqual([400, 'bad-request']);
  expect(body.errors).toEqual([{ pointer: '', detail: `not valid JSON: ${place}`, expected }]);
});

test('a form that is missing, or has a field that there is not, is told in a sentence', async () => {
  const missing = await app.inject({ method: 'POST', url: '/v1/reconcile' });
  expect([missing.statusCode, missing.json().detail]).toEqual([
    400,
    `The body is missing, expected ${FORM} with queries or extend.`,
  ]);
  const { status, body } = await ask(`querys=${QUERIES}`);
  expect([status, body.code, body.errors]).toEqual([
    400,
    'unknown-parameter',
    [
      {
        parameter: 'querys',
        detail: 'There is no parameter "querys" here.',
        expected: 'one of queries, extend',
        nearest: 'queries',
      },
    ],
  ]);
});

test('a request without a key, or of another type, is told what is expected', async () => {
  const url = '/v1/articles';
  const withoutKey = await app.inject({ method: 'POST', url, payload: article() });
  expect(withoutKey.json().detail).toContain('expected the header `Authorization: Bearer KEY`');
  const { status, body } = await send(url, 'id=1', FORM);
  expect([status, body.detail]).toEqual([415, `${FORM} is not read here; this path takes ${JSON_TYPE}.`]);
});

describe('the language of an article', () => {
  test.each(['en', 'zh-Hans', 'es-419', 'sr-Latn-RS', 'pa-Arab', 'de-CH-1996', 'en-x-house'])(
    'may be %s, a tag of BCP 47',
    async (language) => {
      expect((await post(JSON.stringify(article({ language })))).status).toBe(200);
    },
  );

  test.each(['English', 'en_US', 'e', '', 'es-41', 'zh-Hans-'])('may not be %j', async (language) => {
    const { status, body } = await post(JSON.stringify(article({ language })));
    expect([status, body.errors]).toEqual([
      422,
      [
        expect.objectContaining({
          pointer: '/annotation/article/language',
          expected: 'a language tag (BCP 47) such as en, es-419 or zh-Hans',
        }),
      ],
    ]);
  });
});

describe('the URL of an article', () => {
  test.each([
    'https://example.org/a?b=c#d',
    'http://example.org',
    'HTTPS://EXAMPLE.ORG/',
    'https://de.example/Müller',
    'https://xn--mller-kva.example/',
  ])('may be %s', async (url) => {
    expect((await post(JSON.stringify(article({ url })))).status).toBe(200);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '\tjavascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript://example.org/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'ftp://example.org/a',
    'vbscript:msgbox(1)',
    'blob:https://example.org/a',
    'view-source:https://example.org',
    ' https://example.org',
    'https://example.org ',
    'https://exam ple.org',
    'https:example.org',
    'https:/example.org',
    'https:\\\\example.org',
    '//example.org/a',
    '/a',
    'example.org',
    'https://',
    'https://?',
    'https://example.org/"onmouseover="alert(1)',
    'https://example.org/<b>',
    'https://example.org:99999/',
    'https://[::1/',
    '',
  ])('may not be %j', async (url) => {
    const { status, body } = await post(JSON.stringify(article({ url })));
    expect([status, body.code]).toEqual([422, 'invalid-article']);
    const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(new Set(pointers)).toEqual(new Set(['/annotation/article/url']));
  });
});
