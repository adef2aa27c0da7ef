import { type BoostedTrees, scoreOfTrees } from '../learned/boosted-trees.ts';
import { type LinearModel, logistic } from '../learned/linear-model.ts';
import { type Steps, stepsAt } from '../learned/steps.ts';
import type { AnalysedText } from '../text/analysed-text.ts';
import type { Run } from '../text/sentences.ts';
import { type AttributionModels, findCues, likelyCues } from './attribute.ts';
import type { FoundAttribution } from './found-attribution.ts';
import { goOn } from './going-on.ts';
import { type Candidate, rankFeatures, rankNumbers } from './rank.ts';
import { signedQuotations } from './signatures.ts';
import { uncuedQuotations } from './uncued.ts';

/** What was fitted, with what turns scores into shares of what is right. */
export interface FittedAttribution extends AttributionModels {
  rank: LinearModel;
  /** What the ranker misses by adding up. */
  trees: BoostedTrees;
  calibration: { all: Steps; span: Steps; speaker: Steps };
}

/** Below this a word is no cue worth a look. */
const LEAST_CUE = 0.12;

/** All that may be reported, whatever its share. */
export function candidatesOf(
  read: AnalysedText,
  models: Omit<AttributionModels, 'cue'>,
  likely: Float32Array,
): Candidate[] {
  const found = findCues(read, models, likely, LEAST_CUE);
  return goOn(
    read,
    found.map((one) => ({ ...one, parts: one.contents[0]!.value.parts })),
  );
}

/** Who said what in a text; the less likely ones, too. */
export function attributionsOf(read: AnalysedText, fitted: FittedAttribution): FoundAttribution[] {
  const signed = signedQuotations(read);
  const ranked = rankedAttributions(read, fitted).map((one) =>
    signed.some(({ parts }) => isMostlySame(parts, one.parts)) ? outranked(one) : one,
  );
  const reported = [...ranked, ...signed];
  return [...reported, ...uncuedQuotations(read, reported)];
}

/** What says otherwise than a signature stays as a rival, and no more. */
const MOST_OF_RIVALS = 0.29;

const outranked = (one: FoundAttribution): FoundAttribution => ({
  ...one,
  confidence: { ...one.confidence, all: Math.min(MOST_OF_RIVALS, one.confidence.all) },
});

function isMostlySame(a: readonly Run[], b: readonly Run[]): boolean {
  const size = (runs: readonly Run[]) => runs.reduce((sum, { from, to }) => sum + to - from, 0);
  let both = 0;
  for (const one of a)
    for (const other of b) both += Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));
  return both > 0.6 * Math.max(size(a), size(b));
}

function rankedAttributions(read: AnalysedText, fitted: FittedAttribution): FoundAttribution[] {
  const candidates = candidatesOf(read, fitted, likelyCues(read, fitted.cue));
  const scores = rankFeatures(read, candidates).map((features) => fitted.rank.score(features));
  const numbers = rankNumbers(read, candidates, scores);
  return candidates.map((candidate, index): FoundAttribution => {
    const score = logistic(scoreOfTrees(fitted.trees, numbers[index]!));
    const { cue, parts, sources, contents } = candidate;
    const all = stepsAt(fitted.calibration.all, score);
    const span = Math.max(all, stepsAt(fitted.calibration.span, score));
    return {
      cue,
      parts,
      side: contents[0]!.value.side,
      source: sources[0]!.value,
      otherSources: sources.slice(1),
      confidence: { all, span, speaker: stepsAt(fitted.calibration.speaker, sources[0]!.share) },
    };
  });
}
