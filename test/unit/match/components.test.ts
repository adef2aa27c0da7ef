import { expect, test } from 'vitest';
import { components } from '../../../src/match/components.ts';

test('what is joined to a third is joined, in whichever order', () => {
  const joins = [
    ['a', 'b'],
    ['c', 'd'],
    ['b', 'd'],
  ] as const;
  const sets = (pairs: readonly (readonly [string, string])[]) =>
    components('abcde', pairs)
      .map((set) => set.sort().join(''))
      .sort();
  expect(sets(joins)).toEqual(['abcd', 'e']);
  expect(sets(joins.toReversed())).toEqual(['abcd', 'e']);
});
