import { expect, test } from 'vitest';
import { ALL, askedOf, dashboard, filledUrl, RANGE, rowsOf } from '../../support/dashboard.ts';
import { listeningService } from '../listening.ts';
import { benchIn } from '../workshop.ts';
import { infinityRows } from './go-tools.ts';

const service = listeningService();

test('the libraries of Infinity read the rows of each panel as the tests of the dashboard do', async () => {
  const queries = askedOf(dashboard);
  const answered = await Promise.all(
    queries.map(async (query) => {
      const response = await fetch(service.url + filledUrl(query.url, ALL, RANGE));
      const body: unknown = await response.json();
      return { ...query, body, rows: await rowsOf(body, query) };
    }),
  );
  const tables = await infinityRows(
    await benchIn(),
    answered.map(({ rows: _, ...query }) => query),
  );
  expect(tables).toEqual(answered.map(({ rows }) => rows));
  expect(tables.flat().length).toBeGreaterThan(50);
});
