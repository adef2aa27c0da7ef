import type { AnalysedText } from '../text/analysed-text.ts';
import type { Phrase } from '../text/phrases.ts';
import type { Run, Sentence } from '../text/sentences.ts';
import { isQuotedWhole } from './contents.ts';
import type { FoundAttribution } from './found-attribution.ts';

/** Shorter stretches in quotation marks are mostly names or words that are held at a distance. */
const LEAST_WORDS = 3;
/** From this confidence on, words count as reported already. */
const REPORTED = 0.3;
/** How sure the speaker of quoted words is whom nothing reports: about as often as it was right on `train`. */
const CARRIED_OVER = { all: 0.6, span: 0.75, speaker: 0.75 };
const SUBJECT = { all: 0.4, span: 0.6, speaker: 0.6 };

/** Quoted words that nothing reports: of who spoke before, or of the subject of their sentence. */
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
    const open = uncoveredRegions(read, sentence, covered);
    if (open.length === 0) continue;
    if (isQuotedWhole(read, sentence)) {
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
      continue;
    }
    for (const part of open) {
      const source = subjectBefore(read, sentence, part);
      if (source)
        found.push({
          cue: null,
          parts: [part],
          side: 'after',
          source,
          otherSources: [],
          confidence: SUBJECT,
        });
    }
  }
  return found;
}

const lastToken = ({ parts, cue }: FoundAttribution) => Math.max(cue ?? 0, ...parts.map(({ to }) => to - 1));

function uncoveredRegions({ tokens }: AnalysedText, { from, to }: Sentence, covered: Uint8Array): Run[] {
  const found: Run[] = [];
  for (let at = from; at < to; ) {
    const { region } = tokens[at]!;
    let end = at + 1;
    while (end < to && tokens[end]!.region === region) end++;
    const words = tokens.slice(at, end).filter(({ tag }) => tag !== 'PUNCT').length;
    const known = tokens
      .slice(at, end)
      .filter(({ tag }, index) => tag !== 'PUNCT' && covered[at + index] === 1).length;
    if (region >= 0 && words >= LEAST_WORDS && known * 2 < words) found.push({ from: at, to: end });
    at = end;
  }
  return found;
}

/** The phrase before the first verb, where a verb stands between it and the quoted words. */
function subjectBefore({ tokens, phrases }: AnalysedText, sentence: Sentence, part: Run): Phrase | undefined {
  const before = phrases.filter(
    ({ from, to }) => from >= sentence.from && to <= part.from && tokens[from]!.region < 0,
  );
  return before.findLast(({ to }) =>
    tokens.slice(to, to + 2).some(({ tag, region }) => tag === 'VERB' && region < 0),
  );
}
