import type { Choice, NumberSet, TallyOrder, Test } from '../../db/tally-order.ts';
import { BLOCK, marks, type SharedRows, type ZonedColumn } from './columns.ts';

/*
 * The rows that an order asks for, found test by test. Each loop does one thing to one column, which is what makes it fast; a block of
 * rows goes through all of them before the next, and through no test that what is told of the block decides.
 */

type Numbers = Int32Array;

/** The rows of a block that pass so far, and those that a test has left. */
const found = new Int32Array(BLOCK);
const left = new Int32Array(BLOCK);
let leftCount = 0;

const ONCE = marks('once');
/** What a row that stands for its statement has too. */
const OF_ONCE = marks('firstSpeaker', 'firstTarget', 'report');

/** Which rows of its choices an order is asked for: those that match, or those that do not. */
export type Side = 'matching' | 'others';

/** The rows of an order on one side: their places in the columns. */
export class Matching {
  readonly #rows: SharedRows;
  readonly #order: TallyOrder;
  readonly #side: Side;
  /** How many statements are on that side, as far as rows of the first choice were given out. */
  total = 0;

  constructor(rows: SharedRows, order: TallyOrder, side: Side = 'matching') {
    this.#rows = rows;
    this.#order = order;
    this.#side = side;
  }

  /** Gives out the places of the rows of a choice, so many at a time. */
  forEach(choice: Choice, take: (rows: Numbers, count: number) => void): void {
    const { columns, length } = this.#rows;
    const { choices, rowTests = [], total } = this.#order;
    const isFirst = total && choice === choices[0];
    const isCounting = isFirst && choice.with !== ONCE;
    const { all, without, tests } = this.#asked(isCounting ? { with: choice.with & OF_ONCE } : choice);
    // No row both has a mark and does not.
    if ((all & without) !== 0) return;
    const asked = choice.with | (choice.without ?? 0);
    const ofStatements = tests.map((test) => new BlockTest(this.#rows, test));
    const ofRows = rowTests.map((test) => new BlockTest(this.#rows, test));
    const isOther = this.#side === 'others';
    const rows = isOther ? left : found;
    for (let from = 0; from < length; from += BLOCK) {
      const block = from / BLOCK;
      if (isOther) {
        if (
          ofStatements.every((test) => test.passesAll(block)) &&
          ofRows.every((test) => test.passesAll(block))
        )
          continue;
      } else if (ofStatements.some((test) => test.passesNone(block))) continue;
      let count = marked(columns.marks, from, Math.min(from + BLOCK, length), all, all | without);
      leftCount = 0;
      for (const test of ofStatements) count = test.keep(block, count);
      let given = isOther ? leftCount : count;
      if (isFirst) this.total += isCounting ? countMarked(columns.marks, rows, given) : given;
      for (const test of ofRows) count = test.keep(block, count);
      given = isOther ? leftCount : count;
      if (isCounting) given = keepMarked(columns.marks, rows, choice.with, asked, given);
      if (given > 0) take(rows, given);
    }
  }

  /** What gives out those of some rows that match and are of a choice, so many at a time. */
  among({
    with: all,
    without = 0,
  }: Choice): (places: Numbers, take: (rows: Numbers, count: number) => void) => void {
    const { columns } = this.#rows;
    const { tests, rowTests = [] } = this.#order;
    const keeps = [...tests, ...rowTests].map((test) => keeping(columns[test.column], test));
    return (places, take) => {
      for (let from = 0; from < places.length; from += BLOCK) {
        const some = places.subarray(from, from + BLOCK);
        found.set(some);
        let count = keepMarked(columns.marks, found, all, all | without, some.length);
        leftCount = 0;
        for (const keep of keeps) count = keep(count);
        if (count > 0) take(found, count);
      }
    };
  }

  /** The marks that are asked for, and the other tests; those that do not match may be so for want of a mark. */
  #asked({ with: all, without = 0 }: Choice): Asked {
    const { tests } = this.#order;
    return this.#side === 'matching' ? withMarks(all, without, tests) : { all, without, tests };
  }
}

interface Asked {
  all: number;
  without: number;
  tests: readonly Test[];
}

/** Marks that tests ask for are asked for together with those of the choice. */
function withMarks(all: number, without: number, tests: readonly Test[]): Asked {
  const asked = { all, without, tests: [] as Test[] };
  for (const test of tests) {
    const bits = test.column === 'marks' && 'is' in test ? test.bits : 0;
    const isOne = bits !== 0 && (bits & (bits - 1)) === 0;
    if ('is' in test && !test.is && bits !== 0) asked.without |= bits;
    else if (isOne) asked.all |= bits;
    else asked.tests.push(test);
  }
  return asked;
}

/** About which share of the rows of an order's first choice match: that of some thousand from all over. */
export function shareMatching(rows: SharedRows, { choices, tests, rowTests = [] }: TallyOrder): number {
  const { columns, length } = rows;
  const { with: all, without = 0 } = choices[0]!;
  const step = Math.max(1, Math.floor(length / BLOCK));
  let count = 0;
  for (let row = 0; row < length && count < BLOCK; row += step)
    if ((columns.marks[row]! & (all | without)) === all) found[count++] = row;
  leftCount = 0;
  const asked = count;
  for (const test of [...tests, ...rowTests]) count = keeping(columns[test.column], test)(count);
  return asked === 0 ? 0 : count / asked;
}

/** A test of the rows of a block that were found. */
class BlockTest {
  readonly #keep: (count: number) => number;
  /** Whether all rows of a block pass, or none of them, as far as that is told of it. */
  readonly passesAll: (block: number) => boolean;
  readonly passesNone: (block: number) => boolean;

  constructor({ columns, zones, blockMarks }: SharedRows, test: Test) {
    this.#keep = keeping(columns[test.column], test);
    const zone = zones[test.column as ZonedColumn];
    if ('within' in test && zone) {
      const { low, high } = zone;
      this.passesAll = (block) =>
        test.within.some(([least, most]) => low[block]! >= least && high[block]! <= most);
      this.passesNone = (block) =>
        test.within.every(([least, most]) => high[block]! < least || low[block]! > most);
    } else if ('is' in test && test.column === 'marks') {
      const { bits, is } = test;
      const haveOne = (block: number) => (blockMarks.all[block]! & bits) !== 0;
      const haveNone = (block: number) => (blockMarks.any[block]! & bits) === 0;
      this.passesAll = is ? haveOne : haveNone;
      this.passesNone = is ? haveNone : haveOne;
    } else this.passesAll = this.passesNone = () => false;
  }

  /** Keeps those of so many rows that pass, and says how many these are. */
  keep(block: number, count: number): number {
    return this.passesAll(block) ? count : this.#keep(count);
  }
}

/** How many of so many rows stand for their statements. */
function countMarked(column: Numbers, rows: Numbers, count: number): number {
  let marked = 0;
  for (let at = 0; at < count; at++) marked += (column[rows[at]!]! & ONCE) === 0 ? 0 : 1;
  return marked;
}

function keepMarked(column: Numbers, rows: Numbers, all: number, asked: number, count: number): number {
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const row = rows[at]!;
    rows[kept] = row;
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
  let gone = leftCount;
  for (let at = 0; at < count; at++) {
    const row = found[at]!;
    const number = column[row]!;
    const is = (number >= low && number <= high) || (number >= from && number <= to) ? 1 : 0;
    found[kept] = row;
    left[gone] = row;
    kept += is;
    gone += 1 - is;
  }
  leftCount = gone;
  return kept;
}

function keepIn(column: Numbers, set: Numbers, count: number): number {
  const words = set.length;
  let kept = 0;
  let gone = leftCount;
  for (let at = 0; at < count; at++) {
    const row = found[at]!;
    const number = column[row]!;
    const word = number >>> 5;
    const is = word < words ? (set[word]! >>> (number & 31)) & 1 : 0;
    found[kept] = row;
    left[gone] = row;
    kept += is;
    gone += 1 - is;
  }
  leftCount = gone;
  return kept;
}

function keepBits(column: Numbers, bits: number, is: boolean, count: number): number {
  let kept = 0;
  let gone = leftCount;
  for (let at = 0; at < count; at++) {
    const row = found[at]!;
    const passes = ((column[row]! & bits) !== 0) === is ? 1 : 0;
    found[kept] = row;
    left[gone] = row;
    kept += passes;
    gone += 1 - passes;
  }
  leftCount = gone;
  return kept;
}

function keepIf(column: Numbers, passes: (number: number) => boolean, count: number): number {
  let kept = 0;
  let gone = leftCount;
  for (let at = 0; at < count; at++) {
    const row = found[at]!;
    const is = passes(column[row]!) ? 1 : 0;
    found[kept] = row;
    left[gone] = row;
    kept += is;
    gone += 1 - is;
  }
  leftCount = gone;
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
