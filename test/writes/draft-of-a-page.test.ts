import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { projectFolder } from '../../src/project.ts';
import { verifyGraph } from '../../src/verify/verify.ts';
import { testGraph } from '../support/graph.ts';

const KEY = 'a-key-of-more-than-twenty-characters';
const authorization = `Bearer ${KEY}`;
const PAGE = readFileSync(join(projectFolder, 'test/fixtures/drafting/page.html'));
const graph = testGraph();
let app: FastifyInstance;
// biome-ignore lint/suspicious/noExplicitAny: drafts of every shape
let draft: any;

const post = (url: string, payload: object | Buffer, type = 'application/json') =>
  app.inject({ method: 'POST', url, headers: { authorization, 'content-type': type }, payload });
const get = async (url: string) => {
  const response = await app.inject(url);
  expect(response.statusCode, response.body).toBe(200);
  return response.json();
};

beforeAll(async () => {
  app = await buildApp({ graph, checkResponses: true, writeKeys: [{ name: 'tester', key: KEY }] });
  const drafted = await post('/v1/drafts', PAGE, 'text/html');
  expect(drafted.statusCode, drafted.body).toBe(200);
  draft = drafted.json();
  const loaded = await post('/v1/articles', draft);
  expect(loaded.statusCode, loaded.body).toBe(201);
});
afterAll(async () => {
  await app.inject({ method: 'DELETE', url: `/v1/articles/${draft.id}`, headers: { authorization } });
  await app.close();
});

describe('the page of a newspaper', () => {
  test('becomes an article with what the page says of itself, and without what stands around it', async () => {
    expect(await get(`/v1/articles/${draft.id}?review=draft`)).toMatchObject({
      review: 'draft',
      title: 'Harbour talks end without a deal',
      publisher: 'The Invented Courier',
      url: 'https://courier.example/world/2025/jun/12/harbour-talks',
      language: 'en-GB',
      published: { edtf: '2025-06-12' },
      authors: [{ id: 'nora-quill' }],
    });
    expect(draft.text).not.toMatch(/Privacy|Crosswords|312 partners|Comments|Fishermen count/);
    expect(draft.draft.leftOut.join(' | ')).toMatch(/312 partners.*Fishermen count.*Privacy policy/);
  });

  test('is shown where drafts are asked for, until it is reviewed', async () => {
    const { items: before } = await get('/v1/statements?publisher=The+Invented+Courier');
    expect(before).toEqual([]);
    const { items: drafts } = await get('/v1/statements?publisher=The+Invented+Courier&review=any');
    expect(drafts.length).toBeGreaterThan(3);
    const article = { ...draft.annotation.article, review: 'reviewed' };
    const accepted = await post('/v1/articles', { ...draft, annotation: { ...draft.annotation, article } });
    expect(accepted.statusCode, accepted.body).toBe(201);
    expect((await get('/v1/statements?review=draft')).items).toEqual([]);
  });

  test('is loaded into a sound graph, and its quotations are found by who said them', async () => {
    expect(await verifyGraph(graph)).toEqual([]);
    const { items } = await get('/v1/statements?speaker=Kurilla&publisher=The+Invented+Courier');
    expect(items).toMatchObject([
      {
        speakers: [{ id: 'michael-kurilla' }],
        quotations: [
          {
            quoteType: 'direct',
            evidence: [
              { exact: 'Pakistan has kept every promise that it made to us' },
              { exact: 'We would like to see the same from the others' },
            ],
          },
        ],
      },
    ]);
    const dorn = await get('/v1/statements?speaker=Imran+Dorn');
    const words = dorn.items.map(({ text }: { text: string }) => text);
    expect(words).toContain('Nobody asked us before the gates were shut');
    expect(words).toContain('A harbour that nobody may enter is a wall with water in it');
    const { items: trump } = await get('/v1/statements?speaker=Trump&publisher=The+Invented+Courier');
    expect(trump.map(({ text }: { text: string }) => text)).toContainEqual(
      expect.stringContaining('These are good people'),
    );
  });

  test('is checked against: its words are verbatim, others are not', async () => {
    const verdict = async (quote: string) =>
      (await get(`/v1/check?quote=${encodeURIComponent(quote)}&speaker=Imran+Dorn`)).verdict;
    expect(await verdict('Nobody asked us before the gates were shut')).toBe('verbatim');
    expect(await verdict('Everybody was asked before the gates were shut')).not.toBe('verbatim');
  });

  test('is not drafted into the same ids again', async () => {
    const again = (await post('/v1/drafts', PAGE, 'text/html')).json();
    expect(again.id).toBe(`${draft.id}-2`);
    expect(again.entities).toEqual([]);
    const tried = await post('/v1/articles?dryRun=true', again);
    expect(tried.json(), tried.body).toMatchObject({ outcome: 'would-be-created' });
  });
});
