import type { FoldedWord } from './fold/fold-words.ts';

/** A number that a text gives, by the place of its word. */
export interface Quantity {
  at: number;
  /** What it may be, first as it is written: "nine out of ten" is 9 and 90 per cent, "four decades" is 4 and 40 years, "three weeks" 3 and 21 days. */
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
/** So far apart are a month and thirty days, or two thirds and 67 per cent. */
const DERIVED = 0.02;
/** A rounding word stands so near in front of its number. */
const NEAR = 3;
const TIMES = new Map(
  Object.entries({ decad: 10, centuri: 100, dozen: 12, day: 24, week: 7, month: 30.4, year: 365 }),
);
/** "two thirds", as per cent. */
const FRACTIONS = new Map(
  Object.entries({
    third: 33.3,
    quarter: 25,
    fifth: 20,
    sixth: 16.7,
    eighth: 12.5,
    tenth: 10,
  }),
);
/** What is a number without one: "half", "a decade". */
const LOOSE = new Map(
  Object.entries({
    half: 50,
    decad: 10,
    centuri: 100,
    week: 7,
    month: 30,
    third: 33.3,
    quarter: 25,
  }),
);
/** Words between the two numbers of a share: "nine products out of ten". */
const BETWEEN = 3;
/** What shares are of: "one in fifty". */
const WHOLES = new Set([3, 4, 5, 6, 8, 10, 20, 25, 50, 100, 1000]);
const TIME = new Set('second minut hour day week month year decad'.split(' '));

/** The numbers that a text gives. */
export function quantitiesOf(words: readonly FoldedWord[]): Quantity[] {
  const found: Quantity[] = [];
  for (const [at, { key, isNumber }] of words.entries()) {
    const whole = wholeOf(words, at);
    if (!isNumber && !(key === 'one' && whole)) {
      const value = LOOSE.get(key) ?? (isPart(words, at) ? FRACTIONS.get(key) : undefined);
      if (value !== undefined && !words[at - 1]?.isNumber)
        found.push({ at, values: [value], isRounded: false, isLoose: true, isYear: false });
      continue;
    }
    const value = key === 'one' ? 1 : Number(key);
    const next = words[at + 1]?.key ?? '';
    const [times, fraction] = [TIMES.get(next), FRACTIONS.get(next)];
    found.push({
      at,
      values: [
        value,
        ...(times ? [value * times] : []),
        ...(fraction ? [value * fraction] : []),
        ...(whole ? [(100 * value) / whole] : []),
      ],
      isRounded: words.slice(Math.max(0, at - NEAR), at).some((word) => ROUNDING.has(word.key)),
      isLoose: isWhole(words, at),
      isYear: Number.isInteger(value) && value >= 1900 && value < 2100,
    });
  }
  return found;
}

/** Whether a word is a part and not the place in an order: "a fifth of", and not "the fifth of". */
const isPart = (words: readonly FoldedWord[], at: number): boolean =>
  (words[at - 1]?.key === 'a' || words[at - 1]?.key === 'one') && words[at + 1]?.key === 'of';

/** What a number is a share of: the ten of "nine out of ten". */
function wholeOf(words: readonly FoldedWord[], at: number): number | null {
  for (let there = at + 1; there <= at + BETWEEN + 2 && there < words.length; there++)
    if (words[there]!.isNumber) return isWhole(words, there) ? Number(words[there]!.key) : null;
  return null;
}

const isWhole = (words: readonly FoldedWord[], at: number): boolean =>
  (words[at - 2]?.key === 'out' && words[at - 1]?.key === 'of') ||
  (words[at - 1]?.key === 'in' &&
    WHOLES.has(Number(words[at]!.key)) &&
    !TIME.has(words[at + 1]?.key ?? '') &&
    words.slice(Math.max(0, at - BETWEEN), at).some((word) => word.isNumber || word.key === 'one'));

/** What a number is counted in, as a power of ten: a round one in more than what it is for, as 100 in hundreds and 90 in tens. */
function unitOf(value: number): number {
  let power = 12;
  // Multiplied, since 6.1 divided by a tenth is not 61.
  while (power > -6 && !Number.isInteger(power < 0 ? value * 10 ** -power : value / 10 ** power)) power--;
  return power;
}

/** Whether two numbers may be the same one. */
export const mayBeSame = (one: Quantity, other: Quantity): boolean =>
  one.values.some((here, nth) =>
    other.values.some((there, place) => {
      const apart = Math.abs(here - there);
      const isAsWritten = nth === 0 && place === 0 && !one.isLoose && !other.isLoose;
      return (
        apart === 0 ||
        (!isAsWritten && apart < Math.max(0.5, DERIVED * here)) ||
        (apart <= ROUNDED * Math.max(here, there) &&
          ((one.isRounded && unitOf(here) > unitOf(there)) ||
            (other.isRounded && unitOf(there) > unitOf(here))))
      );
    }),
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
