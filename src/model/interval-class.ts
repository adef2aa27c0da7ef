import type { DayRange } from './date.ts';

const DAY = 86_400_000;
const FIRST_DAY = '0001-01-01';
/** No span of the calendar has more than 2 to the power of this many days. */
const LARGEST = 22;

/** Spans of days of about the same length: the class holds those of at most 2 to its power, and not of the one below. */
export interface IntervalClass {
  /** What the keys of the class begin with. */
  prefix: string;
  /** The first day on which a span of the class may begin and still reach the day in question. */
  since: string;
}

/** What comes before the sort key of a date of several days, so that such dates are found by their length; null for one day. */
export function intervalPrefix({ earliest, latest }: DayRange): string | null {
  const days = (Date.parse(latest) - Date.parse(earliest)) / DAY + 1;
  return days < 2 ? null : prefixOf(Math.ceil(Math.log2(days)));
}

/** Where spans of each class that reach a day can begin: what is longer may have begun longer ago. */
export const intervalsReaching = (day: string): IntervalClass[] =>
  Array.from({ length: LARGEST }, (_, index) => {
    const longest = 2 ** (index + 1);
    const since = Date.parse(day) - (longest - 1) * DAY;
    return {
      prefix: prefixOf(index + 1),
      since: since <= Date.parse(FIRST_DAY) ? FIRST_DAY : new Date(since).toISOString().slice(0, 10),
    };
  });

const prefixOf = (power: number) => `${String(power).padStart(2, '0')} `;
