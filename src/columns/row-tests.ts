import type { Parameters } from '../db/client.ts';
import type { Test } from '../db/tally-order.ts';
import { type Mark, marks, NONE } from './tally/columns.ts';
import { dayNumber } from './tally/day-number.ts';
import { actNumber, flagBits, quoteBits } from './words.ts';

/*
 * Those filters of statements that ask for nothing but what a row in memory has, by the parameters of `conditions.ts`; a test holds both to
 * each other.
 */

const MOST = 2 ** 31 - 1;

const isMarked = (mark: Mark) => (is: boolean) => ({ column: 'marks', bits: marks(mark), is }) as const;

const SIGNS: Record<string, readonly [number, number]> = {
  positive: [1, MOST],
  neutral: [0, 0],
  negative: [NONE + 1, -1],
};

const TESTS = {
  saidFrom: (day: string) => ({ column: 'until', within: [[dayNumber(day), MOST]] }),
  saidTo: (day: string) => ({ column: 'since', within: [[NONE + 1, dayNumber(day)]] }),
  dated: () => isMarked('dated')(true),
  undated: () => isMarked('dated')(false),
  anythingAs: (as: string) => isMarked(as === 'topic' ? 'hasTopics' : 'hasTargets')(true),
  contested: isMarked('contested'),
  unattributed: isMarked('unattributed'),
  unattributedByAny: isMarked('nameless'),
  codes: (codes: string[]) => ({ column: 'act', oneOf: codes.map(actNumber) }),
  polarity: (signs: string[]) => ({ column: 'score', within: signs.map((sign) => SIGNS[sign]!) }),
  quoteType: (types: string[]) => ({ column: 'quotes', bits: quoteBits(types), is: true }),
  flag: (flags: string[]) => ({ column: 'flags', bits: flagBits(flags), is: true }),
  anyFlag: (flags: string[]) => ({ column: 'anyFlags', bits: flagBits(flags), is: true }),
  reportedFrom: (day: string) => ({ column: 'reportedLatest', within: [[dayNumber(day), MOST]] }),
  reportedTo: (day: string) => ({ column: 'reportedEarliest', within: [[NONE + 1, dayNumber(day)]] }),
  minOutlets: (least: number) => ({ column: 'outlets', within: [[least, MOST]] }),
  maxOutlets: (most: number) => ({ column: 'outlets', within: [[0, most]] }),
} satisfies Record<string, (value: never) => Test>;

const isTested = (name: string): name is keyof typeof TESTS => Object.hasOwn(TESTS, name);

/** The tests of those parameters that rows in memory are enough for. */
export const rowTests = (given: readonly string[], parameters: Parameters): Test[] =>
  given.filter(isTested).map((name) => (TESTS[name] as (value: unknown) => Test)(parameters[name]));

/** Those parameters that they are not enough for. */
export const untested = (given: readonly string[]): string[] => given.filter((name) => !isTested(name));
