import { type LinearModel, logistic, softmax } from '../learned/linear-model.ts';
import type { AnalysedText } from '../text/analysed-text.ts';
import type { Phrase } from '../text/phrases.ts';
import { type Content, contentCandidates } from './contents.ts';
import { cueFeatures, mayBeCue } from './cues.ts';
import { sourceCandidates, sourceFeatures } from './sources.ts';

/** What was fitted for finding who said what. */
export interface AttributionModels {
  cue: LinearModel;
  source: LinearModel;
  content: LinearModel;
}

/** Something with its share of what is likely. */
export interface Likely<T> {
  value: T;
  share: number;
}

/** Words that may report others, with who may have said what. */
export interface FoundCue {
  cue: number;
  /** How likely the word reports anything. */
  probability: number;
  /** Who may have said it, the likeliest first. */
  sources: Likely<Phrase | null>[];
  /** What may have been said, the likeliest first; the share is that of all contents that are mostly the same words. */
  contents: Likely<Content>[];
}

const MOST_KEPT = 4;
/** Contents that are compared with each other. */
const MOST_COMPARED = 20;

/** How likely each word reports others. */
export function likelyCues(read: AnalysedText, model: LinearModel): Float32Array {
  return Float32Array.from(read.tokens, (_, at) =>
    mayBeCue(read, at) ? logistic(model.score(cueFeatures(read, at))) : 0,
  );
}

export function findCues(
  read: AnalysedText,
  { source, content }: Omit<AttributionModels, 'cue'>,
  likely: Float32Array,
  least: number,
): FoundCue[] {
  const found: FoundCue[] = [];
  for (const [cue, probability] of likely.entries()) {
    if (probability < least) continue;
    const sources = likelySources(read, likely, cue, source);
    const contents = likelyContents(read, likely, cue, sources[0]!.value, content);
    if (contents.length > 0) found.push({ cue, probability, sources, contents });
  }
  return found;
}

function likelySources(read: AnalysedText, likely: Float32Array, cue: number, model: LinearModel) {
  const candidates = sourceCandidates(read, cue);
  const shares = softmax(candidates.map((phrase) => model.score(sourceFeatures(read, likely, cue, phrase))));
  return candidates
    .map((value, index): Likely<Phrase | null> => ({ value, share: shares[index]! }))
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_KEPT);
}

function likelyContents(
  read: AnalysedText,
  likely: Float32Array,
  cue: number,
  source: Phrase | null,
  model: LinearModel,
): Likely<Content>[] {
  const { contents, parts, of } = contentCandidates(read, likely, cue, source);
  if (contents.length === 0) return [];
  const scores = parts.map((features) => model.score(features));
  const sums = of.map((indexes) => {
    let sum = 0;
    for (const part of indexes) sum += scores[part]!;
    return sum;
  });
  const shares = softmax(sums);
  const ranked = contents
    .map((value, index) => ({ value, share: shares[index]! }))
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_COMPARED);
  return ranked
    .map(({ value, share }) => {
      let [mostly, fit] = [0, 0];
      for (const other of ranked) {
        const overlap = overlapOf(value, other.value);
        if (overlap >= 0.5) mostly += other.share;
        fit += other.share * overlap;
      }
      return { value, share: mostly, rank: mostly + fit + share };
    })
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MOST_KEPT)
    .map(({ value, share }) => ({ value, share: Math.min(1, share) }));
}

/** The tokens that two contents share, of those that either has. */
function overlapOf(a: Content, b: Content): number {
  let [both, sizes] = [0, 0];
  for (const one of a.parts) {
    sizes += one.to - one.from;
    for (const other of b.parts)
      both += Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));
  }
  for (const one of b.parts) sizes += one.to - one.from;
  return both / (sizes - both);
}
