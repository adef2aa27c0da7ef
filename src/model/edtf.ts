/** The days that an expression may mean, each as the number YYYYMMDD; an open end is infinite. */
export interface DaySpan {
  first: number;
  last: number;
}

/**
 * Reads the Extended Date/Time Format of levels 0 to 2 (ISO 8601-2:2019, as the Library of Congress specifies it); null where
 * the text is none. A qualifier such as `~` does not move a date, and a time of day is of the day that is written before it.
 */
export function parseEdtf(text: string): DaySpan | null {
  const set = /^(?:\[(.*)\]|\{(.*)\})$/.exec(text);
  if (set) return hullOf((set[1] ?? set[2]!).split(/, ?/).map(memberOf));
  const ends = text.split('/');
  if (ends.length > 2) return null;
  const [start, end] = ends as [string, string?];
  if (end !== undefined) return rangeOf(isOpen(start) ? null : start, isOpen(end) ? null : end);
  return dateOf(text.replace(TIME, '$1'));
}

/** An end of an interval may be open or unknown, which are the same as far as days go. */
const isOpen = (end: string) => end === '' || end === '..';

/** A day with a time of day, which may have a zone. */
const TIME =
  /^(\d{4}-\d\d-\d\d)T(?:(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d+)?)?|24:00(?::00)?)(?:Z|[+-](?:[01]\d|2[0-3])(?::[0-5]\d)?)?$/;

/** A member of a set: a date, or all from one to another; the first may lack its beginning, and the last its end. */
function memberOf(member: string, index: number, { length }: string[]): DaySpan | null {
  const ends = member.split('..');
  if (ends.length > 2 || member === '..') return null;
  const [start, end] = ends as [string, string?];
  if (end === undefined) return dateOf(start);
  return rangeOf(start === '' && index === 0 ? null : start, end === '' && index === length - 1 ? null : end);
}

/** All days from a date to another; null stands for an open end. */
function rangeOf(start: string | null, end: string | null): DaySpan | null {
  const from = start === null ? { first: Number.NEGATIVE_INFINITY } : dateOf(start);
  const to = end === null ? { last: Number.POSITIVE_INFINITY } : dateOf(end);
  return from && to && from.first <= to.last ? { first: from.first, last: to.last } : null;
}

const hullOf = (spans: (DaySpan | null)[]) =>
  spans.reduce(
    (all, span) =>
      all && span && { first: Math.min(all.first, span.first), last: Math.max(all.last, span.last) },
  );

const dateOf = (text: string) => calendarDate(text) ?? yearAlone(text);

/** Each part may be qualified on either side, and have digits that are unspecified. */
const CALENDAR_DATE = /^[?~%]?(-?)([\dX]{4})[?~%]?(?:-[?~%]?([\dX]{2})[?~%]?(?:-[?~%]?([\dX]{2})[?~%]?)?)?$/;

function calendarDate(text: string): DaySpan | null {
  const found = CALENDAR_DATE.exec(text);
  if (!found) return null;
  const [, sign, year, month = 'XX', day] = found;
  const part = day === undefined ? PARTS_OF_YEAR.get(month) : undefined;
  const days = part ?? daysOf(month, day ?? 'XX');
  const [low, high] = sign === '-' ? [FALLING, RISING] : [RISING, FALLING];
  const first = firstDay(yearsOf(sign + year!, low), days);
  const last = firstDay(yearsOf(sign + year!, high), days.toReversed());
  return first === null || last === null ? null : { first, last };
}

const RISING = [...'0123456789'];
const FALLING = RISING.toReversed();

/** The years that digits may stand for, where those unspecified are counted up or down. */
function* yearsOf(year: string, digits: readonly string[]): Generator<number> {
  if (!year.includes('X')) yield Number(year);
  else for (const digit of digits) yield* yearsOf(year.replace('X', digit), digits);
}

/** The first of some days of a year, as MMDD, that one of the years has. */
function firstDay(years: Iterable<number>, days: readonly number[]): number | null {
  if (days.length === 0) return null;
  for (const year of years) {
    const day = days.find((one) => one !== LEAP_DAY || isLeapYear(year));
    if (day !== undefined) return year * 10_000 + day;
  }
  return null;
}

const LEAP_DAY = 229;
const isLeapYear = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map((length, index) => ({
  month: index + 1,
  length,
}));

/** The days of a year, as MMDD, that the digits of a month and a day may stand for. */
const daysOf = (month: string, day: string): number[] =>
  MONTHS.filter((one) => mayBe(month, one.month)).flatMap((one) =>
    Array.from({ length: one.length }, (_, index) => index + 1)
      .filter((number) => mayBe(day, number))
      .map((number) => one.month * 100 + number),
  );

const mayBe = (digits: string, number: number) =>
  (digits[0] === 'X' || Number(digits[0]) === Math.trunc(number / 10)) &&
  (digits[1] === 'X' || Number(digits[1]) === number % 10);

/** The first and the last day of a part of a year, as MMDD; 10321 is 21 March of the next year. */
type PartOfYear = readonly [first: number, last: number];

/**
 * Spring to winter in the northern hemisphere. The standard leaves open where they begin, so that each reaches from the
 * earlier of its beginnings to the later of its ends: as whole months, and by equinox and solstice.
 */
const SEASONS: readonly PartOfYear[] = [
  [301, 622],
  [601, 924],
  [901, 1223],
  [1201, 10321],
];

const partsOf = (months: number): PartOfYear[] =>
  MONTHS.filter(({ month }) => month % months === 0).map(({ month, length }) => [
    (month - months + 1) * 100 + 1,
    month * 100 + length,
  ]);

/** A year as a whole, and what the numbers from 21 stand for in the place of a month. */
const PARTS_OF_YEAR = new Map<string, PartOfYear>([
  ['XX', [101, 1231]],
  ...[
    // Wherever it is, as most who name no hemisphere mean it.
    ...SEASONS,
    ...SEASONS,
    ...[...SEASONS.slice(2), ...SEASONS.slice(0, 2)],
    ...partsOf(3),
    ...partsOf(4),
    ...partsOf(6),
  ].map((part, index) => [String(index + 21), part] as const),
]);

/** A year after `Y`, since it has more than four digits or an exponent, or one that says how many of its digits are significant. */
const YEAR_ALONE = /^[?~%]?(?:Y(-?)([1-9]\d*)(?:E(\d{1,2}))?|(-?)(\d{4})(?=S))(?:S([1-9]\d?))?[?~%]?$/;

function yearAlone(text: string): DaySpan | null {
  const [found, ySign, yDigits, exponent, sign = ySign, digits = yDigits, significant] =
    YEAR_ALONE.exec(text) ?? [];
  if (found === undefined) return null;
  const length = digits!.length + Number(exponent ?? 0);
  const unknown = length - Number(significant ?? length);
  if (unknown < 0 || (yDigits !== undefined && exponent === undefined && length < 5)) return null;
  const unit = 10 ** unknown;
  const year = Number(digits) * 10 ** Number(exponent ?? 0);
  const low = Math.floor(year / unit) * unit;
  const [first, last] = sign === '-' ? [1 - low - unit, -low] : [low, low + unit - 1];
  return { first: first * 10_000 + 101, last: last * 10_000 + 1231 };
}
