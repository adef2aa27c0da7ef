import { type AlikePair, isContrary } from './contrary.ts';
import { type FoldedWord, weightOf } from './fold/fold-words.ts';
import { alikenessTo } from './likeness/alikeness.ts';
import { oppositesOf } from './likeness/opposites.ts';
import { mayBeSame, quantitiesOf } from './quantities.ts';

/** What two texts share. */
export interface SharedWords {
  /** How much the words say that stand in both. */
  weight: number;
  /** Which share that is of all that the one says that says less, from 0 to 1. */
  containment: number;
  /** The same of the one that says more. */
  coverage: number;
  /** How many words the shorter has, those too that say nothing. */
  words: number;
  /** How many of them stand in both. */
  same: number;
  /** The run of words that says most of those that stand in both without another word between. */
  run: { words: number; weight: number };
  /** Whether one denies what the other says. */
  isDenied: boolean;
  /** Whether each gives numbers, and none that the other gives. */
  numbersDiffer: boolean;
}

const NOTHING: SharedWords = {
  weight: 0,
  containment: 0,
  coverage: 0,
  words: 0,
  same: 0,
  run: { words: 0, weight: 0 },
  isDenied: false,
  numbersDiffer: false,
};

/** A word of like meaning or context says less than the word itself. */
const LIKE_SHARE = 0.75;
/** What is less alike is so by chance. */
const LEAST_ALIKE = 0.5;

/** Two words that are equal or of like meaning, by their places, and how much that says. */
interface Pair extends AlikePair {
  weight: number;
}

type FindPairs = (one: readonly FoldedWord[], other: readonly FoldedWord[]) => Pair[];

/** What two texts share in the same order, as two renderings of the same words do. */
export const sharedInOrder = (one: readonly FoldedWord[], other: readonly FoldedWord[]): SharedWords =>
  shared(one, other, orderedPairs);

/**
 * What two texts share in any order and in words of like meaning, as a report and what it reports do. One may deny in other words what the
 * other denies: "no plant will be closed" and "all plants stay open".
 */
export const sharedInAnyOrder = (one: readonly FoldedWord[], other: readonly FoldedWord[]): SharedWords =>
  shared(one, other, unorderedPairs, isContrary);

/** @param isSoInSense whether what a word denies is denied, where the other text may say the same in other words. */
function shared(
  one: readonly FoldedWord[],
  other: readonly FoldedWord[],
  findPairs: FindPairs,
  isSoInSense: typeof isContrary = () => true,
): SharedWords {
  const all = findPairs(one, other);
  const pairs = all.filter((pair) => pair.weight > 0);
  if (pairs.length === 0) return NOTHING;
  const weight = weightOf(pairs);
  const [less, more] = [weightOf(one), weightOf(other)].sort((a, b) => a - b) as [number, number];
  return {
    weight,
    containment: less > 0 ? Math.min(1, weight / less) : 0,
    coverage: more > 0 ? Math.min(1, weight / more) : 0,
    words: Math.min(one.length, other.length),
    same: all.length,
    run: heaviestRun(one, other),
    isDenied: isDenied(one, other, pairs, isSoInSense),
    numbersDiffer: haveOtherNumbers(one, other),
  };
}

/** Whether one of two texts denies what both say, or has the contrary of a word of the other. */
function isDenied(
  one: readonly FoldedWord[],
  other: readonly FoldedWord[],
  pairs: readonly Pair[],
  isSoInSense: typeof isContrary,
): boolean {
  const denials = [
    denialsOf(
      one,
      pairs.map((pair) => pair.one),
    ),
    denialsOf(
      other,
      pairs.map((pair) => pair.other),
    ),
  ];
  const alone = denials.find((words) => words.length > 0);
  if (alone && denials.some((words) => words.length === 0))
    // Who dismissed a person did not meet them: a verb that denies is of another act.
    return alone.some(({ weight }) => weight > 0) || isSoInSense(one, other, pairs);
  return haveOpposites(one, other, pairs) && isSoInSense(one, other, pairs);
}

/**
 * The words by which a clause denies what it says with some of its words. Where in the clause differs: "there was no plan to", "would not",
 * "what failed was not".
 */
function denialsOf(words: readonly FoldedWord[], places: number[]): FoldedWord[] {
  const clauses = new Set(places.map((place) => words[place]!.clause));
  return words.filter(({ isNegation, clause }) => isNegation && clauses.has(clause));
}

/** Whether one has the contrary of a word of the other, in clauses that share something. */
function haveOpposites(
  one: readonly FoldedWord[],
  other: readonly FoldedWord[],
  pairs: readonly Pair[],
): boolean {
  const [here, there] = [new Set(pairs.map((pair) => pair.one)), new Set(pairs.map((pair) => pair.other))];
  const clauses = new Set(pairs.map((pair) => `${one[pair.one]!.clause} ${other[pair.other]!.clause}`));
  return one.some(
    (word, at) =>
      !here.has(at) &&
      other.some(
        (contrary, place) =>
          !there.has(place) &&
          clauses.has(`${word.clause} ${contrary.clause}`) &&
          oppositesOf(word.key)?.has(contrary.key),
      ),
  );
}

function haveOtherNumbers(one: readonly FoldedWord[], other: readonly FoldedWord[]): boolean {
  if (![one, other].every((words) => words.some(({ isNumber }) => isNumber))) return false;
  const [here, there] = [quantitiesOf(one), quantitiesOf(other)];
  return !here.some((number) => there.some((another) => mayBeSame(number, another)));
}

/** Of two that say as much the one with more words. */
const WORD = 1e-6;

/** The common subsequence that says most. */
function orderedPairs(one: readonly FoldedWord[], other: readonly FoldedWord[]): Pair[] {
  if (!shareAWord(one, other)) return [];
  const width = other.length + 1;
  const best = new Float64Array((one.length + 1) * width);
  for (let at = one.length - 1; at >= 0; at--)
    for (let there = other.length - 1; there >= 0; there--) {
      const skipped = Math.max(best[(at + 1) * width + there]!, best[at * width + there + 1]!);
      const { key, weight } = one[at]!;
      const taken = key === other[there]!.key ? weight + WORD + best[(at + 1) * width + there + 1]! : 0;
      best[at * width + there] = Math.max(skipped, taken);
    }
  const pairs: Pair[] = [];
  for (let [at, there] = [0, 0]; at < one.length && there < other.length; ) {
    const here = best[at * width + there]!;
    if (here === 0) break;
    if (best[(at + 1) * width + there] === here) at++;
    else if (best[at * width + there + 1] === here) there++;
    else pairs.push({ weight: one[at]!.weight, alike: 1, one: at++, other: there++ });
  }
  return pairs;
}

function shareAWord(one: readonly FoldedWord[], other: readonly FoldedWord[]): boolean {
  const keys = new Set(one.filter(({ weight }) => weight > 0).map(({ key }) => key));
  return other.some(({ key }) => keys.has(key));
}

/** Each word with one that is equal, else with one of like meaning, once. */
function unorderedPairs(one: readonly FoldedWord[], other: readonly FoldedWord[]): Pair[] {
  const places = Map.groupBy(other.keys(), (at) => other[at]!.key);
  const free = new Set([...other.keys()].filter((at) => other[at]!.weight > 0));
  const pairs: Pair[] = [];
  const left: number[] = [];
  for (const [at, { key, weight }] of one.entries()) {
    if (weight === 0) continue;
    const there = places.get(key)?.shift();
    if (there === undefined) left.push(at);
    else pairs.push({ one: at, other: there, alike: 1, weight: Math.min(weight, other[there]!.weight) });
    if (there !== undefined) free.delete(there);
  }
  pairs.push(...likePairs(one, other, left, free));
  return pairs;
}

/** Words that are not equal, each with the free one that it is most alike, the most alike first. */
function likePairs(
  one: readonly FoldedWord[],
  other: readonly FoldedWord[],
  left: readonly number[],
  free: ReadonlySet<number>,
): Pair[] {
  const like = left.flatMap((at) => {
    const alikeTo = alikenessTo(one[at]!);
    return [...free].flatMap((there) => {
      const found = alikeTo(other[there]!);
      const alike = found * LIKE_SHARE;
      const weight = alike * Math.min(one[at]!.weight, other[there]!.weight);
      return found >= LEAST_ALIKE ? { one: at, other: there, weight, alike } : [];
    });
  });
  const taken = { one: new Set<number>(), other: new Set<number>() };
  return like
    .sort((a, b) => b.weight - a.weight || a.one - b.one || a.other - b.other)
    .filter(({ one: at, other: there }) => {
      if (taken.one.has(at) || taken.other.has(there)) return false;
      taken.one.add(at);
      taken.other.add(there);
      return true;
    });
}

function heaviestRun(one: readonly FoldedWord[], other: readonly FoldedWord[]): SharedWords['run'] {
  let heaviest = NOTHING.run;
  let above: SharedWords['run'][] = [];
  for (const { key, weight } of one) {
    const runs: SharedWords['run'][] = [];
    for (const [there, word] of other.entries()) {
      if (word.key !== key) continue;
      const before = above[there - 1] ?? NOTHING.run;
      const run = { words: before.words + 1, weight: before.weight + weight };
      runs[there] = run;
      if (run.weight > heaviest.weight || (run.weight === heaviest.weight && run.words > heaviest.words))
        heaviest = run;
    }
    above = runs;
  }
  return heaviest;
}
