import { z } from 'zod';
import { TEXTS } from '../limits.ts';
import { parseEdtf } from './edtf.ts';

export interface DayRange {
  /** First day that the date may mean, as YYYY-MM-DD. */
  earliest: string;
  /** Last day that the date may mean, as YYYY-MM-DD. */
  latest: string;
}

/** The days of the graph's calendar, as numbers. */
const FIRST = 1_01_01;
const LAST = 9999_12_31;

/**
 * The days that an EDTF expression covers (ISO 8601-2:2019, levels 0 to 2). An open or unknown end of an interval, and one
 * beyond the years 0001 to 9999, reaches to the first or last day of the calendar. Null where the text is no EDTF or is
 * outside of these years altogether.
 */
export function dayRange(expression: string): DayRange | null {
  let range = rangeCache.get(expression);
  if (range === undefined) {
    range = calendarRange(expression);
    if (rangeCache.size >= RANGE_CACHE_SIZE) rangeCache.clear();
    rangeCache.set(expression, range);
  }
  return range;
}

/** Articles repeat few dates, and each is asked for several times. */
const rangeCache = new Map<string, DayRange | null>();
const RANGE_CACHE_SIZE = 20_000;

function calendarRange(expression: string): DayRange | null {
  const span = parseEdtf(expression);
  if (span === null || span.last < FIRST || span.first > LAST) return null;
  return { earliest: dayText(Math.max(span.first, FIRST)), latest: dayText(Math.min(span.last, LAST)) };
}

const dayText = (day: number) =>
  String(day)
    .padStart(8, '0')
    .replace(/^(\d{4})(\d\d)/, '$1-$2-');

const EXPECTED = 'expected an EDTF date (ISO 8601-2) such as 2018, 2025-06, 1947/2025 or 2025~';
const EXPECTED_YEARS = 'expected a date within the years 0001 to 9999';

const isDate = (text: string) => dayRange(text) !== null;
const whatIsExpected = ({ input }: { input?: unknown }) =>
  parseEdtf(String(input)) === null ? EXPECTED : EXPECTED_YEARS;

const dateText = z
  .string()
  .max(TEXTS.date, { error: `expected at most ${TEXTS.date} characters`, abort: true });

/** A date in the Extended Date/Time Format. */
export const EdtfText = dateText.refine(isDate, { error: whatIsExpected });

/** The same in a query string, in which the plus of a zone arrives as a space where it is not escaped. */
export const EdtfParameter = dateText
  .overwrite((text) => text.replace(/^([\dT:.-]+) (\d\d(?::\d\d)?)$/, '$1+$2'))
  .refine(isDate, { error: whatIsExpected });

/** A number is the year that it counts: YAML reads 2018 and 0576 as numbers. */
const EdtfYear = z
  .number()
  .int()
  .transform((year) => String(year).padStart(4, '0'))
  .refine(isDate, { error: whatIsExpected });

/** A date in an annotation. */
export const Edtf = z.union([EdtfText, EdtfYear]);

export const DateBasis = z
  .enum(['explicit', 'relative', 'article', 'unknown'])
  .describe(
    'Where the date comes from: the text states it (explicit), the text states it relative to another date (relative), it is the date of the article (article), or the source does not say (unknown).',
  );

const stated = (edtf: string) => ({ edtf, basis: 'explicit' as const });

/** A date in an annotation, and where it comes from. */
export const AnnotatedDate = z
  .union([
    EdtfText.transform(stated),
    EdtfYear.transform(stated),
    z
      .strictObject({
        edtf: Edtf.nullable().describe('The date, or null where the source does not give one.'),
        basis: DateBasis,
      })
      .refine((date) => (date.edtf === null) === (date.basis === 'unknown'), {
        error: 'expected basis unknown exactly where edtf is null',
        path: ['basis'],
        params: { dependsOn: 'edtf' },
      }),
  ])
  .describe('A date, and where it comes from; a date alone is one that the text states.');

export const UNKNOWN_DATE = { edtf: null, basis: 'unknown' as const };

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

const DateReading = z
  .object({
    ...DatedBy.shape,
    edtf: z.string().describe('The date in EDTF (ISO 8601-2).'),
    articles: z.array(z.string()).describe('Ids of the articles that give it.'),
  })
  .meta({ id: 'DateReading', description: 'A date as some articles give it.' });

/** A date on the wire that several articles may give. */
export const MergedDate = z
  .object({
    ...DatedBy.shape,
    readings: z
      .array(DateReading)
      .describe(
        'Each date that articles give, with the articles; empty where none gives one. The date itself is the narrowest of those that overlap; where they exclude each other, that of the better basis, then what more articles say, then what was published earlier.',
      ),
  })
  .meta({
    id: 'MergedDate',
    description: 'A date as far as the sources give it, and what each of them gives.',
  });

export type DatedBy = z.output<typeof DatedBy>;
export type MergedDate = z.output<typeof MergedDate>;
