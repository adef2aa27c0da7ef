import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { restoreSeed } from '../support/graph-dump.ts';
import { writableService } from '../support/writable-service.ts';

const { graph, inject, load } = writableService();

const QUOTES = [
  'Terrorism is no answer.',
  'No terror, and none ever again.',
  'The generals institutionalized it.',
  'Norland’s armies were criticized.',
  'A criticism of the labor party.',
  'Die Organisation der Truppen.',
];
const ids = QUOTES.map((_, nth) => `statement-${nth}`);
const ARTICLE = {
  id: 'word-forms',
  text: ['A word on politicians.', ...QUOTES.map((quote) => `“${quote}” said Quill.`)].join('\n\n'),
  entities: [
    {
      id: 'ada-quill',
      type: 'Person',
      name: 'Ada Quill',
      aliases: ['Quill'],
      description: 'Negotiates treaties.',
    },
    { id: 'norland', type: 'Country', name: 'Norland' },
  ],
  annotation: {
    article: { title: 'Politicians and their programmes', language: 'en' },
    events: [
      {
        id: 'norland-withdraws',
        kind: 'war',
        label: 'Norland withdraws its soldiers',
        date: '2020',
        participants: [{ entity: 'norland', role: 'actor' }],
        evidence: [{ exact: 'Norland’s armies were criticized.' }],
      },
    ],
    statements: QUOTES.map((quote, nth) => ({
      id: ids[nth],
      about: ['norland'],
      quotations: [
        {
          quote,
          quoteType: 'direct',
          attributions: [
            {
              speaker: 'ada-quill',
              basis: 'cue-named',
              confidence: 0.8,
              evidence: { exact: 'said Quill', occurrence: nth + 1 },
            },
          ],
        },
      ],
    })),
  },
};

beforeAll(() => load(ARTICLE));
afterAll(() => restoreSeed(graph));

// biome-ignore-start lint/suspicious/noExplicitAny: responses of every shape
const get = async (url: string): Promise<any> => {
  const response = await inject(url);
  expect(response.statusCode, `${url}: ${response.body}`).toBe(200);
  return response.headers['content-type']?.toString().includes('json') ? response.json() : response.body;
};
const statements = async (q: string, more = ''): Promise<string[]> => {
  const { items } = await get(`/v1/statements?article=word-forms&q=${encodeURIComponent(q)}${more}`);
  return items.map(({ id }: any) => id).toSorted();
};

describe('q', () => {
  test.each<[string, number[]]>([
    ['terror', [0, 1]],
    ['terrorism', [0, 1]],
    ['TERRORISTS', [0, 1]],
    ['"terror"', [1]],
    ['"terrorism" answers', [0]],
    ['institutionalise', [2]],
    ['general', [2]],
    ['generate', []],
    ['army', [3]],
    ['Norland', [3]],
    ['norlands army’s', [3]],
    ['criticise', [3, 4]],
    ['criticising labour', [4]],
    ['labour parties', [4]],
    ['"labour"', []],
    ['"the labor party"', [4]],
    ['"the labor parties"', []],
    ['of the labour', [4]],
    ['organisation', [5]],
    ['Truppe', []],
    ['Truppen', [5]],
  ])('%s finds statements by every form of an English word', async (q, expected) => {
    expect(await statements(q)).toEqual(expected.map((nth) => ids[nth]));
  });

  test.each([
    ['/v1/events?q=withdrawing', 'norland-withdraws'],
    ['/v1/events?q=soldier%20withdrew', undefined],
    ['/v1/articles?q=political', undefined],
    ['/v1/articles?q=politician', 'word-forms'],
    ['/v1/articles?q=program%20politicians', 'word-forms'],
    ['/v1/articles?q=institutionalise%20terrors', 'word-forms'],
    ['/v1/entities?q=negotiation', 'ada-quill'],
    ['/v1/people?q=negotiating%20treaty', 'ada-quill'],
  ])('%s lists by every form of a word', async (url, id) => {
    const { items } = await get(url);
    const found = items.map((item: any) => item.id);
    if (id === undefined) expect(found).not.toContain('word-forms');
    else expect(found).toContain(id);
  });

  test('holds over pages, counts and tables', async () => {
    const base = '/v1/statements?article=word-forms&q=criticise';
    const first = await get(`${base}&limit=1`);
    const second = await get(`${base}&limit=1&cursor=${first.next}`);
    expect([...first.items, ...second.items].map(({ id }: any) => id).toSorted()).toEqual([ids[3], ids[4]]);
    expect(second.next).toBeNull();
    const csv: string = await get(`${base}&format=csv`);
    expect(csv.trim().split('\r\n')).toHaveLength(3);
    const counts = await get('/v1/stats/statements?groupBy=speaker&article=word-forms&q=criticise');
    expect(counts.items.map(({ count }: any) => count)).toEqual([2]);
  });

  test('ranks a word as it is first in a search, and marks all its forms', async () => {
    const { items } = await get('/v1/search?q=terror&type=Statement');
    const own = items.filter(({ id }: any) => ids.includes(id));
    expect(own.map(({ id }: any) => id)).toEqual([ids[1], ids[0]]);
    expect(own[0].score).toBeGreaterThan(own[1].score);
    const marked = own.map(({ highlights }: any) =>
      highlights[0].fragments.filter(({ match }: any) => match).map(({ text }: any) => text),
    );
    expect(marked).toEqual([['terror'], ['Terrorism']]);
  });
});
// biome-ignore-end lint/suspicious/noExplicitAny: responses of every shape
