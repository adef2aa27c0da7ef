import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { DRAFTING } from '../../src/limits.ts';
import { seedFolder } from '../../src/project.ts';
import { testGraph } from '../support/graph.ts';

const KEY = 'a-key-of-more-than-twenty-characters';
const authorization = `Bearer ${KEY}`;
const graph = testGraph();
let app: FastifyInstance;

beforeAll(async () => {
  app = await buildApp({
    graph,
    checkResponses: true,
    writeKeys: [{ name: 'tester', key: KEY }],
  });
});
afterAll(() => app.close());

const send = async (payload: object | string | Buffer, type = 'application/json') => {
  const headers = { authorization, 'content-type': type };
  const response = await app.inject({ method: 'POST', url: '/v1/drafts', headers, payload });
  return { status: response.statusCode, headers: response.headers, body: response.json() };
};
const drafted = async (payload: object | string, type?: string) => {
  const { status, body } = await send(payload, type);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
/** What became of a draft that is sent as an article, without being written. */
const tried = async (payload: object) => {
  const response = await app.inject({
    method: 'POST',
    url: '/v1/articles?dryRun=true',
    headers: { authorization },
    payload,
  });
  return { status: response.statusCode, body: response.json() };
};

const TEXT = `Partners in talks

By Ada Bell

“We have waited for this day,” said Gen. Michael Kurilla, the commander of CENTCOM. He met Imran Dorn, a judge of Pakistan, in Oslo on Tuesday.
`;
const PAGE = `<!doctype html><html lang="en"><head><title>Partners in talks</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Partners in talks","datePublished":"2025-06-12T08:00:00Z","author":{"name":"Ada Bell"},"publisher":{"name":"The Invented Gazette"}}</script>
<link rel="canonical" href="https://example.org/partners"></head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Partners in talks</h1><p>${TEXT.split('\n')[4]}</p>
<p>${'The talks went on for two days and ended without a paper that both sides would have signed. '.repeat(4)}</p></article>
<footer>All rights reserved by the Gazette</footer></body></html>`;

describe('a draft', () => {
  test('names entities by the ids of the graph, and says how sure each fact is', async () => {
    const body = await drafted({ text: TEXT, published: '2025-06-12', publisher: 'The Invented Gazette' });
    expect(body).toMatchObject({
      id: 'partners-in-talks',
      text: TEXT,
      annotation: {
        article: {
          title: 'Partners in talks',
          publisher: 'The Invented Gazette',
          published: '2025-06-12',
          review: 'draft',
        },
        statements: [
          {
            quotations: [
              {
                quoteType: 'direct',
                quote: 'We have waited for this day',
                attributions: [
                  {
                    speaker: 'michael-kurilla',
                    draft: { rule: 'source-name', confidence: expect.any(Number) },
                  },
                ],
              },
            ],
            draft: { rule: expect.any(String), confidence: expect.any(Number) },
          },
        ],
      },
      draft: { by: 'rules', format: 'text', leftOut: [] },
    });
    const ids = body.entities.map(({ id }: { id: string }) => id);
    expect(ids).toContain('imran-dorn');
    expect(ids).not.toContain('michael-kurilla');
    expect(ids).not.toContain('pakistan');
  });

  test.each([
    ['text', { text: TEXT }, undefined],
    ['Markdown', { markdown: TEXT.replace('Partners in talks', '# Partners in talks') }, undefined],
    ['HTML', { html: PAGE }, undefined],
    ['text as it is', TEXT, 'text/plain'],
    ['Markdown as it is', TEXT, 'text/markdown; charset=utf-8'],
    ['a page as it is', PAGE, 'text/html'],
    ['no English', 'Ein Titel\n\nDie Kanzlerin sagte am Montag: „Wir haben lange gewartet.“\n', 'text/plain'],
    ['one word', 'Pakistan', 'text/plain'],
  ])('of %s can be sent as an article as it is', async (_, payload, type) => {
    const { status, body } = await tried(await drafted(payload, type));
    expect([status, body.outcome], JSON.stringify(body)).toEqual([200, 'would-be-created']);
  });

  test('of the seed can be sent as it is, beside the article itself', async () => {
    const text = readFileSync(join(seedFolder, 'articles/shifting-sands/article.txt'), 'utf8');
    const body = await drafted(text, 'text/plain');
    expect(body.annotation.statements.length).toBeGreaterThan(8);
    expect(await tried(body)).toMatchObject({ status: 200, body: { outcome: 'would-be-created' } });
  });

  test('of a page takes its title, author, publisher, day and URL, and says what was left out', async () => {
    const { annotation, draft, text } = await drafted(PAGE, 'text/html');
    expect(annotation.article).toMatchObject({
      title: 'Partners in talks',
      publisher: 'The Invented Gazette',
      published: '2025-06-12',
      url: 'https://example.org/partners',
    });
    expect(draft).toMatchObject({ format: 'html' });
    expect(draft.leftOut.join(' ')).toMatch(/Home World.*All rights reserved/);
    expect(text).not.toContain('All rights reserved');
  });

  test('has ids that nothing in the graph has', async () => {
    const body = await drafted({ text: TEXT.replace('Partners in talks', 'Shifting sands') });
    expect(body.id).toBe('shifting-sands-2');
    expect((await drafted({ text: TEXT, id: 'shifting-sands' })).id).toBe('shifting-sands');
  });

  test('is the same each time, and is not kept', async () => {
    const [one, other] = [await send({ text: TEXT }), await send({ text: TEXT })];
    expect(one.body).toEqual(other.body);
    expect(one.headers['cache-control']).toBe('no-store');
  });
});

test('the example of the documentation can be sent as it is', async () => {
  const { components } = (await app.inject('/openapi.json')).json();
  const [example] = components.schemas.DraftRequest.examples;
  expect((await drafted(example)).annotation.statements).toHaveLength(1);
});

describe('no draft is made', () => {
  test.each([
    ['of nothing', {}, '', 'there is no article'],
    ['of two articles', { text: TEXT, html: PAGE }, '/html', 'text and html are given'],
    ['of an empty text', { text: '' }, '/text', ''],
    ['of marks alone', { text: '… – …' }, '/text', 'there is no text in it'],
    ['of a page without words', { html: '<p></p>' }, '/html', 'there is no text in it'],
    [
      'of a text that is too long',
      { text: 'word '.repeat(DRAFTING.text / 4) },
      '/text',
      'its text has 75000',
    ],
    ['with a field that is not known', { text: TEXT, autor: 'Ada' }, '/autor', 'there is no field "autor"'],
    ['with a day that is none', { text: TEXT, published: 'June' }, '/published', 'found "June"'],
    ['with a list', [], '', ''],
  ])('%s', async (_, payload, pointer, detail) => {
    const { status, body } = await send(payload);
    expect([status, body.code]).toEqual([422, 'invalid-article']);
    expect(body.errors[0]).toMatchObject({ pointer, expected: expect.any(String) });
    expect(body.errors[0].detail).toContain(detail);
  });

  test('of bytes that are not UTF-8', async () => {
    const { status, body } = await send(Buffer.from('caf\xe9', 'latin1'), 'text/plain');
    expect([status, body.code]).toEqual([400, 'bad-request']);
    expect(body.detail).toContain('0xE9 on line 1');
  });

  test('of what is no JSON', async () => {
    expect(await send('{"text":')).toMatchObject({ status: 400, body: { code: 'bad-request' } });
  });

  test('of another media type', async () => {
    const { status, body } = await send('%PDF', 'application/pdf');
    expect([status, body.code]).toEqual([415, 'unsupported-media-type']);
    expect(body.detail).toContain('application/json or text/plain or text/html or text/markdown');
  });

  test('without a key', async () => {
    const response = await app.inject({ method: 'POST', url: '/v1/drafts', payload: { text: TEXT } });
    expect([response.statusCode, response.json().code]).toEqual([401, 'key-required']);
  });
});

test('a draft does not hold up other requests', async () => {
  const text = `${TEXT}\n${'“We have waited for this day,” said Ada Bell, who met Imran Dorn in Oslo on Tuesday.\n\n'.repeat(600)}`;
  // Its first response is planned, which takes as long as a draft.
  await app.inject('/v1/entities/pakistan');
  const ends: string[] = [];
  const draft = drafted(text, 'text/plain').then(() => ends.push('draft'));
  for (let nth = 0; nth < 10; nth++) {
    expect((await app.inject('/v1/entities/pakistan')).statusCode).toBe(200);
    ends.push('entity');
  }
  await draft;
  expect(ends).toEqual([...Array(10).fill('entity'), 'draft']);
});
