import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/errors.ts';
import { dateRanges, decodeCursor, encodeCursor, rangesAfter } from '../../src/query/page.ts';

const key = fc.string({ unit: 'binary', minLength: 1 });

function refusal(query: string, cursor: string): Problem {
  try {
    decodeCursor(query, cursor);
  } catch (error) {
    return error as Problem;
  }
  throw new Error(`the cursor ${cursor} was taken`);
}

describe('a cursor', () => {
  test('leads back to its key', () => {
    fc.assert(
      fc.property(fc.string(), key, (query, at) => {
        expect(decodeCursor(query, encodeCursor(query, at))).toBe(at);
      }),
    );
  });

  test('works in an address as it is', () => {
    fc.assert(
      fc.property(fc.string(), key, (query, at) => {
        expect(encodeCursor(query, at)).toMatch(/^[\w-]+$/);
      }),
    );
  });

  test('of another query is refused', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), key, (query, other, at) => {
        fc.pre(query !== other);
        expect(refusal(query, encodeCursor(other, at)).code).toBe('invalid-cursor');
      }),
    );
  });

  test('that is cut off is refused', () => {
    fc.assert(
      fc.property(fc.string(), key, fc.nat(), (query, at, nth) => {
        const cursor = encodeCursor(query, at);
        expect(refusal(query, cursor.slice(0, nth % cursor.length)).code).toBe('invalid-cursor');
      }),
    );
  });

  test('that is changed in any character is refused', () => {
    const cursor = encodeCursor('query', '2018-01-01_an-id');
    for (let at = 0; at < cursor.length; at++) {
      const forged = cursor.slice(0, at) + (cursor[at] === 'A' ? 'B' : 'A') + cursor.slice(at + 1);
      expect(refusal('query', forged).code).toBe('invalid-cursor');
    }
  });

  test.each(['', 'x', '====', `${encodeCursor('query', 'k')}=`, `${encodeCursor('query', 'k')} `, 'é'])(
    '%j is refused, and the parameter is named',
    (cursor) => {
      const problem = refusal('query', cursor);
      expect(problem.status).toBe(400);
      expect(problem.faults[0]).toMatchObject({ parameter: 'cursor' });
    },
  );
});

describe('the ranges of a sort key', () => {
  const holds = (ranges: { low: string; high: string }[], sortKey: string) =>
    ranges.some(({ low, high }) => low < sortKey && sortKey < high);

  test.each([
    ['no filter', {}, { undated: true, before: true, within: true, after: true }],
    ['from', { from: '2018-01-01' }, { undated: false, before: true, within: true, after: true }],
    ['to', { to: '2018-12-31' }, { undated: false, before: true, within: true, after: false }],
    [
      'to, and undated',
      { to: '2018-12-31', undated: 'include' as const },
      { undated: true, before: true, within: true, after: false },
    ],
  ])('with %s', (_, filter, { undated, before, within, after }) => {
    const ranges = dateRanges(filter);
    expect(holds(ranges, '0000-00-00_x')).toBe(undated);
    expect(holds(ranges, '1947-01-01_x')).toBe(before);
    expect(holds(ranges, '2018-12-31_x')).toBe(within);
    expect(holds(ranges, '2019-01-01_x')).toBe(after);
  });

  test('the day of `to` counts to its last id', () => {
    expect(holds(dateRanges({ to: '2018-12-31' }), '2018-12-31_zzz')).toBe(true);
  });

  test('what began before `from` is a part of its own, which comes where the order has it', () => {
    const [later, earlier] = dateRanges({ from: '2018-01-01' });
    expect(later).toEqual({ low: '2018-01-01', high: '9999~' });
    expect(earlier).toMatchObject({ low: '0001', high: '2018-01-01', multiDay: true });
    expect(dateRanges({ from: '2018-01-01', descending: false })).toEqual([earlier, later]);
  });

  test('after a key in the dated part leave its rest and the undated', () => {
    const ranges = dateRanges({});
    expect(rangesAfter(ranges, '2018-01-01_x', true)).toEqual([
      { low: ranges[0]!.low, high: '2018-01-01_x' },
      ranges[1],
    ]);
    expect(rangesAfter(ranges, '2018-01-01_x', false)).toEqual([
      { low: '2018-01-01_x', high: ranges[0]!.high },
      ranges[1],
    ]);
  });

  test('after a key in the undated part leave the rest of that', () => {
    expect(rangesAfter(dateRanges({}), '0000-00-00_x', true)).toEqual([
      { low: '0000-00-00', high: '0000-00-00_x' },
    ]);
  });

  test('after a key outside of them are none', () => {
    expect(rangesAfter(dateRanges({ to: '2018-12-31' }), '2020-01-01_x', true)).toEqual([]);
  });
});
