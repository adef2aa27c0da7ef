import { afterAll, expect, test } from 'vitest';
import { batchedRead } from '../../src/db/batch.ts';
import { closeGraph, openGraph, withTimeout } from '../../src/db/client.ts';
import { Plans } from '../../src/db/plans.ts';
import { testGraph } from '../support/graph.ts';

const graph = testGraph();
const gone = openGraph({ uri: 'bolt://127.0.0.1:1', user: 'neo4j', password: 'x', database: 'neo4j' });
afterAll(() => closeGraph(gone));

const TEXT = 'MATCH (a:Article) WHERE a.id IN $ids AND a.title > $title RETURN a.id AS id LIMIT $limit';
const GIVEN = { ids: ['shifting-sands'], title: 'a', limit: 1 };

test('a text is planned once for parameters of the same types and sizes', async () => {
  const plans = new Plans();
  expect(plans.has(TEXT, GIVEN)).toBe(false);
  await Promise.all([plans.ensure(graph, TEXT, GIVEN), plans.ensure(graph, TEXT, GIVEN)]);
  expect(plans.has(TEXT, GIVEN)).toBe(true);
  expect(plans.has(TEXT, { ...GIVEN, ids: ['another'], title: 'b', limit: 500 })).toBe(true);
  expect(plans.has(TEXT, { ...GIVEN, title: null })).toBe(false);
  expect(plans.has(TEXT, { ...GIVEN, title: 'a'.repeat(5000) })).toBe(false);
  expect(plans.has(TEXT, { ...GIVEN, ids: Array.from({ length: 200 }, String) })).toBe(false);
  expect(plans.has(`${TEXT} `, GIVEN)).toBe(false);
  expect(plans.spent).toBeGreaterThan(0);
});

test('what a text does not name makes no further plan of it', async () => {
  const plans = new Plans();
  const text = 'MATCH (a:Article) WHERE a.id = $id RETURN a.id AS id';
  await batchedRead({ ...graph, plans }, text, { id: 'shifting-sands', other: 'a' });
  expect(plans.has(text, { id: 'shifting-sands' })).toBe(true);
  expect(plans.has(text, { id: 'shifting-sands', other: 'a' })).toBe(false);
});

test('a value that finds nothing, or cannot be one, is no obstacle to a plan', async () => {
  const plans = new Plans();
  const text = 'RETURN date($day) AS day';
  await plans.ensure(graph, text, { day: '2025-06-12' });
  expect(plans.has(text, { day: '2025-06-12' })).toBe(true);
});

test('a database that is gone is told from one that plans', async () => {
  const plans = new Plans();
  await expect(plans.ensure(gone, TEXT, GIVEN)).rejects.toThrow();
  expect(plans.has(TEXT, GIVEN)).toBe(false);
});

test('what is planned counts against no time limit', async () => {
  let spent = 0;
  const plans = {
    has: () => true,
    ensure: async () => {},
    get spent() {
      return spent;
    },
  };
  const never = new Promise<never>(() => {});
  const started = performance.now();
  const waiting = withTimeout(never, 100, plans);
  spent = 300;
  await expect(waiting).rejects.toThrow('no response within 100 ms');
  expect(performance.now() - started).toBeGreaterThan(390);
});
