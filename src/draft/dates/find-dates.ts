import * as chrono from 'chrono-node';

/** Words that say when, and the date that they mean; offsets are UTF-16 units. */
export interface FoundDate {
  start: number;
  end: number;
  /** As TIMEX3 writes it: 2015, 2015-03, 2015-03-04, 2015-W10, 2015-Q1, 2015-SU, 199. */
  value: string;
  basis: 'explicit' | 'relative';
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const ORDINALS: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
};
const NUMBERS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  several: 3,
};
const SEASONS: Record<string, string> = {
  spring: 'SP',
  summer: 'SU',
  autumn: 'FA',
  fall: 'FA',
  winter: 'WI',
};

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const YEAR = '(?:1[5-9]|20)\\d\\d';
const NUMBER = `(?:\\d+|${Object.keys(NUMBERS).join('|')})`;

/** A day at noon UTC, so that no zone moves it. */
const dayOf = (iso: string) => new Date(`${iso}T12:00:00Z`);
const isoOf = (day: Date) => day.toISOString().slice(0, 10);
const plusDays = (day: Date, days: number) => new Date(day.getTime() + days * 86_400_000);
const monthIndex = (word: string) =>
  MONTHS.findIndex((month) => month.startsWith(word.toLowerCase().replace('.', '').slice(0, 3)));
const two = (value: number) => String(value).padStart(2, '0');
const numberOf = (word: string) => NUMBERS[word.toLowerCase()] ?? Number(word);

/** Year and number of the ISO week of a day. */
function weekOf(day: Date): string {
  const thursday = plusDays(day, 3 - ((day.getUTCDay() + 6) % 7));
  const first = new Date(Date.UTC(thursday.getUTCFullYear(), 0, 4, 12));
  const week =
    1 +
    Math.round(
      (thursday.getTime() - first.getTime()) / 604_800_000 - (3 - ((first.getUTCDay() + 6) % 7)) / 7,
    );
  return `${thursday.getUTCFullYear()}-W${two(week)}`;
}

const monthValue = (year: number, month: number) =>
  `${year + Math.floor(month / 12)}-${two((((month % 12) + 12) % 12) + 1)}`;
const quarterValue = (year: number, quarter: number) =>
  `${year + Math.floor((quarter - 1) / 4)}-Q${((((quarter - 1) % 4) + 4) % 4) + 1}`;

interface Rule {
  pattern: RegExp;
  /** Null where the words mean no date after all. */
  dateOf: (
    match: RegExpExecArray,
    day: Date | null,
    text: string,
  ) => { value: string; basis: FoundDate['basis'] } | null;
}

const stated = (value: string) => ({ value, basis: 'explicit' as const });
const counted = (value: string) => ({ value, basis: 'relative' as const });
const rule = (source: string, dateOf: Rule['dateOf'], flags = 'gi'): Rule => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, `${flags}u`),
  dateOf,
});

/** Characters between a word that looks ahead and the month that it is said of, at most. */
const NEAR = 40;
const AHEAD =
  /\b(will|next|would|plans?|planned|scheduled|expected|expects?|until|by|due|upcoming|before)\b/gi;
const CLAUSE_AHEAD =
  /\b(will|to be|next|scheduled|expected|until|by|plans?|due|coming|would|is to|are to|meets?|begins?|starts?|tomorrow|through)\b/;
const CLAUSE_BACK = /\b(said|told|announced|reported|was|were|had)\b/;

/** The year of a month without one: that of the article, or the one beside it that is nearer. */
function yearOfMonth(month: number, day: Date, text: string, at: number): number {
  const [year, now] = [day.getUTCFullYear(), day.getUTCMonth()];
  const before = text.slice(Math.max(0, at - 50), at);
  const sentence = before.slice(before.lastIndexOf('.') + 1);
  const isAhead = [...sentence.matchAll(AHEAD)].some(
    (word) => sentence.length - word.index - word[0].length <= NEAR,
  );
  if (month > now + 1 && !isAhead) return year - 1;
  if (month < now - 1 && isAhead && now - month > 4) return year + 1;
  return year;
}

/** The nearest weekday: in news that of the last seven days, unless the words look ahead. */
function weekday(name: string, day: Date, text: string, at: number, end: number): Date {
  const wanted = WEEKDAYS.indexOf(name.toLowerCase());
  const back = (day.getUTCDay() - wanted + 7) % 7;
  const before = text.slice(Math.max(0, at - 60), at).toLowerCase();
  const sentence = before.slice(before.lastIndexOf('. ') + 1);
  const clause = sentence.slice(sentence.lastIndexOf(',') + 1);
  const isAhead = CLAUSE_AHEAD.test(clause) && !CLAUSE_BACK.test(clause);
  const comesAfter = /^\s*(?:\w+\s+){0,3}will\b/i.test(text.slice(end, end + 30));
  if (isAhead || comesAfter) return plusDays(day, back === 0 ? 0 : 7 - back);
  return plusDays(day, -back);
}

const RULES: readonly Rule[] = [
  rule(`(${YEAR})-(\\d\\d)-(\\d\\d)`, ([, y, m, d]) => stated(`${y}-${m}-${d}`)),
  rule(`(?:${WEEKDAY},? )?(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? ?,? (${YEAR}))?`, (match, day, text) => {
    const [, name, date, year] = match;
    const month = monthIndex(name!);
    if (Number(date) < 1 || Number(date) > 31 || (name === 'may' && !year)) return null;
    if (year) return stated(`${year}-${two(month + 1)}-${two(Number(date))}`);
    if (!day) return null;
    return counted(`${yearOfMonth(month, day, text, match.index)}-${two(month + 1)}-${two(Number(date))}`);
  }),
  rule(`(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH})(?:,? (${YEAR}))?`, (match, day, text) => {
    const [, date, name, year] = match;
    const month = monthIndex(name!);
    if (Number(date) < 1 || Number(date) > 31) return null;
    if (year) return stated(`${year}-${two(month + 1)}-${two(Number(date))}`);
    return (
      day && counted(`${yearOfMonth(month, day, text, match.index)}-${two(month + 1)}-${two(Number(date))}`)
    );
  }),
  rule(`(?:early |late |mid-|end of |beginning of )?(${MONTH})(?: of)?,? (${YEAR})`, ([, name, year]) =>
    stated(`${year}-${two(monthIndex(name!) + 1)}`),
  ),
  rule(
    `(?:the )?(?:fiscal )?(first|second|third|fourth|1st|2nd|3rd|4th)[- ]quarter(?: of| in)?(?: fiscal)? (${YEAR})`,
    ([, nth, year]) => stated(quarterValue(Number(year), ORDINALS[nth!.toLowerCase()]!)),
  ),
  rule(
    `(?:the )?(this|last) year's (first|second|third|fourth)[- ]quarter`,
    ([, which, nth], day) =>
      day &&
      counted(
        quarterValue(day.getUTCFullYear() - Number(/last/i.test(which!)), ORDINALS[nth!.toLowerCase()]!),
      ),
  ),
  rule(
    `(?:the )?(?:fiscal |latest ){0,2}(first|second|third|fourth|1st|2nd|3rd|4th)[- ]quarter`,
    ([, nth], day) => {
      if (!day) return null;
      const quarter = ORDINALS[nth!.toLowerCase()]!;
      const now = Math.floor(day.getUTCMonth() / 3) + 1;
      return counted(quarterValue(day.getUTCFullYear() - Number(quarter > now), quarter));
    },
  ),
  rule(
    '(?:the )?(?:latest|most recent|just-ended) (?:quarter|period)',
    (_, day) => day && counted(quarterValue(day.getUTCFullYear(), Math.floor(day.getUTCMonth() / 3))),
  ),
  rule(
    '(this|the current|last|next|the previous) quarter',
    ([, which], day) =>
      day &&
      counted(
        quarterValue(
          day.getUTCFullYear(),
          Math.floor(day.getUTCMonth() / 3) +
            1 +
            (/last|previous/i.test(which!) ? -1 : /next/i.test(which!) ? 1 : 0),
        ),
      ),
  ),
  rule(
    '(?:the )?(?:year-ago|year-earlier) (?:quarter|period)',
    (_, day) => day && counted(quarterValue(day.getUTCFullYear() - 1, Math.floor(day.getUTCMonth() / 3))),
  ),
  rule(`(?:the )?(spring|summer|fall|autumn|winter) of (${YEAR})`, ([, name, year]) =>
    stated(`${year}-${SEASONS[name!.toLowerCase()]}`),
  ),
  rule(
    `(this|last|next) (spring|summer|fall|autumn|winter)`,
    ([, which, name], day) =>
      day &&
      counted(
        `${day.getUTCFullYear() + (/last/i.test(which!) ? (day.getUTCMonth() > 8 && /spring|summer/i.test(name!) ? 0 : -1) : /next/i.test(which!) ? 1 : 0)}-${SEASONS[name!.toLowerCase()]}`,
      ),
  ),
  rule(`(${WEEKDAY})(?: (?:morning|afternoon|evening|night))?`, (match, day, text) => {
    if (!day) return null;
    const before = text.slice(Math.max(0, match.index - 6), match.index);
    if (/s$/i.test(match[0]) || /\bBlack $/.test(before)) return null;
    const found = weekday(match[1]!, day, text, match.index, match.index + match[0].length);
    if (/\blast $/i.test(before) && isoOf(found) === isoOf(day)) return counted(isoOf(plusDays(found, -7)));
    if (/\bnext $/i.test(before))
      return counted(isoOf(plusDays(found, found.getTime() <= day.getTime() ? 7 : 0)));
    return counted(isoOf(found));
  }),
  rule(
    '(?:late |early |earlier )?(today|yesterday|tomorrow|tonight|this morning|this afternoon|this evening|last night)',
    ([, word], day) =>
      day &&
      counted(
        isoOf(plusDays(day, /yesterday|last night/i.test(word!) ? -1 : /tomorrow/i.test(word!) ? 1 : 0)),
      ),
  ),
  rule(
    '(?:the )?day (before yesterday|after tomorrow)',
    ([, word], day) => day && counted(isoOf(plusDays(day, /before/i.test(word!) ? -2 : 2))),
  ),
  rule(
    "(?:earlier |later |late |early )?(this|last|next|the past|the previous|the coming) (week|month|year)(?:'s)?",
    ([, which, unit], day) => {
      if (!day) return null;
      const step = /last|previous/i.test(which!)
        ? -1
        : /next|coming/i.test(which!)
          ? 1
          : /past/i.test(which!) && /year/i.test(unit!)
            ? -1
            : 0;
      if (/week/i.test(unit!)) return counted(weekOf(plusDays(day, 7 * step)));
      if (/month/i.test(unit!)) return counted(monthValue(day.getUTCFullYear(), day.getUTCMonth() + step));
      return counted(String(day.getUTCFullYear() + step));
    },
  ),
  rule(
    '(?:this|last|the|next) weekend',
    ([words], day) => day && counted(`${weekOf(plusDays(day, /last/i.test(words) ? -7 : 0))}-WE`),
  ),
  rule(
    '(?:a year|one year) (?:ago|earlier)|(?:year-ago|year-earlier)',
    (_, day, text) =>
      day &&
      counted(
        /quarter|profit|earnings|net income/i.test(text.slice(0, 3000))
          ? quarterValue(day.getUTCFullYear() - 1, Math.floor(day.getUTCMonth() / 3))
          : String(day.getUTCFullYear() - 1),
      ),
  ),
  rule(
    `(?:about |nearly |almost |some |more than |over )?(${NUMBER}) (day|week|month|year|decade)s? (ago|earlier|later)`,
    ([, count, unit, way], day) => {
      if (!day) return null;
      const step = numberOf(count!) * (/later/i.test(way!) ? 1 : -1);
      if (!Number.isFinite(step) || /later/i.test(way!)) return null;
      if (/day/i.test(unit!)) return counted(isoOf(plusDays(day, step)));
      if (/week/i.test(unit!)) return counted(weekOf(plusDays(day, 7 * step)));
      if (/month/i.test(unit!)) return counted(monthValue(day.getUTCFullYear(), day.getUTCMonth() + step));
      if (/decade/i.test(unit!)) return counted(String(day.getUTCFullYear() + 10 * step).slice(0, 3));
      return counted(String(day.getUTCFullYear() + step));
    },
  ),
  rule(
    `(last|next|this|early|late|mid-?|earlier in|later in|since|in|by|until|from|through|during|of|between) ?(${MONTH})`,
    (match, day, text) => {
      const [whole, which, name] = match;
      if (!day || !/^\p{Lu}/u.test(name!)) return null;
      const month = monthIndex(name!);
      const [year, now] = [day.getUTCFullYear(), day.getUTCMonth()];
      if (/last/i.test(which!)) return counted(`${year - Number(month >= now)}-${two(month + 1)}`);
      if (/next/i.test(which!)) return counted(`${year + Number(month <= now)}-${two(month + 1)}`);
      if (/this/i.test(which!)) return counted(`${year}-${two(month + 1)}`);
      return counted(
        `${yearOfMonth(month, day, text, match.index + whole.length - name!.length)}-${two(month + 1)}`,
      );
    },
  ),
  rule(
    '(January|February|April|June|July|August|September|October|November|December|Sept\\.|Oct\\.|Nov\\.|Dec\\.|Jan\\.|Feb\\.|Aug\\.|March)',
    (match, day, text) => {
      if (!day) return null;
      const month = monthIndex(match[1]!);
      return counted(`${yearOfMonth(month, day, text, match.index)}-${two(month + 1)}`);
    },
    'g',
  ),
  rule(`(?:the )?(?:early |late |mid-)?(${YEAR.replace('\\d\\d', '\\d')}0)s`, ([, decade]) =>
    stated(decade!.slice(0, 3)),
  ),
  rule(
    `(?:early |late |mid-|the end of |the beginning of |end-|fiscal |calendar |year )?(${YEAR})(?!\\s{0,2}(?:people|dollars|points|shares|feet|miles|times|votes|jobs|troops|soldiers|workers|members|men|women|acres|words|percent|%))(?![-–]\\d{3})`,
    (match, _, text) => {
      const before = text.slice(Math.max(0, match.index - 2), match.index);
      return /[$£€#.,]\s?$/.test(before) && !/[,.] $/.test(before) ? null : stated(match[1]!);
    },
  ),
];

/**
 * The dates that a text states, and those that it counts from a day.
 * @param day the day of the article as YYYY-MM-DD; null where it is not known, and nothing can be counted from it.
 */
export function findDates(text: string, day: string | null): FoundDate[] {
  const from = day === null ? null : dayOf(day);
  const plain = text.replaceAll('’', "'");
  const found: FoundDate[] = [];
  const isFree = (start: number, end: number) =>
    found.every((other) => end <= other.start || start >= other.end);
  for (const { pattern, dateOf } of RULES) {
    for (const match of plain.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (!isFree(start, end)) continue;
      const date = dateOf(match as RegExpExecArray, from, plain);
      if (date !== null && isPossible(date.value)) found.push({ start, end, ...date });
    }
  }
  for (const date of chronoDates(plain, from)) if (isFree(date.start, date.end)) found.push(date);
  return found.sort((a, b) => a.start - b.start);
}

const isPossible = (value: string) =>
  !/^\d{4}-\d\d-\d\d$/.test(value) || (!Number.isNaN(Date.parse(value)) && isoOf(dayOf(value)) === value);

/** What the rules for news leave: dates with slashes and the like, as far as they are days. */
function chronoDates(text: string, from: Date | null): FoundDate[] {
  return chrono.en.casual
    .parse(text, from ?? dayOf('2000-01-01'), { forwardDate: false })
    .flatMap(({ index, text: words, start }): FoundDate[] => {
      const isStated = start.isCertain('year') && start.isCertain('month') && start.isCertain('day');
      if (!isStated || !/\d/.test(words) || !/[/.]/.test(words)) return [];
      const value = `${start.get('year')}-${two(start.get('month')!)}-${two(start.get('day')!)}`;
      return [{ start: index, end: index + words.length, value, basis: 'explicit' }];
    });
}

/** A value of TIMEX3 as an EDTF expression: quarters are intervals, seasons have numbers of their own; null for weeks. */
export function edtfOf(value: string): string | null {
  if (/^\d{4}(-\d\d(-\d\d)?)?$/.test(value)) return value;
  if (/^\d{3}$/.test(value)) return `${value}X`;
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(value) ?? [];
  if (quarter) return `${year}-${two(3 * Number(quarter) - 2)}/${year}-${two(3 * Number(quarter))}`;
  const [, of, season] = /^(\d{4})-(SP|SU|FA|WI)$/.exec(value) ?? [];
  if (season) return `${of}-${{ SP: 21, SU: 22, FA: 23, WI: 24 }[season]}`;
  const [, weekYear, week] = /^(\d{4})-W(\d\d)$/.exec(value) ?? [];
  if (!week) return null;
  const fourth = new Date(Date.UTC(Number(weekYear), 0, 4, 12));
  const monday = plusDays(fourth, -((fourth.getUTCDay() + 6) % 7) + 7 * (Number(week) - 1));
  return `${isoOf(monday)}/${isoOf(plusDays(monday, 6))}`;
}
