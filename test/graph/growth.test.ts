import { beforeAll, describe, expect, test } from 'vitest';
import { generatedGraph } from '../../bench/generated/graph.ts';
import { GROWTH_CASES } from '../../bench/growth/cases.ts';
import { measuring } from '../../bench/growth/measure.ts';
import { closeGraph, openGraph } from '../../src/db/client.ts';
import { queries } from '../../src/endpoints/index.ts';
import { LISTS } from '../../src/limits.ts';
import { READ_TIMEOUT } from '../support/read-timeout.ts';

/** Words have more hits than are counted, and what grows with so many costs far more than a page. */
const STATEMENTS = 30_000;
/** A third of what is scanned else, so that relations and events are more than that as well. */
const SCANNED = 600;
const LOADING_TIMEOUT = 300_000;
/** What is read for an item of a page, and as much for ten as for fewer. */
const MOST_HITS_OF_AN_ITEM = 120;
/** What it takes to read the version of the graph with each part of a page. */
const HITS_OF_VERSION = 8;

let service: Awaited<ReturnType<typeof measuring>>;

const { scanned } = LISTS;

beforeAll(async () => {
  LISTS.scanned = SCANNED;
  const database = await generatedGraph(STATEMENTS, () => {});
  const graph = { ...openGraph(database), readTimeout: READ_TIMEOUT };
  service = await measuring(graph, database);
  return async () => {
    LISTS.scanned = scanned;
    await service.close();
    await closeGraph(graph);
    await database.stop();
  };
}, LOADING_TIMEOUT);

test('every query has a budget', () => {
  const budgeted = new Set(GROWTH_CASES.map(({ operationId }) => operationId));
  const without = queries.map(({ operationId }) => operationId).filter((id) => !budgeted.has(id));
  expect(without, 'each needs a case in bench/growth/cases.ts').toEqual([]);
});

describe('db hits', () => {
  test.each(GROWTH_CASES)('$url takes at most $budget', async ({ url, budget, growth }) => {
    const { status, hits, items, roundTrips } = await service.measure(url);
    expect(status, 'what is asked is understood, and may be nothing').toBeOneOf([200, 404]);
    expect(hits).toBeLessThanOrEqual(budget);
    const most = Math.max(items ?? 50, 10) * MOST_HITS_OF_AN_ITEM + roundTrips * HITS_OF_VERSION;
    if (growth === 'page') expect(hits, 'does not grow with the graph').toBeLessThanOrEqual(most);
  });
});

test.each([
  '/v1/statements?speaker=person-1&limit=25',
  '/v1/statements?about=country-1&limit=25',
  '/v1/entities?type=Person&limit=10',
  '/v1/statements/s-8',
])('%s is read together with the version of the graph after it', async (url) => {
  await service.measure(url);
  expect(await service.measure(url)).toMatchObject({ status: 200, roundTrips: 1 });
});

/** The ids of a list, read page by page; each page but the last is full. */
async function idsOfFullPages(url: string, limit: number): Promise<string[]> {
  const found: string[] = [];
  let pages = 0;
  for (let cursor: string | null = ''; cursor !== null; pages++) {
    const page = await service.ask(`${url}&limit=${limit}${cursor && `&cursor=${cursor}`}`);
    const { items, next } = page.json();
    if (next !== null) expect(items).toHaveLength(limit);
    found.push(...items.map(({ id }: { id: string }) => id));
    cursor = next;
  }
  expect(pages).toBeGreaterThan(3);
  expect(new Set(found).size).toBe(found.length);
  return found;
}

test('a page that few of many match is full, and the next ones go on to the end', async () => {
  const found = await idsOfFullPages('/v1/statements?reportedTo=2000-06-01', 50);
  expect(found.length).toBeGreaterThan(100);
  const counted = await service.ask('/v1/stats/statements?reportedTo=2000-06-01&groupBy=polarity');
  expect(counted.json().items.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(
    found.length,
  );
});

test.each(['newest', 'oldest'])('so is a page of events between days, the %s first', async (sort) => {
  const url = `/v1/events?from=1990-01-01&figure=killed&assertedBy=opinion&sort=${sort}`;
  const found = await idsOfFullPages(url, 20);
  const counted = await service.ask(`${url}&limit=1&total=true`);
  expect(counted.json().total).toBe(found.length);
});

test('a list of more hits than are counted says so where it ends', async () => {
  const [rare, frequent] = [
    '/v1/statements?q=talks&speaker=person-1990&limit=500',
    '/v1/statements?q=talks&limit=5',
  ];
  for (const format of ['json', 'csv', 'ndjson']) {
    const { headers } = await service.ask(`${rare}&format=${format}`);
    expect(headers['x-truncated'], format).toBe('true');
  }
  const { headers } = await service.ask(frequent);
  expect(headers.link, 'there is a next page').toContain('rel="next"');
  expect(headers['x-truncated']).toBeUndefined();
  const few = await service.ask('/v1/statements?q=demining&speaker=person-1990&limit=500');
  expect(few.headers['x-truncated'], 'of a word with fewer hits').toBeUndefined();
});
