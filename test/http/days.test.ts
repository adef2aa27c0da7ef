import { describe, expect, test } from 'vitest';
import { testService } from '../support/service.ts';

const service = testService();

const found = async (url: string) => {
  const { status, body } = await service.get(url);
  expect(status, `${url}: ${body.detail}`).toBe(200);
  return body;
};

describe('a day of a filter is a date in EDTF', () => {
  test.each([
    ['/v1/statements', 'saidFrom=2018', 'saidFrom=2018-01-01'],
    ['/v1/statements', 'saidTo=2025-06', 'saidTo=2025-06-30'],
    ['/v1/statements', 'saidTo=2024-02', 'saidTo=2024-02-29'],
    ['/v1/statements', 'saidFrom=2018~&saidTo=2018?', 'saidFrom=2018-01-01&saidTo=2018-12-31'],
    ['/v1/statements', 'saidFrom=201X&saidTo=2018-21', 'saidFrom=2010-01-01&saidTo=2018-06-22'],
    ['/v1/statements', 'reportedFrom=2018&reportedTo=2026', 'reportedFrom=2018-01-01&reportedTo=2026-12-31'],
    ['/v1/events', 'from=2025', 'from=2025-01-01'],
    ['/v1/events', 'from=1947/1950&to=1947/1950', 'from=1947-01-01&to=1950-12-31'],
    ['/v1/events', 'to=../1990', 'to=1990-12-31'],
    ['/v1/events', 'to=2025-06-12T23:30:00-05:00', 'to=2025-06-12'],
    ['/v1/events', 'to=2025-06-12T23:30:00%2B05:00', 'to=2025-06-12'],
    // A plus that is not escaped arrives as a space.
    ['/v1/events', 'to=2025-06-12T23:30:00+05:00', 'to=2025-06-12'],
    ['/v1/events', 'from=/1947&to=1947/', 'from=0001-01-01&to=9999-12-31'],
    ['/v1/events', 'from=[1946,1947..1949]&to={1946,1947-21}', 'from=1946-01-01&to=1947-06-22'],
    ['/v1/events', 'from=1950S2&to=19XX-12-XX', 'from=1900-01-01&to=1999-12-31'],
    ['/v1/relations', 'at=1950%25', 'at=1950-01-01/1950-12-31'],
    [
      '/v1/articles',
      'publishedFrom=2018&publishedTo=2018',
      'publishedFrom=2018-01-01&publishedTo=2018-12-31',
    ],
    ['/v1/entities/pakistan/timeline', 'from=1947&to=1947', 'from=1947-01-01&to=1947-12-31'],
    ['/v1/timeline', 'interval=year&from=2017&to=2018', 'interval=year&from=2017-01-01&to=2018-12-31'],
    ['/v1/stats/statements', 'groupBy=speaker&saidFrom=2018', 'groupBy=speaker&saidFrom=2018-01-01'],
    ['/v1/stats/who-about-whom', 'saidTo=2018', 'saidTo=2018-12-31'],
    ['/v1/network', 'saidFrom=2018&saidTo=2018', 'saidFrom=2018-01-01&saidTo=2018-12-31'],
    ['/v1/network/edges', 'saidFrom=2018', 'saidFrom=2018-01-01'],
  ])('%s?%s is %s', async (path, written, days) => {
    const byDays = await found(`${path}?${days}`);
    expect(await found(`${path}?${written}`)).toEqual(byDays);
  });

  test('a year has what may be of a part of it', async () => {
    const { items } = await found('/v1/statements?saidFrom=2018&saidTo=2018');
    expect(items.map(({ said }: { said: { edtf: string } }) => said.edtf)).toEqual(['2018']);
  });

  test('a page goes on however the same days are written', async () => {
    const { items, next } = await found('/v1/events?from=1947&limit=1');
    const rest = await found(`/v1/events?from=1947-01-01&cursor=${next}`);
    expect(rest.items.length).toBeGreaterThan(0);
    expect(rest.items[0].id).not.toBe(items[0].id);
  });
});
