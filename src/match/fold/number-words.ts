const ONES = new Map(
  [
    ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
    ...[
      'eleven',
      'twelve',
      'thirteen',
      'fourteen',
      'fifteen',
      'sixteen',
      'seventeen',
      'eighteen',
      'nineteen',
    ],
  ].map((word, value) => [word, value] as const),
);
const TENS = new Map(
  ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map(
    (word, nth) => [word, 20 + 10 * nth] as const,
  ),
);
const SCALES = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
]);

/** Most words begin no number. */
const BEGINS = new RegExp(
  `^(?:\\d|(?:an?|half|${[...ONES.keys(), ...TENS.keys(), ...SCALES.keys()].join('|')})$)`,
);

const DIGITS = /^(\d+(?:\.\d+)?)(k|m|mn|bn|tn)?$/;
const SUFFIXES: Record<string, number> = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, tn: 1e12 };

/** A number that begins at a word of a text, and how many words it takes. */
export interface FoundNumber {
  value: number;
  length: number;
}

/**
 * The number that begins at a word, in digits or in English words: "1.5 billion", "fifteen", "two hundred and six", "a million".
 * A "one" by itself is none, since it is more often a pronoun.
 * @param words words in lower case.
 */
export function numberAt(words: readonly string[], start: number): FoundNumber | null {
  if (!BEGINS.test(words[start]!)) return null;
  const half = halfAt(words, start);
  if (half) return half;
  let [total, current, at, isGiven] = [0, 0, start, false];
  for (; at < words.length; at++) {
    const word = words[at]!;
    const value = numberOf(word);
    const scale = SCALES.get(word);
    const isArticle = (word === 'a' || word === 'an') && SCALES.has(words[at + 1] ?? '') && !isGiven;
    const goesOn = total > 0 && current === 0;
    if (value !== null && (!isGiven || (goesOn && !isInDigits(word)) || adds(current, value)))
      current += value;
    else if (scale !== undefined && (isGiven || word !== 'dozen')) {
      const scaled = (isGiven && current > 0 ? current : 1) * scale;
      if (scale === 100 || scale === 12) current = scaled;
      else [total, current] = [total + scaled, 0];
    } else if (isArticle) current = 1;
    else if (word === 'and' && isGiven && (current >= 100 || goesOn) && isBelowHundred(words[at + 1]))
      continue;
    else break;
    isGiven = true;
  }
  if (!isGiven || (at === start + 1 && words[start] === 'one')) return null;
  return { value: total + current, length: at - start };
}

/** "half a million", "one and a half million", "two and a half". */
function halfAt(words: readonly string[], start: number): FoundNumber | null {
  const [first, second, third, fourth, fifth] = words.slice(start, start + 5);
  const scale = (word = '') => SCALES.get(word);
  if (first === 'half' && second === 'a' && scale(third)) return { value: scale(third)! / 2, length: 3 };
  const value = numberOf(first ?? '');
  if (value === null || second !== 'and' || third !== 'a' || fourth !== 'half') return null;
  return scale(fifth)
    ? { value: (value + 0.5) * scale(fifth)!, length: 5 }
    : { value: value + 0.5, length: 4 };
}

const isInDigits = (word: string) => DIGITS.test(word);

/** "two thousand and six", but not "two thousand and 300" or "a hundred and a half". */
const isBelowHundred = (word = '') => ONES.has(word) || TENS.has(word) || /^\d{1,2}$/.test(word);

function numberOf(word: string): number | null {
  const digits = DIGITS.exec(word);
  if (digits) return Number(digits[1]) * (SUFFIXES[digits[2] ?? ''] ?? 1);
  return ONES.get(word) ?? TENS.get(word) ?? null;
}

/** Whether a number goes on: "twenty five", "two hundred six"; two years in a row are two numbers. */
const adds = (current: number, value: number) =>
  value > 0 &&
  ((current >= 20 && current < 100 && current % 10 === 0 && value < 10) ||
    (current >= 100 && current % 100 === 0 && value < 100 && current < 1000));

/** A whole number below a hundred in words, with a space and without a hyphen between them; none of another one. */
export function numberInWords(value: number): string[] {
  const nameOf = (names: ReadonlyMap<string, number>, of: number) =>
    [...names].find(([, number]) => number === of)?.[0];
  if (!Number.isInteger(value) || value < 0 || value > 99) return [];
  const whole = nameOf(ONES, value) ?? nameOf(TENS, value);
  return whole === undefined
    ? [`${nameOf(TENS, value - (value % 10))} ${nameOf(ONES, value % 10)}`]
    : [whole];
}
