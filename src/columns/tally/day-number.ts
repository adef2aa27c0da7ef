import { DAY_IN_MS, dayOf } from '../../model/day.ts';

/** The first day of the Unix epoch, as the index numbers days: from the first of year 1 on. */
const EPOCH = 719_162;

/** @param day YYYY-MM-DD, or the beginning of one. */
export const dayNumber = (day: string): number => Date.parse(day) / DAY_IN_MS + EPOCH;

/** The day of a number, YYYY-MM-DD. */
export const dayText = (number: number): string => dayOf((number - EPOCH) * DAY_IN_MS);
