import type { FoldedWord } from '../match/fold/fold-words.ts';

/** A number that a text gives, by the place of its word. */
export interface Quantity {
  at: number;
  /** What it may be: "nine out of ten" is 9 and 90 per cent, "four decades" is 4 and 40 years. */
  values: number[];
  isRounded: boolean;
  /** Whether a text may leave it out, or give it, without giving other numbers. */
  isLoose: boolean;
  /** Whether it is a year: the year since which is no other number than the years since then. */
  isYear: boolean;
}

const ROUNDING = new Set(
  'about almost nearly around roughly approxim some over more less under fewer least most close up dozen near'.split(
    ' ',
  ),
);
/** So far from each other a number and a round one for it may be, as a share of the greater. */
const ROUNDED = 0.13;
/** A rounding word stands so near in front of its number. */
const NEAR = 3;
const TIMES: Record<string, number> = { decad: 10, centuri: 100, dozen: 12 };
/** What is a number without one: "half", "a decade". */
const LOOSE: Record<string, number> = {
  half: 50,
  decad: 10,
  centuri: 100,
  week: 7,
  month: 30,
  third: 33.3,
  quarter: 25,
};
/** Words between the two numbers of a share: "nine products out of ten". */
const BETWEEN = 3;

/** The numbers that a text gives. */
export function quantitiesOf(words: readonly FoldedWord[]): Quantity[] {
  const found: Quantity[] = [];
  for (const [at, { key, isNumber }] of words.entries()) {
    if (!isNumber) {
      const value = LOOSE[key];
      if (value !== undefined && !words[at - 1]?.isNumber)
        found.push({ at, values: [value], isRounded: false, isLoose: true, isYear: false });
      continue;
    }
    const value = Number(key);
    const times = TIMES[words[at + 1]?.key ?? ''];
    const whole = wholeOf(words, at);
    found.push({
      at,
      values: [value, ...(times ? [value * times] : []), ...(whole ? [(100 * value) / whole] : [])],
      isRounded: words.slice(Math.max(0, at - NEAR), at).some((word) => ROUNDING.has(word.key)),
      isLoose: isWhole(words, at),
      isYear: Number.isInteger(value) && value >= 1900 && value < 2100,
    });
  }
  return found;
}

/** What a number is a share of: the ten of "nine out of ten". */
function wholeOf(words: readonly FoldedWord[], at: number): number | null {
  for (let there = at + 1; there <= at + BETWEEN + 2 && there < words.length; there++)
    if (words[there]!.isNumber) return isWhole(words, there) ? Number(words[there]!.key) : null;
  return null;
}

const isWhole = (words: readonly FoldedWord[], at: number): boolean =>
  words[at - 2]?.key === 'out' && words[at - 1]?.key === 'of';

/** Whether two numbers may be the same one. */
export const mayBeSame = (one: Quantity, other: Quantity): boolean =>
  one.values.some((here) =>
    other.values.some(
      (there) =>
        Math.abs(here - there) < 0.5 * Math.min(1, here) ||
        ((one.isRounded || other.isRounded) && Math.abs(here - there) <= ROUNDED * Math.max(here, there)),
    ),
  );

/** Whether each of two texts gives a number that the other does not give. */
export const giveOtherNumbers = (one: readonly Quantity[], other: readonly Quantity[]): boolean =>
  hasAnother(one, other) && hasAnother(other, one);

const hasAnother = (one: readonly Quantity[], other: readonly Quantity[]) =>
  one.some(
    (quantity) =>
      !quantity.isLoose &&
      !other.some((there) => mayBeSame(quantity, there)) &&
      (!quantity.isYear || other.some(({ isYear }) => isYear)),
  );
