import edtf from 'edtf';
import { z } from 'zod';
import { TEXTS } from '../limits.ts';
import { dayOf, FIRST_DAY } from './day.ts';

export interface DayRange {
  /** First day that the date may mean, as YYYY-MM-DD. */
  earliest: string;
  /** Last day that the date may mean, as YYYY-MM-DD. */
  latest: string;
}

const FIRST_TIME = Date.parse(FIRST_DAY);
const LAST_TIME = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * The days that an EDTF expression covers (ISO 8601-2:2019, levels 0 to 2); an open or unknown end of an interval
 * reaches to the first or last day of the calendar. Null where the text is no EDTF or is outside the years 1 to 9999.
 */
export function dayRange(expression: string): DayRange | null {
  let range = rangeCache.get(expression);
  if (range === undefined) {
    range = parseRange(expression);
    if (rangeCache.size >= RANGE_CACHE_SIZE) rangeCache.clear();
    rangeCache.set(expression, range);
  }
  return range;
}

/** Parsing takes a tenth of a millisecond, and articles repeat few dates. */
const rangeCache = new Map<string, DayRange | null>();
const RANGE_CACHE_SIZE = 20_000;

function parseRange(expression: string): DayRange | null {
  try {
    if (MILLISECONDS.test(expression)) return null;
    if (!(expression.match(/\d{4}-\d{2}-\d{2}/g) ?? []).every(isInCalendar)) return null;
    const parsed = edtf(expression);
    const min = boundOf(expression, parsed.min, FIRST_TIME);
    const max = boundOf(expression, parsed.max, LAST_TIME);
    if (min === undefined || max === undefined) return null;
    if (min < FIRST_TIME || max > LAST_TIME || min > max) return null;
    return { earliest: dayOf(min), latest: dayOf(max) };
  } catch {
    return null;
  }
}

/** The parser takes 20250612 for milliseconds since 1970. */
const MILLISECONDS = /^-?\d{5,}$/;
/** The parser takes the 29th of any February. */
const isInCalendar = (date: string) => dayOf(Date.parse(date)) === date;

/** A bound as the parser gives it, or the end of the calendar for an interval that is open there. */
function boundOf(expression: string, bound: number | null, open: number): number | undefined {
  if (bound !== null && Number.isFinite(bound)) return bound;
  return expression.includes('/') && !Number.isNaN(bound) ? open : undefined;
}

/** A date in the Extended Date/Time Format; a bare year may be written as a number in YAML. */
export const Edtf = z
  .union([
    z.string().max(TEXTS.date, `expected at most ${TEXTS.date} characters`),
    z.number().int().transform(String),
  ])
  .refine((text) => dayRange(text) !== null, {
    error: 'expected an EDTF date (ISO 8601-2) such as 2018, 2025-06, 1947/2025 or 2025~',
  });

export const DateBasis = z
  .enum(['explicit', 'relative', 'article', 'unknown'])
  .describe(
    'Where the date comes from: the text states it (explicit), the text states it relative to another date (relative), it is the date of the article (article), or the source does not say (unknown).',
  );

/** A date on the wire. */
export const DatedBy = z
  .object({
    edtf: z
      .string()
      .nullable()
      .describe('The date in EDTF (ISO 8601-2), or null where the source does not give one.'),
    earliest: z.iso.date().nullable().describe('First day that the date may mean.'),
    latest: z.iso.date().nullable().describe('Last day that the date may mean.'),
    basis: DateBasis,
  })
  .meta({ id: 'EdtfDate', description: 'A date as far as the source gives it.' });

export type DatedBy = z.output<typeof DatedBy>;
