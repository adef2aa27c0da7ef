import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { writeEntities } from '../../src/ingest/write/write-entities.ts';
import { testGraph } from '../support/graph.ts';
import { restoreSeed } from '../support/graph-dump.ts';
import { hearing } from '../support/hearing.ts';
import { testService } from '../support/service.ts';

const graph = testGraph();
const service = testService();
const { entities, all } = hearing();

/** Three reports stand beside the article of the seed, which names no publisher. */
beforeAll(async () => {
  await writeEntities(graph, entities);
  await writeArticles(graph, all);
}, 120_000);
afterAll(() => restoreSeed(graph), 120_000);

const get = async (url: string) => {
  const { status, body } = await service.get(url);
  expect([url, status, body.detail]).toEqual([url, 200, undefined]);
  return body;
};
const idsOf = async (url: string) => (await get(url)).items.map(({ id }: { id: string }) => id).sort();

const BOTH = ['keel-pier-closed-late', 'orvik-admission'];

describe('/v1/contested', () => {
  test('shows each reading with its articles, that which is shown first', async () => {
    const { items } = await get('/v1/contested?field=date&publisher=Northern+Post');
    expect(items.map(({ id, type }: { id: string; type: string }) => [id, type])).toEqual([
      ['pier-hearing', 'event'],
      ['orvik-admission', 'statement'],
      ['keel-pier-closed-late', 'statement'],
    ]);
    const reading = (value: string, isShown: boolean, id: string, title: string) => ({
      ...{ value, isShown, label: null, entities: [] },
      articles: [expect.objectContaining({ id, title })],
    });
    expect(items[0].differences).toEqual([
      {
        field: 'date',
        readings: [
          reading('2031-03-04', true, 'harbour-gazette', 'Port chief admits delay over east pier'),
          reading('2031-03-05', false, 'northern-post', 'Committee hears of cracks in Norland pier'),
        ],
      },
    ]);
    expect(items[0].differences[0].readings[0].articles[0].publisher).toBe('The Harbour Gazette');
  });

  test('is a page with the readings of an event side by side, by outlet and date', async () => {
    const { body } = await service.get('/v1/contested?type=event', { accept: 'text/html' });
    const { document } = new JSDOM(body).window;
    const readings = [...document.querySelectorAll('#pier-hearing .readings > li')].map((reading) =>
      reading.textContent!.replaceAll(/\s+/g, ' ').trim(),
    );
    expect(readings).toEqual([
      '4 March 2031 shown by the record Port chief admits delay over east pierThe Harbour Gazette · 5 March 2031',
      '5 March 2031 Committee hears of cracks in Norland pierNorthern Post · 6 March 2031',
    ]);
  });

  test('names speakers whom sources differ on', async () => {
    const { items } = await get('/v1/contested?field=speaker');
    expect(items.length).toBeGreaterThan(0);
    for (const { differences } of items) {
      const [{ field, readings }] = differences;
      expect(field).toBe('speaker');
      expect(readings.length).toBeGreaterThan(1);
      for (const { value, entities: named } of readings)
        expect(named.map(({ id }: { id: string }) => id).sort()).toEqual(value.split(' '));
    }
  });

  test.each([
    ['type=event', ['pier-hearing']],
    ['type=statement&article=harbour-gazette', BOTH],
    ['field=place', []],
    ['field=date&field=place&type=event', ['pier-hearing']],
    ['article=evening-sheet', ['keel-pier-closed-late']],
  ])('?%s', async (query, ids) => {
    expect(await idsOf(`/v1/contested?${query}`)).toEqual(ids);
  });

  test('is counted by type and by what differs, each under the other filters', async () => {
    const { facets } = await get('/v1/contested?facets=type&facets=field&article=harbour-gazette&limit=1');
    const of = async (query: string) =>
      (await idsOf(`/v1/contested?article=harbour-gazette&${query}`)).length;
    expect(facets).toEqual({
      of: 3,
      type: [
        { value: 'statement', count: await of('type=statement') },
        { value: 'event', count: await of('type=event') },
      ],
      field: expect.arrayContaining([{ value: 'date', count: await of('field=date') }]),
    });
    const narrowed = await get('/v1/contested?facets=type&facets=field&type=event&publisher=Northern+Post');
    expect(narrowed.facets).toEqual({
      of: 1,
      type: [
        { value: 'statement', count: 2 },
        { value: 'event', count: 1 },
      ],
      field: [{ value: 'date', count: 1 }],
    });
    expect((await get('/v1/contested')).facets).toBeUndefined();
  });

  test('is paged in either order, statements and events together', async () => {
    const whole = (await get('/v1/contested?sort=oldest')).items;
    const paged: unknown[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await get(`/v1/contested?sort=oldest&limit=1${next && `&cursor=${next}`}`);
      paged.push(...page.items);
      next = page.next;
    }
    expect(paged).toEqual(whole);
    expect((await get('/v1/contested')).items.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      whole.map(({ id }: { id: string }) => id).toSorted(),
    );
  });

  test('offers what is near a field that there is not', async () => {
    const { status, body } = await service.get('/v1/contested?field=dates');
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ parameter: 'field', nearest: 'date' }] });
  });
});

describe('what outlets report', () => {
  test('together: how much, and on how much of it they give other days', async () => {
    const { items } = await get('/v1/stats/agreement');
    const named = (one: string, other: string) => ({
      one: { name: one, article: null },
      other: { name: other, article: null },
    });
    expect(items).toEqual([
      {
        ...named('Northern Post', 'The Harbour Gazette'),
        ...{ shared: 2, dated: 2, datesDiffer: 2, oneFirst: 0, otherFirst: 2 },
      },
      {
        ...named('Evening Sheet', 'Northern Post'),
        ...{ shared: 1, dated: 0, datesDiffer: 0, oneFirst: 0, otherFirst: 0 },
      },
      {
        ...named('Evening Sheet', 'The Harbour Gazette'),
        ...{ shared: 1, dated: 0, datesDiffer: 0, oneFirst: 0, otherFirst: 0 },
      },
    ]);
    expect((await get('/v1/stats/agreement?speaker=orvik')).items).toHaveLength(1);
    expect((await get('/v1/stats/agreement?article=shifting-sands')).items).toEqual([]);
  });

  test('alone and first; an article without a publisher is an outlet of its own', async () => {
    const { items, total } = await get('/v1/stats/outlets');
    expect(items).toEqual([
      {
        name: 'Shifting Sands: The New Dynamics of US-Pakistan Relations',
        ...{ article: 'shifting-sands', statements: total - 2, alone: total - 2, shared: 0, first: 0 },
      },
      { name: 'Northern Post', article: null, statements: 2, alone: 0, shared: 2, first: 0 },
      { name: 'The Harbour Gazette', article: null, statements: 2, alone: 0, shared: 2, first: 2 },
      { name: 'Evening Sheet', article: null, statements: 1, alone: 0, shared: 1, first: 0 },
    ]);
  });

  test.each([
    ['minOutlets=2', BOTH],
    ['minOutlets=3', ['keel-pier-closed-late']],
    ['minOutlets=2&maxOutlets=2', ['orvik-admission']],
    ['firstOutlet=The+Harbour+Gazette', BOTH],
    ['firstOutlet=Northern+Post', []],
    ['onlyOutlet=Northern+Post', []],
    ['onlyOutlet=Northern+Post&onlyOutlet=The+Harbour+Gazette', ['orvik-admission']],
    ['publisher=Northern+Post&maxOutlets=1', []],
  ])('?%s is listed and counted alike', async (query, ids) => {
    expect(await idsOf(`/v1/statements?${query}`)).toEqual(ids);
    expect((await get(`/v1/stats/statements?groupBy=year&${query}`)).total).toBe(ids.length);
  });

  test('whatever one alone has is its own', async () => {
    const { items } = await get('/v1/statements?maxOutlets=1&limit=500');
    expect(items.length).toBeGreaterThan(5);
    for (const { quotations } of items) {
      const articles = quotations.map(({ article }: { article: { id: string } }) => article.id);
      expect([...new Set(articles)]).toEqual(['shifting-sands']);
    }
  });
});
