import { describe, expect, test } from 'vitest';
import { similarity } from '../../src/search/similarity.ts';

describe('similarity', () => {
  test.each([
    ['asim munir', 'munir asim', 1],
    ['pakistan', 'pakistn', 0.875],
    ['a b', 'c d', 1 / 3],
    ['', '', 1],
    ['', 'munir', 0],
  ])('of %s and %s', (one, other, expected) => {
    expect(similarity(one, other)).toBeCloseTo(expected);
    expect(similarity(other, one)).toBeCloseTo(expected);
  });
});
