import type { AnalysedText } from '../text/analysed-text.ts';
import type { Sentence } from '../text/sentences.ts';
import { isQuotedWhole } from './contents.ts';
import type { FoundAttribution } from './found-attribution.ts';

/** Shorter stretches in quotation marks are mostly names or words that are held at a distance. */
const LEAST_WORDS = 3;
/** From this confidence on, words count as reported already. */
const REPORTED = 0.3;
/** How sure the speaker of quoted words is whom nothing reports: about as often as it was right on `train`. */
const CARRIED_OVER = { all: 0.6, span: 0.75, speaker: 0.75 };

/** Quoted sentences that nothing reports: of who spoke before, in the same paragraph or the one before it. */
export function uncuedQuotations(
  read: AnalysedText,
  reported: readonly FoundAttribution[],
): FoundAttribution[] {
  const sure = reported
    .filter(({ confidence, source }) => confidence.all >= REPORTED && source !== null)
    .sort((a, b) => lastToken(a) - lastToken(b));
  const covered = new Uint8Array(read.tokens.length);
  for (const { parts } of sure) for (const { from, to } of parts) covered.fill(1, from, to);
  const found: FoundAttribution[] = [];
  for (const sentence of read.sentences) {
    if (isQuotedWhole(read, sentence) && hasUncoveredRegion(read, sentence, covered)) {
      const before = [...sure, ...found].filter((one) => lastToken(one) < sentence.from).at(-1);
      const far = before
        ? sentence.paragraph - read.sentences[read.sentenceOf[lastToken(before)]!]!.paragraph
        : 9;
      if (before?.source && far <= 1)
        found.push({
          cue: null,
          parts: [{ from: sentence.from, to: sentence.to }],
          side: 'previous',
          source: before.source,
          otherSources: [],
          confidence: CARRIED_OVER,
        });
    }
  }
  return found;
}

const lastToken = ({ parts, cue }: FoundAttribution) => Math.max(cue ?? 0, ...parts.map(({ to }) => to - 1));

function hasUncoveredRegion({ tokens }: AnalysedText, { from, to }: Sentence, covered: Uint8Array): boolean {
  for (let at = from; at < to; ) {
    const { region } = tokens[at]!;
    let end = at + 1;
    while (end < to && tokens[end]!.region === region) end++;
    const words = tokens.slice(at, end).filter(({ tag }) => tag !== 'PUNCT').length;
    const known = tokens
      .slice(at, end)
      .filter(({ tag }, index) => tag !== 'PUNCT' && covered[at + index] === 1).length;
    if (region >= 0 && words >= LEAST_WORDS && known * 2 < words) return true;
    at = end;
  }
  return false;
}
