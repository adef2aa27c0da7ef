import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spanPrefix, spansReaching } from '../../src/model/span-class.ts';

const day = fc
  .integer({ min: Date.parse('0001-01-01') / 86_400_000, max: Date.parse('9999-12-31') / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

test('a single day has no span', () => {
  expect(spanPrefix({ earliest: '2018-05-01', latest: '2018-05-01' })).toBeNull();
});

test('a month and a year are of different lengths, two months of one length alike', () => {
  const month = spanPrefix({ earliest: '2018-05-01', latest: '2018-05-31' });
  expect(spanPrefix({ earliest: '2018-01-01', latest: '2018-12-31' })).not.toBe(month);
  expect(spanPrefix({ earliest: '1947-07-01', latest: '1947-07-31' })).toBe(month);
});

test('whatever reaches a day is looked for from its first day on', () => {
  fc.assert(
    fc.property(day, day, day, (a, b, c) => {
      const [earliest, middle, latest] = [a, b, c].sort() as [string, string, string];
      fc.pre(earliest < latest);
      const prefix = spanPrefix({ earliest, latest });
      const found = spansReaching(middle).find((one) => one.prefix === prefix);
      expect(found!.since <= earliest).toBe(true);
    }),
  );
});

test('nothing is looked for longer ago than its length allows', () => {
  const month = spanPrefix({ earliest: '2018-05-01', latest: '2018-05-31' });
  expect(spansReaching('2018-06-30').find(({ prefix }) => prefix === month)?.since).toBe('2018-05-30');
});
