import type { Fold } from '../../db/tally-order.ts';
import { startOf } from '../../model/time-bucket.ts';
import { dayNumber, dayText } from './day-number.ts';
import { addGroup, type Groups, groupsBetween, placeOf, WIDTH } from './groups.ts';

type Interval = Exclude<Fold, 'sign'>;

/** First days of intervals as they were worked out, by a day in them: graphs have few days. */
const known: Record<Interval, Map<number, number>> = { week: new Map(), month: new Map(), year: new Map() };

function firstDayOf(interval: Interval, day: number): number {
  let first = known[interval].get(day);
  if (first === undefined) {
    first = dayNumber(startOf(interval, dayText(day)));
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
