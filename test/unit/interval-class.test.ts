import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intervalPrefix, intervalsReaching } from '../../src/model/interval-class.ts';

const day = fc
  .integer({ min: Date.parse('0001-01-01') / 86_400_000, max: Date.parse('9999-12-31') / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

test('a single day has no prefix', () => {
  expect(intervalPrefix({ earliest: '2018-05-01', latest: '2018-05-01' })).toBeNull();
});

test('a month and a year are of different lengths, two months of one length alike', () => {
  const month = intervalPrefix({ earliest: '2018-05-01', latest: '2018-05-31' });
  expect(intervalPrefix({ earliest: '2018-01-01', latest: '2018-12-31' })).not.toBe(month);
  expect(intervalPrefix({ earliest: '1947-07-01', latest: '1947-07-31' })).toBe(month);
});

test('an interval that includes a day is searched from its first day on', () => {
  fc.assert(
    fc.property(day, day, day, (a, b, c) => {
      const [earliest, middle, latest] = [a, b, c].sort() as [string, string, string];
      fc.pre(earliest < latest);
      const prefix = intervalPrefix({ earliest, latest });
      const found = intervalsReaching(middle).find((one) => one.prefix === prefix);
      expect(found!.since <= earliest).toBe(true);
    }),
  );
});

test('nothing is searched longer ago than its length allows', () => {
  const month = intervalPrefix({ earliest: '2018-05-01', latest: '2018-05-31' });
  expect(intervalsReaching('2018-06-30').find(({ prefix }) => prefix === month)?.since).toBe('2018-05-30');
});
