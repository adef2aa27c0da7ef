import type { AnalysedText } from '../text/analysed-text.ts';
import type { Run, Sentence } from '../text/sentences.ts';
import { isQuotedWhole } from './contents.ts';

/** What one cue reports, as far as its own sentence says. */
export interface Reported {
  cue: number;
  parts: Run[];
}

const WORD = /[\p{L}\p{N}]/u;
const isWord = (text: string) => WORD.test(text);

/**
 * Gives quoted sentences that no cue reports to the one that reports what they go on with: the rest of the paragraph, and
 * paragraphs that are nothing but quoted.
 */
export function goOn<T extends Reported>(read: AnalysedText, given: readonly T[]): T[] {
  const reported = given.map((one) => ({ ...one, parts: [...one.parts] }));
  const covered = coveredTokens(reported, read.tokens.length);
  let last: T | undefined;
  let lastParagraph = -1;
  const byEnd = reported.toSorted((a, b) => endOf(a) - endOf(b));
  for (const sentence of read.sentences) {
    while (byEnd.length > 0 && Math.min(endOf(byEnd[0]!), Math.max(byEnd[0]!.cue, 0)) < sentence.from) {
      const next = byEnd.shift()!;
      if (endsQuoted(read, next)) {
        last = next;
        lastParagraph = read.sentences[read.sentenceOf[endOf(next)]!]!.paragraph;
      }
    }
    if (last === undefined || !isQuotedWhole(read, sentence) || isCovered(covered, read, sentence)) continue;
    if (!continues(read, sentence, lastParagraph)) continue;
    last.parts.push({ from: sentence.from, to: sentence.to });
    lastParagraph = sentence.paragraph;
  }
  return reported;
}

/** The last token of what is reported, or of the words that report it. */
const endOf = ({ parts }: Reported) => parts.at(-1)!.to - 1;

const coveredTokens = (reported: readonly Reported[], length: number) => {
  const covered = new Uint8Array(length);
  for (const { parts } of reported) for (const { from, to } of parts) covered.fill(1, from, to);
  return covered;
};

function endsQuoted({ tokens }: AnalysedText, { parts }: Reported): boolean {
  return parts.some(({ from, to }) => tokens.slice(from, to).some(({ region }) => region >= 0));
}

function isCovered(covered: Uint8Array, { tokens }: AnalysedText, { from, to }: Sentence): boolean {
  let [some, all] = [0, 0];
  for (let at = from; at < to; at++) {
    if (!isWord(tokens[at]!.text)) continue;
    all++;
    some += covered[at]!;
  }
  return some * 2 >= all;
}

/** In the same paragraph, or in one of nothing but quoted sentences that follows. */
function continues(read: AnalysedText, sentence: Sentence, lastParagraph: number): boolean {
  if (sentence.paragraph === lastParagraph) return true;
  if (sentence.paragraph !== lastParagraph + 1) return false;
  const { from, to } = read.paragraphs[sentence.paragraph]!;
  return (
    sentence.from === from &&
    read.sentences.every((one) => one.from < from || one.to > to || isQuotedWhole(read, one))
  );
}
