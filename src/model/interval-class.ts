import type { DayRange } from './date.ts';
import { DAY_IN_MS, dayOf, FIRST_DAY } from './day.ts';

/** No interval of the calendar has more than 2 to this power days. */
const LARGEST_POWER = 22;

/** Intervals of similar length: more than half of a power of two of days, and at most that power. */
export interface IntervalClass {
  /** What the keys of the class begin with. */
  prefix: string;
  /** The first day on which an interval of the class may begin and still include the day in question. */
  since: string;
}

/** The prefix of the sort key of a date of several days, by which such dates are found by length; null for one day. */
export function intervalPrefix({ earliest, latest }: DayRange): string | null {
  const days = (Date.parse(latest) - Date.parse(earliest)) / DAY_IN_MS + 1;
  return days < 2 ? null : prefixOf(Math.ceil(Math.log2(days)));
}

/** Where the intervals of each class that include a day can begin: a longer one may have begun longer ago. */
export const intervalsReaching = (day: string): IntervalClass[] =>
  Array.from({ length: LARGEST_POWER }, (_, index) => {
    const power = index + 1;
    const since = Date.parse(day) - (2 ** power - 1) * DAY_IN_MS;
    return {
      prefix: prefixOf(power),
      since: since <= Date.parse(FIRST_DAY) ? FIRST_DAY : dayOf(since),
    };
  });

const prefixOf = (power: number) => `${String(power).padStart(2, '0')} `;
