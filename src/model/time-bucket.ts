import { z } from 'zod';
import { DAY_IN_MS, dayOf, LAST_DAY } from './day.ts';
import { count } from './numbers.ts';

export const INTERVALS = ['day', 'week', 'month', 'year'] as const;
export type Interval = (typeof INTERVALS)[number];

export const TimeBucket = z
  .object({
    start: z.iso.date().nullable().describe('Its first day; null in the row of what has no place in time.'),
    end: z.iso.date().nullable().describe('Its last day; null in the row of what has no place in time.'),
    statements: count.describe('How many statements were said, or may first have been said, in it.'),
    events: count.describe('How many events began, or may first have begun, in it.'),
  })
  .meta({
    id: 'TimeBucket',
    description: 'A day, week, month or year with what was said and happened in it.',
  });

/** What has no place in time. */
export const Undated = z
  .object({
    statements: count.describe('How many statements have no date, or one without a beginning.'),
    events: count.describe('How many events have no date, or one without a beginning.'),
  })
  .meta({ id: 'Undated', description: 'What matches but has no place in time.' });

const utc = (day: string) => new Date(`${day}T00:00:00Z`);

/** The first day of the interval that a day is in; weeks begin on Monday (ISO 8601). */
export function startOf(interval: Interval, day: string): string {
  if (interval === 'day') return day;
  if (interval === 'month') return `${day.slice(0, 7)}-01`;
  if (interval === 'year') return `${day.slice(0, 4)}-01-01`;
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return dayOf(date.getTime());
}

/** The first day of the interval that comes some intervals after the one that begins on a day. */
export function later(interval: Interval, start: string, by: number): string {
  const date = utc(start);
  if (interval === 'year') date.setUTCFullYear(date.getUTCFullYear() + by);
  else if (interval === 'month') date.setUTCMonth(date.getUTCMonth() + by);
  else date.setUTCDate(date.getUTCDate() + by * (interval === 'week' ? 7 : 1));
  return dayOf(date.getTime());
}

/** The last day of the interval that begins on a day; the calendar may end before. */
export function endOf(interval: Interval, start: string): string {
  const date = utc(start);
  if (interval === 'year') date.setUTCFullYear(date.getUTCFullYear() + 1, 0, 0);
  else if (interval === 'month') date.setUTCMonth(date.getUTCMonth() + 1, 0);
  else if (interval === 'week') date.setUTCDate(date.getUTCDate() + 6);
  return dayOf(Math.min(date.getTime(), Date.parse(LAST_DAY)));
}

/** How many intervals there are from the one that begins on a day to the one that begins on another. */
export function intervalsBetween(interval: Interval, first: string, last: string): number {
  const [from, to] = [utc(first), utc(last)];
  const years = to.getUTCFullYear() - from.getUTCFullYear();
  if (interval === 'year') return years + 1;
  if (interval === 'month') return years * 12 + to.getUTCMonth() - from.getUTCMonth() + 1;
  return Math.round((to.getTime() - from.getTime()) / (DAY_IN_MS * (interval === 'week' ? 7 : 1))) + 1;
}
