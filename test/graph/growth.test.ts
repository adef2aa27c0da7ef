import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generatedGraph } from '../../bench/generated/graph.ts';
import { GROWTH_CASES } from '../../bench/growth/cases.ts';
import { measuring } from '../../bench/growth/measure.ts';
import { closeGraph, openGraph } from '../../src/db/client.ts';
import { queries } from '../../src/endpoints/index.ts';
import { READ_TIMEOUT } from '../support/read-timeout.ts';

const LARGEST_GROWTH = 1.05;
const LOADING_TIMEOUT = 600_000;

interface Service extends Awaited<ReturnType<typeof measuring>> {
  stop: () => Promise<void>;
}

let small: Service;
let large: Service;

beforeAll(async () => {
  [small, large] = await Promise.all([serviceOn(1000), serviceOn(100_000)]);
}, LOADING_TIMEOUT);

afterAll(() => Promise.all([small?.stop(), large?.stop()]));

async function serviceOn(statements: number): Promise<Service> {
  const database = await generatedGraph(statements, () => {});
  const graph = { ...openGraph(database), readTimeout: READ_TIMEOUT };
  const service = await measuring(graph, database);
  return {
    ...service,
    stop: async () => {
      await service.close();
      await closeGraph(graph);
      await database.stop();
    },
  };
}

test('every query has a budget', () => {
  const budgeted = new Set(GROWTH_CASES.map(({ operationId }) => operationId));
  const without = queries.map(({ operationId }) => operationId).filter((id) => !budgeted.has(id));
  expect(without, 'each needs a case in bench/growth/cases.ts').toEqual([]);
});

describe('db hits', () => {
  test.each(GROWTH_CASES)('$url takes at most $budget', async ({ url, budget, growth }) => {
    // Planning takes each database a processor, so both may plan at the same time.
    const isPage = growth === 'page';
    const [cost, before] = await Promise.all([large.measure(url), isPage ? small.measure(url) : undefined]);
    expect(cost.status, 'what is asked is understood, and may be nothing').toBeOneOf([200, 404]);
    expect(cost.hits).toBeLessThanOrEqual(budget);
    if (!before) return;
    expect(before.items, 'items of the small graph').toBe(cost.items);
    expect(cost.hits).toBeLessThanOrEqual(before.hits * LARGEST_GROWTH);
  });
});

test('a page that few of many match is full, and the next ones go on to the end', async () => {
  const found: string[] = [];
  let pages = 0;
  for (let cursor: string | null = ''; cursor !== null; pages++) {
    const page = await large.ask(
      `/v1/statements?reportedTo=2000-03-01&limit=50${cursor && `&cursor=${cursor}`}`,
    );
    const { items, next } = page.json();
    if (next !== null) expect(items).toHaveLength(50);
    found.push(...items.map(({ id }: { id: string }) => id));
    cursor = next;
  }
  expect(pages).toBeGreaterThan(3);
  expect(found.length).toBeGreaterThan(100);
  expect(new Set(found).size).toBe(found.length);
  const counted = await large.ask('/v1/stats/statements?reportedTo=2000-03-01&groupBy=polarity');
  expect(counted.json().items.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(
    found.length,
  );
});

test('a list of more hits than are counted says so where it ends', async () => {
  const [rare, frequent] = [
    '/v1/statements?q=talks&speaker=person-1990&limit=500',
    '/v1/statements?q=talks&limit=5',
  ];
  for (const format of ['json', 'csv', 'ndjson']) {
    const { headers } = await large.ask(`${rare}&format=${format}`);
    expect(headers['x-truncated'], format).toBe('true');
  }
  const { headers } = await large.ask(frequent);
  expect(headers.link, 'there is a next page').toContain('rel="next"');
  expect(headers['x-truncated']).toBeUndefined();
  expect((await small.ask(rare)).headers['x-truncated']).toBeUndefined();
});
