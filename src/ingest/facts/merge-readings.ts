import { compareText } from '../../model/compare-text.ts';

/** What articles say is weighed by which of them say it, and when these were published. */
export interface Sourced {
  article: { id: string };
  /** First day on which the article may have been published. */
  publishedEarliest: string | null;
}

/** What the readings of several articles come to. */
export interface Merged<Of> {
  value: Of | null;
  /** Whether they exclude each other. */
  isContested: boolean;
}

/** The earlier published first, what bears no date last; then by the ids of the articles. */
export const byPublication = (a: Sourced, b: Sourced): number =>
  compareText(a.publishedEarliest ?? '9999-12-32', b.publishedEarliest ?? '9999-12-32') ||
  compareText(a.article.id, b.article.id);

/** Ids of the articles of some readings, each once, in their order. */
export const articlesOf = (readings: readonly Sourced[]): string[] =>
  [...new Set(readings.map(({ article }) => article.id))].sort();

/** What more articles say comes first, then what was published earlier. */
const byWeight = (a: readonly Sourced[], b: readonly Sourced[]): number =>
  articlesOf(b).length - articlesOf(a).length ||
  byPublication(a.toSorted(byPublication)[0]!, b.toSorted(byPublication)[0]!);

/** The value that most articles give, of those that as many give the earlier published; a null gives way to a value. */
export function mergeValues<Of extends string, Reading extends Sourced>(
  readings: readonly Reading[],
  read: (reading: Reading) => Of | null,
  givesWay: (value: Of, other: Of) => boolean = () => false,
): Merged<Of> {
  const groups = [...Map.groupBy(readings, read)].flatMap(([value, of]) =>
    value === null ? [] : [{ value, of }],
  );
  const left = groups.filter(({ value }) => !groups.some((other) => givesWay(value, other.value)));
  const [first] = left.sort((a, b) => byWeight(a.of, b.of) || compareText(a.value, b.value));
  return { value: first?.value ?? null, isContested: left.length > 1 };
}

/** A date as an article gives it, with the days that it may mean. */
export interface DateReading {
  edtf: string | null;
  earliest: string | null;
  latest: string | null;
  basis: string | null;
}

type Dated = DateReading & { edtf: string; earliest: string; latest: string };

const BASES = ['explicit', 'relative', 'article'];

const UNDATED = { edtf: null, basis: 'unknown' };

/**
 * One date out of those that articles give. Dates that overlap merge into the narrowest of them; where dates exclude each
 * other, that of the better basis is preferred, then what more articles say, then what was published earlier.
 */
export function mergeDates<Reading extends Sourced>(
  readings: readonly Reading[],
  dateOf: (reading: Reading) => DateReading,
): { date: { edtf: string | null; basis: string }; isContested: boolean } {
  const dated = readings.flatMap((reading) => {
    const date = dateOf(reading);
    return date.edtf === null ? [] : [{ date: date as Dated, reading }];
  });
  const groups = [...Map.groupBy(dated, ({ date }) => `${date.edtf} ${date.basis}`).values()].map((of) => ({
    date: of[0]!.date,
    of: of.map(({ reading }) => reading),
  }));
  groups.sort(
    (a, b) =>
      BASES.indexOf(a.date.basis!) - BASES.indexOf(b.date.basis!) ||
      byWeight(a.of, b.of) ||
      compareText(a.date.edtf, b.date.edtf),
  );
  const [preferred] = groups;
  if (!preferred) return { date: UNDATED, isContested: false };
  const near = groups.filter(({ date }) => overlap(date, preferred.date));
  const narrowest = near.reduce((best, one) => (days(one.date) < days(best.date) ? one : best));
  const isContested = groups.some((one) => groups.some((other) => !overlap(one.date, other.date)));
  const { edtf, basis } = narrowest.date;
  return { date: { edtf, basis: basis! }, isContested };
}

const overlap = (a: Dated, b: Dated) => a.earliest <= b.latest && b.earliest <= a.latest;

const DAY = 86_400_000;
const days = ({ earliest, latest }: Dated) => (Date.parse(latest) - Date.parse(earliest)) / DAY;

/** Whether an act of CAMEO says less than another: the residual one of all, or of the other's root, or the root. */
export function isResidualOf(code: string, other: string): boolean {
  if (code === other) return false;
  if (code === RESIDUAL) return !RESIDUAL.startsWith(other);
  const stem = code.length === 3 && code.endsWith('0') ? code.slice(0, 2) : code;
  return other.length > stem.length && other.startsWith(stem);
}

/** "Make statement, not specified". */
const RESIDUAL = '010';
