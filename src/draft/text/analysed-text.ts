import { mendTags } from './mended-tags.ts';
import { type Phrase, phrasesOf } from './phrases.ts';
import { type QuotedRegion, quotedRegions } from './quoted-regions.ts';
import { paragraphRuns, type Run, type Sentence, sentencesOf } from './sentences.ts';
import { type Token, tokenize } from './tokens.ts';

/** A text with its words, paragraphs, sentences, quoted regions and noun phrases. */
export interface AnalysedText {
  text: string;
  tokens: Token[];
  regions: QuotedRegion[];
  paragraphs: Run[];
  sentences: Sentence[];
  /** The noun phrases of all sentences, in the order of the text. */
  phrases: Phrase[];
  /** Number of the sentence of each token. */
  sentenceOf: Int32Array;
}

/** Reads what stands where in a text; nothing is decided about what it means. */
export function analyse(text: string): AnalysedText {
  const tokens = tokenize(text);
  const regions = quotedRegions(text);
  let nth = 0;
  for (const token of tokens) {
    while (nth < regions.length && regions[nth]!.end <= token.start) nth++;
    token.region = nth < regions.length && token.start >= regions[nth]!.start ? nth : -1;
  }
  const paragraphs = paragraphRuns(text, tokens);
  mendTags(tokens, paragraphs);
  const sentences = paragraphs.flatMap((run, paragraph) =>
    sentencesOf(tokens, run).map((sentence) => ({ ...sentence, paragraph })),
  );
  const sentenceOf = new Int32Array(tokens.length);
  for (const [index, { from, to }] of sentences.entries()) sentenceOf.fill(index, from, to);
  const phrases = sentences.flatMap((sentence) => phrasesOf(tokens, sentence));
  return { text, tokens, regions, paragraphs, sentences, phrases, sentenceOf };
}

/** The words of a run of tokens as they stand in the text. */
export const wordsOf = ({ text, tokens }: AnalysedText, { from, to }: Run): string =>
  from < to ? text.slice(tokens[from]!.start, tokens[to - 1]!.end) : '';

/** The place of a run of tokens in the text. */
export const placeOf = ({ tokens }: AnalysedText, { from, to }: Run): [number, number] => [
  tokens[from]!.start,
  tokens[to - 1]!.end,
];
