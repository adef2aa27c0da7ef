import { joinedSql, type Sql, sql } from '../../db/sql.ts';
import type { ColumnName, GroupColumn, NamedKind } from '../../db/tally-order.ts';
import { bitsOf } from '../bits.ts';

/*
 * Statements as columns of whole numbers in memory. The rows are those of `said`, and one more for each further article that
 * reports a statement.
 */

/** A number that is not known. */
export const NONE = -(2 ** 31);

/** What a row is or is not: each is a bit of the column `marks`. */
const MARKS = {
  /** It stands for the statement itself. */
  once: sql`NOT further AND i = 0 AND j = 0`,
  firstSpeaker: sql`NOT further AND i = 0`,
  firstTarget: sql`NOT further AND j = 0`,
  /** Its speaker counts by the preferred attribution, or by any. */
  preferred: sql`NOT further AND preferred`,
  attributed: sql`NOT further AND attributed`,
  about: sql`NOT further AND isabout`,
  topic: sql`topic`,
  /** It has both a speaker and a target. */
  link: sql`NOT further AND speaker IS NOT NULL AND target IS NOT NULL`,
  /** It stands for the statement in its article: in the first one, or it is that of a further one. */
  report: sql`further OR i = 0 AND j = 0`,
  hasTargets: sql`targets > 0`,
  hasTopics: sql`topics > 0`,
  severalSpeakers: sql`speakers > 1`,
  severalAttributed: sql`anyspeakers > 1`,
  contested: sql`contested`,
  unattributed: sql`unattributed`,
  nameless: sql`nameless`,
  dated: sql`day IS NOT NULL`,
};
export type Mark = keyof typeof MARKS;

const bitsOfMarks = bitsOf(Object.keys(MARKS));

/** Some marks as bits. */
export const marks = (...names: Mark[]): number => bitsOfMarks(names);

const ALL_MARKS = Object.values(MARKS).reduceRight(
  (rest, is) => sql`CASE WHEN ${is} THEN 1 ELSE 0 END + 2 * (${rest})`,
  sql`0`,
);

const orNone = (value: Sql) => sql`coalesce(${value}, -2147483648)`;

/** What is read into each column. */
const COLUMNS: Record<ColumnName, Sql> = {
  n: sql`n`,
  marks: ALL_MARKS,
  speaker: orNone(sql`speaker`),
  target: orNone(sql`target`),
  pair: sql`pair`,
  article: orNone(sql`article`),
  /** Days as the index numbers them. */
  day: orNone(sql`CASE WHEN day > 0 THEN day END`),
  since: sql`daynumber(since)`,
  until: sql`daynumber(until)`,
  reportedEarliest: orNone(sql`daynumber(reportedearliest)`),
  reportedLatest: orNone(sql`daynumber(reportedlatest)`),
  act: orNone(sql`act`),
  score: orNone(sql`score`),
  quotes: sql`quotes`,
  flags: sql`flags`,
  anyFlags: sql`anyflags`,
  /** Of those who are described where nobody is named. */
  roles: sql`roles`,
  anyRoles: sql`anyroles`,
  outlets: sql`outlets`,
};
export const COLUMN_NAMES = Object.keys(COLUMNS) as ColumnName[];

/** All columns of a row, in the order of their names. */
export const COLUMN_VALUES: Sql = joinedSql(
  Object.values(COLUMNS).map((value) => sql`(${value})::INTEGER`),
  ', ',
);

/** The least and the greatest number that is known. */
export interface Span {
  low: number;
  high: number;
}

/** Rows are gone through so many at a time, so that they stay in the fastest cache. */
export const BLOCK = 8192;

/** Columns of which each block tells its least and its greatest number. */
export const ZONED = [
  'day',
  'since',
  'until',
  'reportedEarliest',
  'reportedLatest',
  'outlets',
  'score',
] as const;
export type ZonedColumn = (typeof ZONED)[number];

/** The least and the greatest number of each block of a column. */
interface Zones {
  low: Int32Array<SharedArrayBuffer>;
  high: Int32Array<SharedArrayBuffer>;
}

type RankedKind = Exclude<NamedKind, 'statement'>;

/** Rows in memory that threads share, as far as `length`. */
export interface SharedRows {
  /** Another one whenever any of it has changed. */
  state: number;
  columns: Record<ColumnName, Int32Array<SharedArrayBuffer>>;
  length: number;
  zones: Record<ZonedColumn, Zones>;
  /** The marks that all rows of each block have, and those that any of them has. */
  blockMarks: { all: Int32Array<SharedArrayBuffer>; any: Int32Array<SharedArrayBuffer> };
  spans: Record<GroupColumn, Span>;
  /** Where entities and events, and articles, come in the order of their ids, by their numbers. */
  ranks: Record<RankedKind, Int32Array<SharedArrayBuffer>>;
  /** The roles of each entity as bits, by its number. */
  holders: Int32Array<SharedArrayBuffer>;
  /** The speaker and the target of each pair, by its number. */
  pairs: { speaker: Int32Array<SharedArrayBuffer>; target: Int32Array<SharedArrayBuffer> };
}

/** The spans of columns without rows. */
export const noSpans = (): SharedRows['spans'] => ({
  speaker: { ...NOTHING },
  target: { ...NOTHING },
  pair: { ...NOTHING },
  article: { ...NOTHING },
  day: { ...NOTHING },
  act: { ...NOTHING },
  score: { ...NOTHING },
});
const NOTHING: Span = { low: 0, high: -1 };

/** Extends a span to a number, if it is known. */
export function extend(span: Span, number: number): void {
  if (number === NONE) return;
  if (span.high < span.low) {
    span.low = number;
    span.high = number;
  } else if (number < span.low) span.low = number;
  else if (number > span.high) span.high = number;
}

/** Extends what is told of blocks to the rows from one place to another. */
export function extendBlocks(rows: Omit<SharedRows, 'length'>, from: number, to: number): void {
  for (let first = from; first < to; ) {
    const block = Math.floor(first / BLOCK);
    const end = Math.min(to, (block + 1) * BLOCK);
    extendBlock(rows, block, first, end);
    first = end;
  }
}

function extendBlock(
  { columns, zones, blockMarks }: Omit<SharedRows, 'length'>,
  block: number,
  from: number,
  to: number,
): void {
  const isNew = from % BLOCK === 0;
  for (const name of ZONED) {
    const { low, high } = zones[name];
    const column = columns[name];
    let [least, most] = isNew ? [column[from]!, column[from]!] : [low[block]!, high[block]!];
    for (let row = from; row < to; row++) {
      const number = column[row]!;
      if (number < least) least = number;
      if (number > most) most = number;
    }
    low[block] = least;
    high[block] = most;
  }
  let [all, any] = isNew ? [-1, 0] : [blockMarks.all[block]!, blockMarks.any[block]!];
  for (let row = from; row < to; row++) {
    all &= columns.marks[row]!;
    any |= columns.marks[row]!;
  }
  blockMarks.all[block] = all;
  blockMarks.any[block] = any;
}
