import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readGold } from '../../../bench/match/gold.ts';
import { compareAll, measure } from '../../../bench/match/measure.ts';
import { compare } from '../../../src/match/compare.ts';
import { projectFolder } from '../../../src/project.ts';

const gold = readGold(join(projectFolder, 'test/fixtures/matching'));
const reports = readGold(join(projectFolder, 'test/fixtures/matching-reports'));
const fresh = readGold(join(projectFolder, 'test/fixtures/matching-fresh'));
const parts = new Map([
  ...Map.groupBy([...gold.renderings, ...reports.renderings], ({ part }) => part),
  ['fresh', fresh.renderings] as const,
  ...['wires', 'desks'].map(
    (name) => [name, readGold(join(projectFolder, `test/fixtures/matching-${name}`)).renderings] as const,
  ),
]);

/** What is measured, less what a sound change may cost. */
const FLOORS = {
  tune: {
    pairF1: 0.88,
    quotedF1: 0.98,
    bCubedF1: 0.94,
    joinedPrecision: 0.98,
    restOffered: 0.55,
    found: 0.97,
  },
  'held-out': {
    ...{ pairF1: 0.93, quotedF1: 0.98, bCubedF1: 0.96, joinedPrecision: 0.98 },
    ...{ restOffered: 0.55, found: 0.97 },
  },
  reports: {
    ...{ pairF1: 0.77, quotedF1: 0.9, bCubedF1: 0.9, joinedPrecision: 0.97 },
    ...{ restOffered: 0.75, found: 0.97 },
  },
  fresh: {
    ...{ pairF1: 0.9, quotedF1: 0.97, bCubedF1: 0.94, joinedPrecision: 0.97 },
    ...{ restOffered: 0.75, found: 0.97 },
  },
  wires: {
    ...{ pairF1: 0.84, quotedF1: 0.94, bCubedF1: 0.92, joinedPrecision: 0.97 },
    ...{ restOffered: 0.7, found: 0.97 },
  },
  desks: {
    ...{ pairF1: 0.9, quotedF1: 0.88, bCubedF1: 0.95, joinedPrecision: 0.97, found: 0.97 },
  },
};

describe.each(Object.entries(FLOORS))('on the gold: %s', (part, floors) => {
  const renderings = parts.get(part)!;
  const pairs = compareAll(renderings);
  const measures = measure(renderings, pairs);

  test.each(Object.entries(floors))('%s is at least %d', (name, floor) => {
    expect(measures[name as keyof typeof measures]).toBeGreaterThanOrEqual(floor);
  });

  test('a comparison is symmetric', () => {
    for (const { one, other, match } of pairs) expect(compare(other, one)).toEqual(match);
  });
});

test('the gold is as large as it says', () => {
  expect(gold.renderings).toHaveLength(131);
  expect(new Set(gold.stories.flatMap(({ articles }) => articles)).size).toBe(18);
});
