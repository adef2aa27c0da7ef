import type { Fold } from '../../db/tally-order.ts';
import { FIRST_DAY_OF } from './day-number.ts';
import { addGroup, type Groups, groupsBetween, placeOf, WIDTH } from './groups.ts';

const known = { week: new Map(), month: new Map(), year: new Map() } as Record<
  'week' | 'month' | 'year',
  Map<number, number>
>;

function firstDayOf(interval: 'week' | 'month' | 'year', day: number): number {
  let first = known[interval].get(day);
  if (first === undefined) {
    first = FIRST_DAY_OF[interval](day);
    known[interval].set(day, first);
  }
  return first;
}

const FOLDS: Record<Fold, (number: number) => number> = {
  week: (day) => firstDayOf('week', day),
  month: (day) => firstDayOf('month', day),
  year: (day) => firstDayOf('year', day),
  sign: Math.sign,
};

/** The groups that others are made into. */
export function folded({ base, sums }: Groups, into: Fold): Groups {
  const fold = FOLDS[into];
  if (sums.length === WIDTH) return { base, sums };
  const last = base + sums.length / WIDTH - 2;
  const groups = groupsBetween(fold(base), fold(last));
  addGroup(groups.sums, 0, sums, 0);
  for (let place = WIDTH; place < sums.length; place += WIDTH)
    if (sums[place] !== 0)
      addGroup(groups.sums, placeOf(fold(base + place / WIDTH - 1), groups.base), sums, place);
  return groups;
}
