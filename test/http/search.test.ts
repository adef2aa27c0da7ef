import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { testService } from '../support/service.ts';

const service = testService();
const characters = [...readFileSync('seed/articles/shifting-sands/article.txt', 'utf8').normalize('NFC')];

interface Hit {
  type: string;
  id: string;
  label: string;
  score: number;
  highlights: { field: string; fragments: { text: string; match: boolean }[] }[];
  evidence: { exact: string; start: number; end: number }[];
}

const search = async (query: string): Promise<Hit[]> =>
  (await service.get(`/v1/search?q=${query}`)).body.items;
const ids = (hits: Hit[]) => hits.map(({ type, id }) => `${type} ${id}`);
const matched = (hits: Hit[]) => [
  ...new Set(
    hits.flatMap(({ highlights }) =>
      highlights.flatMap(({ fragments }) => fragments.filter(({ match }) => match).map(({ text }) => text)),
    ),
  ),
];

describe('/v1/search', () => {
  test('finds things of every kind, best first, each with its words', async () => {
    const hits = await search('counterterrorism');
    expect(ids(hits)).toEqual(
      expect.arrayContaining([
        'Statement kurilla-pakistan-phenomenal-partner',
        'Statement kurilla-pakistan-counterterrorism-role',
        'Event pakistan-counterterrorism-fight',
        'Article shifting-sands',
      ]),
    );
    expect(new Set(ids(hits)).size).toBe(hits.length);
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores[0]).toBe(1);
    for (const { type, highlights, evidence } of hits) {
      expect(highlights.length).toBeGreaterThan(0);
      expect(evidence.length > 0).toBe(type === 'Statement' || type === 'Event');
      for (const { exact, start, end } of evidence) expect(characters.slice(start, end).join('')).toBe(exact);
    }
    expect(matched(hits)).toEqual(['counterterrorism']);
  });

  test('shows passages of an article as they stand in it, and short ones', async () => {
    const [article] = await search('Kurilla&type=Article');
    expect(article!.highlights).toHaveLength(3);
    const text = characters.join('');
    for (const { field, fragments } of article!.highlights) {
      const passage = fragments.map((fragment) => fragment.text).join('');
      expect(field).toBe('text');
      expect(text).toContain(passage);
      expect(passage.length).toBeLessThan(400);
    }
  });

  test('takes types, phrases, accents and a limit', async () => {
    expect(ids(await search('Munir&type=Person'))).toEqual(['Person asim-munir']);
    expect(ids(await search('central&type=Place&type=Organization'))).toEqual([
      'Organization us-central-command',
    ]);
    expect(matched(await search('M%C3%BAn%C3%ADr&type=Person'))).toEqual(['Munir']);
    expect(matched(await search('%22phenomenal partner%22'))).toEqual(['phenomenal partner']);
    expect(await search('%22partner phenomenal%22')).toEqual([]);
    const { body } = await service.get('/v1/search?q=pakistan&limit=2');
    expect(body).toMatchObject({ truncated: true });
    expect(body.items).toHaveLength(2);
    expect((await service.get('/v1/search?q=zebra')).body).toEqual({ items: [], truncated: false });
  });

  test('finds an article by any form of an English word, and marks it', async () => {
    expect(matched(await search('terror&type=Article'))).toEqual(['terrorism']);
    expect(matched(await search('institutionalise&type=Article')).toSorted()).toEqual([
      'institutionalize',
      'institutionalized',
    ]);
    expect(await search('%22terror%22&type=Article')).toEqual([]);
  });

  test('finds a statement by any of its wordings', async () => {
    const [hit] = await search('essential partner&type=Statement');
    expect(hit).toMatchObject({ id: 'kurilla-pakistan-phenomenal-partner' });
    expect(hit!.highlights.map(({ field }) => field)).toContain('quotations');
  });

  test.each([
    '*',
    'a AND (',
    '"',
    'label:war',
    'war~',
    '\\',
    'the',
    '[a TO b]',
    'war" OR "peace',
    '/x/',
    '<b>war</b>',
  ])('takes %s as text and never as a query', async (given) => {
    const { status } = await service.get(`/v1/search?q=${encodeURIComponent(given)}`);
    expect(status).toBe(/[a-z]/i.test(given) ? 200 : 400);
  });

  test('as CSV', async () => {
    const csv = (await service.get('/v1/search?q=Munir&type=Person&format=csv')).body as string;
    expect(csv.split('\r\n')[1]).toMatch(/^Person,asim-munir,Asim Munir,1,/);
  });

  test('says what is wrong with a request', async () => {
    const problem = async (query: string) => (await service.get(`/v1/search${query}`)).body;
    expect(await problem('')).toMatchObject({ code: 'invalid-parameter', errors: [{ parameter: 'q' }] });
    expect(await problem('?q=war&limit=101')).toMatchObject({ code: 'invalid-parameter' });
    expect(await problem('?q=war&type=Statements')).toMatchObject({ code: 'invalid-parameter' });
    expect(await problem('?q=war&cursor=abc')).toMatchObject({ code: 'unknown-parameter' });
  });
});
