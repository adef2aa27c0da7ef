import type { AnalysedText } from '../text/analysed-text.ts';
import { bucket, endingOf, shapeOf, tokenIn } from './features.ts';

const POSSIBLE = new Set(['VERB', 'NOUN', 'AUX', 'ADJ', 'ADV', 'ADP']);

/** A signature stands after a dash. */
const DASH = /^(-{1,2}|[–—―])$/;

/** Whether a word may report what a person says, thinks or wants at all. */
export function mayBeCue({ tokens }: AnalysedText, at: number): boolean {
  const token = tokens[at]!;
  if (token.text === ':') return true;
  if (DASH.test(token.text))
    return at > 0 && (tokens[at - 1]!.region >= 0 || tokens[at - 1]!.end + 1 < token.start);
  return POSSIBLE.has(token.tag);
}

/** What is seen of a word that may be a cue. */
export function cueFeatures(read: AnalysedText, at: number): string[] {
  const { tokens, sentences, sentenceOf } = read;
  const nth = sentenceOf[at]!;
  const sentence = sentences[nth]!;
  const near = (step: number) => tokenIn(read, nth, at + step);
  const token = tokens[at]!;
  const word = token.lower;
  const [before, beforeThat, after, afterThat] = [near(-1), near(-2), near(1), near(2)];
  const isQuoted = token.region >= 0 ? 'in' : 'out';
  const quoteBefore = [-1, -2].some((step) => near(step).region >= 0 && near(step).region !== token.region);
  const quoteAfter = [1, 2, 3].some((step) => near(step).region >= 0 && near(step).region !== token.region);
  const touch = `${quoteBefore ? 'q' : '-'}${quoteAfter ? 'q' : '-'}`;
  const that = [1, 2, 3, 4].find((step) => near(step).lower === 'that') ?? 0;
  let hasQuote = false;
  for (let i = sentence.from; i < sentence.to; i++) hasQuote ||= tokens[i]!.region >= 0;
  const features = [
    'b',
    `w=${word}`,
    `t=${token.tag}`,
    `wt=${word}/${token.tag}`,
    `e=${endingOf(word)}`,
    `e2=${endingOf(word)}/${token.tag}`,
    `q=${isQuoted}`,
    `wq=${word}/${isQuoted}`,
    `tq=${token.tag}/${isQuoted}`,
    `touch=${touch}`,
    `touch-t=${touch}/${token.tag}`,
    `touch-w=${touch}/${word}`,
    `has=${hasQuote}/${token.tag}`,
    `b1=${before.lower}`,
    `b1s=${shapeOf(before)}/${token.tag}`,
    `b1w=${before.lower}/${word}`,
    `b1sw=${shapeOf(before)}/${word}`,
    `b2=${beforeThat.lower}`,
    `b2s=${shapeOf(beforeThat)}/${shapeOf(before)}/${token.tag}`,
    `a1=${after.lower}`,
    `a1w=${word}/${after.lower}`,
    `a1s=${token.tag}/${shapeOf(after)}`,
    `a1sw=${word}/${shapeOf(after)}`,
    `a2=${afterThat.lower}`,
    `a2s=${shapeOf(after)}/${shapeOf(afterThat)}/${token.tag}`,
    `a12=${word}/${after.lower}/${afterThat.lower}`,
    `that=${that}/${token.tag}`,
    `that-w=${that > 0}/${word}`,
    `pos=${bucket(at - sentence.from)}/${token.tag}`,
    `end=${bucket(sentence.to - at)}/${token.tag}`,
    `first=${at === sentence.from}/${word}`,
    `s=${nth === 0}/${token.tag}`,
  ];
  return features;
}
