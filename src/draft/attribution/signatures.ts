import type { AnalysedText } from '../text/analysed-text.ts';
import type { Run } from '../text/sentences.ts';
import { isQuotedWhole } from './contents.ts';
import type { FoundAttribution } from './found-attribution.ts';

const DASH = /^(-{1,3}|[–—―])$/;
/** A signature is a name, with a title or a place at most. */
const MOST_TOKENS = 12;
/** How sure a signature is: nothing but a quotation stands before it, and nothing but a name in it. */
const CONFIDENCE = { all: 0.93, span: 0.95, speaker: 0.97 };

/** Quotations that are signed: “…” and, on the same line or the next one, "– Ada Bell". */
export function signedQuotations(read: AnalysedText): FoundAttribution[] {
  const { tokens, paragraphs } = read;
  const found: FoundAttribution[] = [];
  for (const [nth, paragraph] of paragraphs.entries()) {
    const dash = signatureDash(read, paragraph);
    if (dash === null) continue;
    const parts = dash > paragraph.from ? [{ from: paragraph.from, to: dash }] : quotedBefore(read, nth);
    const source = read.phrases.find(({ from }) => from > dash && from <= dash + 3);
    if (
      parts.length === 0 ||
      !source ||
      source.to > paragraph.to ||
      !/^\p{Lu}/u.test(tokens[source.head]!.text)
    )
      continue;
    found.push({ cue: dash, parts, side: 'previous', source, otherSources: [], confidence: CONFIDENCE });
  }
  return found;
}

/** The dash of a paragraph that is a signature, or that ends with one after quoted words. */
function signatureDash({ tokens }: AnalysedText, { from, to }: Run): number | null {
  for (let at = Math.max(from, to - MOST_TOKENS); at < to - 1; at++) {
    const isSignature =
      DASH.test(tokens[at]!.text) &&
      (at === from || tokens[at - 1]!.region >= 0) &&
      tokens.slice(at, to).every(({ region, tag }) => region < 0 && tag !== 'VERB' && tag !== 'AUX');
    if (isSignature && (at === from || tokens[from]!.region >= 0)) return at;
  }
  return null;
}

/** The quoted paragraphs directly before one: more than one only where a quotation goes on over them. */
function quotedBefore(read: AnalysedText, nth: number): Run[] {
  const parts: Run[] = [];
  for (let at = nth - 1; at >= 0; at--) {
    const paragraph = read.paragraphs[at]!;
    if (!isQuotedWhole(read, paragraph)) break;
    parts.unshift(paragraph);
    if (!read.regions[read.tokens[paragraph.from]!.region]?.reopens) break;
  }
  return parts;
}
