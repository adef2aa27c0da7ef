import { candidateKeys, soughtKeys } from '../../src/match/candidate-keys.ts';
import { compare, type Match } from '../../src/match/compare.ts';
import { components } from '../../src/match/components.ts';
import { areSaidApart } from '../../src/match/occasion.ts';
import type { GoldRendering } from './gold.ts';

/** Two renderings of different articles, and what was found of them. */
export interface ComparedPair {
  one: GoldRendering;
  other: GoldRendering;
  match: Match;
  /** Whether they are of one statement. */
  isSame: boolean;
  /** Whether they are joined, by themselves or over others. */
  isJoined: boolean;
  /** Whether their statements are offered as one, by them or by renderings that are joined to them. */
  isOffered: boolean;
}

export interface Measures {
  renderings: number;
  /** Pairs of one statement in two articles. */
  pairs: number;
  pairPrecision: number;
  pairRecall: number;
  pairF1: number;
  /** Pairs of which both quote words. */
  quotedF1: number;
  /** Each rendering weighs the same: how much of what it is joined with belongs to it, and how much of what belongs to it is. */
  bCubedF1: number;
  /** Of what is joined directly, which share is of one statement. */
  joinedPrecision: number;
  /** Of the pairs of one statement that are not joined, which share is offered. */
  restOffered: number;
  /** Of the pairs of one statement, which share an index finds by words, and which by words or the speaker. */
  foundByWords: number;
  found: number;
  /** Of what is offered, which share is of one statement. */
  offeredPrecision: number;
}

/** Compares each rendering with those of other articles, and joins what is sure. */
export function compareAll(renderings: readonly GoldRendering[]): ComparedPair[] {
  const pairs = renderings.flatMap((one, at) =>
    renderings
      .slice(at + 1)
      .filter(({ articleId }) => articleId !== one.articleId)
      .map((other) => ({
        one,
        other,
        match: compare(one, other),
        isSame: one.statement === other.statement,
      })),
  );
  const component = componentsOf(renderings, pairs);
  const key = ({ one, other }: { one: GoldRendering; other: GoldRendering }) =>
    [component.get(one.reference), component.get(other.reference)].sort().join(' ');
  const offered = new Set(pairs.filter(({ match }) => match.verdict !== 'none').map(key));
  return pairs.map((pair) => ({
    ...pair,
    isJoined: component.get(pair.one.reference) === component.get(pair.other.reference),
    isOffered: offered.has(key(pair)),
  }));
}

type Judged = Pick<ComparedPair, 'one' | 'other' | 'match'>;

/** The set of joined statements that each statement belongs to, by one of them. */
function componentsOf(renderings: readonly GoldRendering[], pairs: Judged[]): Map<string, string> {
  const sure = pairs.filter(({ match }) => match.verdict === 'sure');
  const joined = components(
    renderings.map((rendering) => ({ ...rendering, id: rendering.reference })),
    sure.map(({ one, other, match }) => ({ one: one.reference, other: other.reference, score: match.score })),
    (here, there) => !areSaidApart(here, there),
  );
  return new Map(joined.flatMap((set) => set.map(({ id }) => [id, set[0]!.id] as const)));
}

export function measure(renderings: readonly GoldRendering[], pairs: readonly ComparedPair[]): Measures {
  const all = precisionAndRecall(pairs);
  const quoted = precisionAndRecall(
    pairs.filter(({ one, other }) => one.quoteType !== 'indirect' && other.quoteType !== 'indirect'),
  );
  const direct = pairs.filter(({ match, isJoined }) => match.verdict === 'sure' && isJoined);
  const rest = pairs.filter(({ isSame, isJoined }) => isSame && !isJoined);
  const offers = pairs.filter(({ match, isJoined }) => match.verdict !== 'none' && !isJoined);
  const isSame = (pair: ComparedPair) => pair.isSame;
  return {
    renderings: renderings.length,
    pairs: pairs.filter(isSame).length,
    pairPrecision: all.precision,
    pairRecall: all.recall,
    pairF1: f1(all),
    quotedF1: f1(quoted),
    bCubedF1: f1(bCubed(renderings, pairs)),
    joinedPrecision: share(direct, isSame),
    restOffered: share(rest, ({ isOffered }) => isOffered),
    foundByWords: share(pairs.filter(isSame), isFoundByWords),
    found: share(pairs.filter(isSame), (pair) => isFoundByWords(pair) || sharesSpeaker(pair)),
    offeredPrecision: share(offers, isSame),
  };
}

const isFoundByWords = ({ one, other }: ComparedPair) =>
  finds(soughtKeys(one), candidateKeys(other)) || finds(soughtKeys(other), candidateKeys(one));

const finds = (sought: string[], stored: string[]) => sought.some((key) => stored.includes(key));

const sharesSpeaker = ({ one, other }: ComparedPair) =>
  [...one.speakers, ...one.describedOf].some((id) => [...other.speakers, ...other.describedOf].includes(id));

interface PrecisionAndRecall {
  precision: number;
  recall: number;
}

function precisionAndRecall(pairs: readonly ComparedPair[]): PrecisionAndRecall {
  return {
    precision: share(
      pairs.filter(({ isJoined }) => isJoined),
      ({ isSame }) => isSame,
    ),
    recall: share(
      pairs.filter(({ isSame }) => isSame),
      ({ isJoined }) => isJoined,
    ),
  };
}

function bCubed(renderings: readonly GoldRendering[], pairs: readonly ComparedPair[]): PrecisionAndRecall {
  const joins = pairs.filter(({ match }) => match.verdict === 'sure');
  const component = componentsOf(renderings, joins);
  const found = (rendering: GoldRendering) => component.get(rendering.reference)!;
  const [byFound, byStatement] = [
    Map.groupBy(renderings, found),
    Map.groupBy(renderings, ({ statement }) => statement),
  ];
  const mean = (shareOf: (rendering: GoldRendering) => number) =>
    renderings.reduce((sum, rendering) => sum + shareOf(rendering), 0) / renderings.length;
  return {
    precision: mean((one) => share(byFound.get(found(one))!, (other) => other.statement === one.statement)),
    recall: mean((one) => share(byStatement.get(one.statement)!, (other) => found(other) === found(one))),
  };
}

/** Of nothing, all. */
const share = <T>(of: readonly T[], has: (one: T) => boolean) =>
  of.length === 0 ? 1 : of.filter(has).length / of.length;

const f1 = ({ precision, recall }: PrecisionAndRecall) =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
