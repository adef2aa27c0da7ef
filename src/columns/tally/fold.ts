import type { Fold } from '../../db/tally-order.ts';
import { startOf } from '../../model/time-bucket.ts';
import { dayNumber, dayText } from './day-number.ts';
import { addGroup, groupsBetween, placeOf, WIDTH } from './groups.ts';
import type { Choosable } from './largest.ts';

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
export function folded({ base, sums, less }: Choosable, into: Fold): Choosable {
  const fold = FOLDS[into];
  if (sums.length === WIDTH) return { base, sums, less };
  const last = base + sums.length / WIDTH - 2;
  const summed = (of: Float64Array) => {
    const groups = groupsBetween(fold(base), fold(last));
    addGroup(groups.sums, 0, of, 0);
    for (let place = WIDTH; place < of.length; place += WIDTH)
      if (of[place] !== 0)
        addGroup(groups.sums, placeOf(fold(base + place / WIDTH - 1), groups.base), of, place);
    return groups.sums;
  };
  return { base: fold(base), sums: summed(sums), less: less && summed(less) };
}
