import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOf, INTERVALS, intervalsBetween, later, startOf } from '../../src/model/time-bucket.ts';

const days = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9990-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test.each(INTERVALS)('each day is in one %s, and the next begins the day after', (interval) => {
  fc.assert(
    fc.property(days, (day) => {
      const start = startOf(interval, day);
      const end = endOf(interval, start);
      expect(start <= day && day <= end).toBe(true);
      expect(startOf(interval, end)).toBe(start);
      expect(later(interval, start, 1)).toBe(later('day', end, 1));
    }),
  );
});

test.each(INTERVALS)('counting %ss and going on by as many agree', (interval) => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 200 }), (day, by) => {
      const start = startOf(interval, day);
      const other = later(interval, start, by);
      if (other < '9999-01-01') expect(intervalsBetween(interval, start, other)).toBe(by + 1);
    }),
  );
});

test('the last week of the calendar ends with it', () => {
  expect(endOf('week', startOf('week', '9999-12-31'))).toBe('9999-12-31');
});

test('a week begins on Monday', () => {
  expect(startOf('week', '2026-01-01')).toBe('2025-12-29');
  expect(startOf('week', '2018-01-01')).toBe('2018-01-01');
});
