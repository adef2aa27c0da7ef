import { type AlikePair, denialsIn, isContrary } from './contrary.ts';
import type { FoldedWord } from './fold/fold-words.ts';
import { alikenessTo } from './likeness/alikeness.ts';
import { giveOtherNumbers, mayBeSame, type Quantity, quantitiesOf } from './quantities.ts';

/** How near the sense of a quotation is to that of a rendering. */
export interface SenseMatch {
  /** From 0 to 1: how much of what each says the other says too, in the same words or such as are alike; what the quotation says counts more. */
  score: number;
  /** How much the shared words say. */
  weight: number;
  /** Whether one says the contrary of the other. */
  isContrary: boolean;
  /** Whether both deny as often. */
  deniesAsOften: boolean;
  /** Whether both give the same number. */
  sharesNumber: boolean;
}

/** Of what is not compared, or has no word that says something. */
export const NO_SENSE: SenseMatch = {
  score: 0,
  weight: 0,
  isContrary: false,
  deniesAsOften: true,
  sharesNumber: false,
};

/** How much more it counts that the quotation is in the source than that the source is in the quotation. */
const QUOTED_COUNTS = 3;
/** A number and a round one for it. */
const ROUNDED = 0.9;
/** What is less alike says nothing of who denies what. */
const SAME_SUBJECT = 0.55;
/** A word that says who said something, or that it was said, counts so much where the source does not have it. */
const REPORTED = 0.2;
/** Clauses of a source that a quotation may be of, in a row. */
const MOST_CLAUSES = 6;

/** Compares what a quotation says with what a rendering, or some clauses of it in a row, says in whatever words. */
export function compareSense(quoted: readonly FoldedWord[], source: readonly FoldedWord[]): SenseMatch {
  const [here, there] = [quantitiesOf(quoted), quantitiesOf(source)];
  const alike = alikeWords(quoted, source, here, there);
  const best = bestClauses(quoted, source, alike);
  if (best.weight === 0) return NO_SENSE;
  const { from, to } = best;
  const within = (at: number) => source[at]!.clause >= from && source[at]!.clause <= to;
  const pairs = pairsOf(alike, within);
  const numbers = there.filter(({ at }) => within(at));
  return {
    score: best.score,
    weight: best.weight,
    isContrary: giveOtherNumbers(here, numbers) || isContrary(quoted, source, pairs),
    deniesAsOften: denialsIn(quoted) === denialsIn(source),
    sharesNumber: here.some(
      (one) => !one.isLoose && numbers.some((other) => !other.isLoose && mayBeSame(one, other)),
    ),
  };
}

/** For each word of the quotation how alike each word of the source is; 0 for those that say nothing. */
function alikeWords(
  quoted: readonly FoldedWord[],
  source: readonly FoldedWord[],
  here: readonly Quantity[],
  there: readonly Quantity[],
): Float64Array[] {
  const telling = [...source.keys()].filter((at) => source[at]!.weight > 0);
  const alike = quoted.map((word) => {
    const row = new Float64Array(source.length);
    if (word.weight === 0) return row;
    const alikeTo = alikenessTo(word);
    for (const at of telling) row[at] = alikeTo(source[at]!);
    return row;
  });
  for (const one of here)
    for (const other of there)
      if (mayBeSame(one, other)) alike[one.at]![other.at] = Math.max(ROUNDED, alike[one.at]![other.at]!);
  return alike;
}

interface Clauses {
  from: number;
  to: number;
  score: number;
  weight: number;
}

/** The clauses of a source in a row that say most of the quotation and least beside. */
function bestClauses(
  quoted: readonly FoldedWord[],
  source: readonly FoldedWord[],
  alike: readonly Float64Array[],
): Clauses {
  const last = source.at(-1)?.clause ?? 0;
  const telling = [...quoted.keys()].filter((at) => quoted[at]!.weight > 0);
  const said = telling.reduce(
    (sum, at) => sum + quoted[at]!.weight * (quoted[at]!.isReporting ? REPORTED : 1),
    0,
  );
  const clauses: number[][] = Array.from({ length: last + 1 }, () => []);
  for (const [at, { clause, weight }] of source.entries()) if (weight > 0) clauses[clause]!.push(at);
  const mirrored = Float64Array.from(source, (_, at) =>
    telling.reduce((most, place) => Math.max(most, alike[place]![at]!), 0),
  );
  let best: Clauses = { from: 0, to: last, score: 0, weight: 0 };
  for (let from = 0; from <= last; from++) {
    const reached = new Float64Array(quoted.length);
    let [all, same, weight, told] = [0, 0, 0, said];
    for (let to = from; to <= last && to < from + MOST_CLAUSES; to++) {
      for (const at of clauses[to]!) {
        all += source[at]!.weight;
        same += source[at]!.weight * mirrored[at]!;
        for (const place of telling) {
          const more = alike[place]![at]! - reached[place]!;
          if (more <= 0) continue;
          reached[place]! += more;
          weight += more * quoted[place]!.weight;
          if (quoted[place]!.isReporting) told += more * (1 - REPORTED) * quoted[place]!.weight;
        }
      }
      const score = mean(told > 0 ? weight / told : 0, all > 0 ? same / all : 0);
      if (score > best.score) best = { from, to, score, weight };
    }
  }
  return best;
}

/** The harmonic mean of two shares, of which the first counts more. */
const mean = (quoted: number, source: number): number =>
  quoted + source === 0 ? 0 : ((1 + QUOTED_COUNTS) * quoted * source) / (QUOTED_COUNTS * source + quoted);

/** Each word of either text with the one of the other that is most alike. */
function pairsOf(alike: readonly Float64Array[], within: (at: number) => boolean): AlikePair[] {
  const pairs = new Map<string, AlikePair>();
  const add = (one: number, other: number, value: number) => {
    if (value >= SAME_SUBJECT) pairs.set(`${one} ${other}`, { one, other, alike: value });
  };
  const places = [...(alike[0]?.keys() ?? [])].filter(within);
  for (const [one, row] of alike.entries()) {
    const other = mostOf(places, (at) => row[at]!);
    if (other !== undefined) add(one, other, row[other]!);
  }
  for (const other of places) {
    const one = mostOf([...alike.keys()], (at) => alike[at]![other]!);
    if (one !== undefined) add(one, other, alike[one]![other]!);
  }
  return [...pairs.values()];
}

/** The first of some places that has the greatest value. */
const mostOf = (places: readonly number[], worth: (at: number) => number): number | undefined =>
  places.reduce<number | undefined>(
    (most, at) => (most === undefined || worth(at) > worth(most) ? at : most),
    undefined,
  );
