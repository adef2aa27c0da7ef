import type { Choice, NumberSet, TallyOrder, Test } from '../../db/tally-order.ts';
import { marks, type SharedRows } from './columns.ts';

/*
 * The rows that an order asks for, found test by test. Each loop does one thing to one column, which is what makes it fast; some
 * thousand rows go through all of them before the next, so that they stay in the fastest cache.
 */

type Numbers = Int32Array;

const BLOCK = 8192;
const found = new Int32Array(BLOCK);

const ONCE = marks('once');
/** What a row that stands for its statement has too. */
const OF_ONCE = marks('firstSpeaker', 'firstTarget', 'report');

/** The rows that match an order: their places in the columns. */
export class Matching {
  readonly #rows: SharedRows;
  readonly #order: TallyOrder;
  /** How many statements match, as far as rows of the first choice were given out. */
  total = 0;

  constructor(rows: SharedRows, order: TallyOrder) {
    this.#rows = rows;
    this.#order = order;
  }

  /** Gives out the places of the rows of a choice, so many at a time. */
  forEach(choice: Choice, take: (rows: Numbers, count: number) => void): void {
    const { columns, length } = this.#rows;
    const { choices, tests, rowTests = [], total } = this.#order;
    const isFirst = total && choice === choices[0];
    const isCounting = isFirst && choice.with !== ONCE;
    const {
      with: all,
      without,
      others,
    } = withMarks(isCounting ? { with: choice.with & OF_ONCE } : choice, tests);
    // No row both has a mark and does not.
    if ((all & without) !== 0) return;
    const asked = choice.with | (choice.without ?? 0);
    const keepStatements = others.map((test) => keeping(columns[test.column], test));
    const keepRows = rowTests.map((test) => keeping(columns[test.column], test));
    for (let from = 0; from < length; from += BLOCK) {
      let count = marked(columns.marks, from, Math.min(from + BLOCK, length), all, all | without);
      for (const keep of keepStatements) count = keep(count);
      if (isCounting) {
        this.total += countMarked(columns.marks, count);
        count = keepMarked(columns.marks, choice.with, asked, count);
      } else if (isFirst) this.total += count;
      for (const keep of keepRows) count = keep(count);
      if (count > 0) take(found, count);
    }
  }
}

/** Marks that tests ask for are asked for together with those of the choice. */
function withMarks({ with: all, without = 0 }: Choice, tests: readonly Test[]) {
  const asked = { with: all, without, others: [] as Test[] };
  for (const test of tests) {
    const bits = test.column === 'marks' && 'is' in test ? test.bits : 0;
    const isOne = bits !== 0 && (bits & (bits - 1)) === 0;
    if ('is' in test && !test.is && bits !== 0) asked.without |= bits;
    else if (isOne) asked.with |= bits;
    else asked.others.push(test);
  }
  return asked;
}

/** How many of so many rows that were found stand for their statements. */
function countMarked(column: Numbers, count: number): number {
  let marked = 0;
  for (let at = 0; at < count; at++) marked += (column[found[at]!]! & ONCE) === 0 ? 0 : 1;
  return marked;
}

function keepMarked(column: Numbers, all: number, asked: number, count: number): number {
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const row = found[at]!;
    found[kept] = row;
    kept += (column[row]! & asked) === all ? 1 : 0;
  }
  return kept;
}

function marked(column: Numbers, from: number, to: number, all: number, asked: number): number {
  let count = 0;
  for (let row = from; row < to; row++) {
    found[count] = row;
    count += (column[row]! & asked) === all ? 1 : 0;
  }
  return count;
}

/** Keeps those of so many rows that were found whose number passes a test, and says how many these are. */
function keeping(column: Numbers, test: Test): (count: number) => number {
  if ('within' in test) {
    const [one, other = NOWHERE, ...more] = test.within;
    if (one && more.length === 0) return (count) => keepWithin(column, one, other, count);
    const passes = (number: number) => test.within.some(([low, high]) => number >= low && number <= high);
    return (count) => keepIf(column, passes, count);
  }
  if ('is' in test) return (count) => keepBits(column, test.bits, test.is, count);
  const set = 'oneOf' in test ? setOf(test.oneOf) : denseSet(test);
  return (count) => keepIn(column, set, count);
}

type Range = readonly [number, number];
const NOWHERE: Range = [1, 0];

function keepWithin(column: Numbers, [low, high]: Range, [from, to]: Range, count: number): number {
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const row = found[at]!;
    const number = column[row]!;
    found[kept] = row;
    kept += (number >= low && number <= high) || (number >= from && number <= to) ? 1 : 0;
  }
  return kept;
}

function keepIn(column: Numbers, set: Numbers, count: number): number {
  const words = set.length;
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const row = found[at]!;
    const number = column[row]!;
    const word = number >>> 5;
    found[kept] = row;
    kept += word < words ? (set[word]! >>> (number & 31)) & 1 : 0;
  }
  return kept;
}

function keepBits(column: Numbers, bits: number, is: boolean, count: number): number {
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const row = found[at]!;
    found[kept] = row;
    kept += ((column[row]! & bits) !== 0) === is ? 1 : 0;
  }
  return kept;
}

function keepIf(column: Numbers, passes: (number: number) => boolean, count: number): number {
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const row = found[at]!;
    found[kept] = row;
    kept += passes(column[row]!) ? 1 : 0;
  }
  return kept;
}

function denseSet({ words, bits }: NumberSet): Numbers {
  const set = new Int32Array(words.reduce((most, word) => Math.max(most, word), -1) + 1);
  for (const [at, word] of words.entries()) set[word] = bits[at]!;
  return set;
}

function setOf(numbers: readonly number[]): Numbers {
  const set = new Int32Array((Math.max(0, ...numbers) >>> 5) + 1);
  for (const number of numbers) set[number >>> 5]! |= 1 << (number & 31);
  return set;
}
