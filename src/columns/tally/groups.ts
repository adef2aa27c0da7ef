import { NONE as UNKNOWN } from './columns.ts';

type Numbers = Int32Array;

/** As a whole number of this file, which loops compare with faster than with one of another file. */
const NONE = UNKNOWN | 0;

/** Groups as they are added up: those of none are the first, and that of a number `base` is the second. */
export interface Groups {
  base: number;
  /** `WIDTH` numbers of each group. */
  sums: Float64Array;
}

/*
 * What a row adds to its group depends on its score alone, so that it is looked up: two counts as one number, and so another two, and
 * the score itself. That takes half the time of asking of each row whether it is scored and how.
 */
export const WIDTH = 3;
/** The upper of two counts is in units of this; it is so many rows that can be counted. */
const UPPER = 2 ** 26;
/** No score is farther from zero, in tenths. */
const MOST = 1000;
const ADDENDS = addends();

/** By scores from `-MOST` on, each one further on; those of a row without a score are the first. */
function addends(): Float64Array {
  const all = new Float64Array((2 * MOST + 2) * WIDTH);
  all[0] = 1;
  for (let score = -MOST; score <= MOST; score++) {
    const place = (score + MOST + 1) * WIDTH;
    all[place] = 1 + (score > 0 ? UPPER : 0);
    all[place + 1] = 1 + (score < 0 ? UPPER : 0);
    all[place + 2] = score;
  }
  return all;
}

export const upper = (sum: number): number => Math.floor(sum / UPPER);
export const lower = (sum: number): number => sum - upper(sum) * UPPER;

/** Groups of the numbers between two, to which nothing was added yet. */
export const groupsBetween = (low: number, high: number): Groups => ({
  base: low,
  sums: new Float64Array((high - low + 2) * WIDTH),
});

let scratch = new Float64Array(0);

/** The same in memory that the next ones take: what is kept of them has to be copied. */
export function passingGroupsBetween(low: number, high: number): Groups {
  const length = (high - low + 2) * WIDTH;
  if (scratch.length < length) scratch = new Float64Array(length);
  return { base: low, sums: scratch.subarray(0, length).fill(0) };
}

/** The place of a number's group. */
export const placeOf = (number: number, base: number) => (number === NONE ? 0 : number - base + 1) * WIDTH;

/** Which rows a column groups, and how they are scored. */
export interface Columns {
  by: Numbers | undefined;
  score: Numbers;
  marks: Numbers;
  /** Marks of which one tells that a row has no score. */
  unscored: number;
}

/** Adds rows to their groups without their scores. */
export function addCounted(rows: Numbers, count: number, { by }: Columns, { base, sums }: Groups): void {
  if (!by) sums[0]! += count;
  else
    for (let at = 0; at < count; at++) {
      const place = placeOf(by[rows[at]!]!, base);
      sums[place] = sums[place]! + 1;
    }
}

/** Adds rows to their groups with their scores. */
export function addScored(
  rows: Numbers,
  count: number,
  { by, score, marks, unscored }: Columns,
  { base, sums }: Groups,
): void {
  for (let at = 0; at < count; at++) {
    const row = rows[at]!;
    addRow(sums, by ? placeOf(by[row]!, base) : 0, (marks[row]! & unscored) === 0 ? score[row]! : NONE);
  }
}

export function addRow(sums: Float64Array, place: number, score: number): void {
  const from = score === NONE ? 0 : (score + MOST + 1) * WIDTH;
  sums[place] = sums[place]! + ADDENDS[from]!;
  sums[place + 1] = sums[place + 1]! + ADDENDS[from + 1]!;
  sums[place + 2] = sums[place + 2]! + ADDENDS[from + 2]!;
}

export function addGroup(sums: Float64Array, place: number, other: Float64Array, from: number): void {
  for (let at = 0; at < WIDTH; at++) sums[place + at] = sums[place + at]! + other[from + at]!;
}
