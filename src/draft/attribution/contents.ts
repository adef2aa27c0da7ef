import type { AnalysedText } from '../text/analysed-text.ts';
import type { Phrase } from '../text/phrases.ts';
import type { Run } from '../text/sentences.ts';
import { bucket, shapeOf, tokenIn } from './features.ts';

/** Where the words of what is said stand: after the words that report them, before, around, or in other sentences. */
export type Side = 'after' | 'before' | 'around' | 'next' | 'previous';

export interface Content {
  side: Side;
  /** The runs of its parts, in the order of the text. */
  parts: Run[];
}

/** Contents that may be meant, and what they are made of, so that what many share is weighed once. */
export interface ContentCandidates {
  contents: Content[];
  /** Features of beginnings, ends and pairs. */
  parts: string[][];
  /** The parts of each content. */
  of: number[][];
}

const MOST_STARTS = 14;
const MOST_ENDS = 26;
const OPENERS =
  /^(that|whether|if|how|what|why|who|when|where|to|as|for|of|about|on|in|with|the|a|an|it|he|she|they|there|because|than|by)$/;
const BREAKS =
  /^(and|but|while|as|when|after|before|because|which|who|where|whose|in|on|at|during|for|with|although|though|if|since|until|adding|saying|according|that|to|from|by|unless|despite|following|amid|citing|including|instead|rather|or|then)$/;

const isMark = (text: string) => /^[,;:.?!…—–-]+$/.test(text);

/**
 * The contents that a cue may report.
 * @param source who speaks, where the sentence names them.
 */
export function contentCandidates(
  read: AnalysedText,
  likelyCues: Float32Array,
  cue: number,
  source: Phrase | null,
): ContentCandidates {
  const found: ContentCandidates = { contents: [], parts: [], of: [] };
  const { tokens, sentences, sentenceOf } = read;
  const nth = sentenceOf[cue]!;
  const sentence = sentences[nth]!;
  const block = blockOf(read, cue, source, sentence);
  const following = quotedAfter(read, nth);
  const part = (features: string[]) => found.parts.push(features) - 1;
  const add = (side: Side, runs: Run[], ...of: number[]) => {
    const kept = runs.map((run) => trimmed(read, run)).filter(({ from, to }) => to > from);
    if (kept.length !== runs.length) return;
    const last = tokens[kept.at(-1)!.to - 1]!;
    const ends = side === 'before' || kept.at(-1)!.to >= sentence.to - 1;
    if (following !== null && last.region >= 0 && ends && kept.at(-1)!.to <= following.from)
      kept.push(following);
    const pair = part(pairFeatures(read, likelyCues, cue, source, side, kept));
    found.contents.push({ side, parts: kept });
    found.of.push([...of, pair]);
  };

  const startsAfter = startsIn(read, block.to, sentence.to);
  const endsAfter = endsIn(read, block.to, sentence.to);
  const startParts = startsAfter.map((at) =>
    part(edgeFeatures(read, likelyCues, cue, 's>', at, at - block.to)),
  );
  const endParts = endsAfter.map((at) =>
    part(edgeFeatures(read, likelyCues, cue, 'e>', at - 1, sentence.to - at)),
  );
  for (const [i, from] of startsAfter.entries())
    for (const [j, to] of endsAfter.entries())
      if (to > from) add('after', [{ from, to }], startParts[i]!, endParts[j]!);

  const startsBefore = beginningsIn(read, sentence.from, block.from);
  const endsBefore = lastsIn(read, sentence.from, block.from);
  const beginParts = startsBefore.map((at) =>
    part(edgeFeatures(read, likelyCues, cue, 's<', at, at - sentence.from)),
  );
  const lastParts = endsBefore.map((at) =>
    part(edgeFeatures(read, likelyCues, cue, 'e<', at - 1, block.from - at)),
  );
  for (const [i, from] of startsBefore.entries())
    for (const [j, to] of endsBefore.entries())
      if (to > from) add('before', [{ from, to }], beginParts[i]!, lastParts[j]!);

  // Around: what stands before goes on after the words that report it.
  const to = endsBefore[0];
  if (to !== undefined)
    for (const [i, from] of startsBefore.slice(0, 4).entries())
      for (const [k, goesOn] of startsAfter.slice(0, 6).entries())
        for (const [j, end] of endsAfter.slice(0, 4).entries())
          if (to > from && end > goesOn)
            add(
              'around',
              [
                { from, to },
                { from: goesOn, to: end },
              ],
              beginParts[i]!,
              startParts[k]!,
              endParts[j]!,
            );

  const paragraph = read.paragraphs[sentence.paragraph]!;
  const isLabel = tokens[block.to]?.text === ':' || tokens[cue]!.text === ':';
  if (isLabel && paragraph.to > sentence.to && startParts.length > 0)
    add('after', [{ from: startsAfter[0]!, to: paragraph.to }], startParts[0]!);
  const isLast = block.to >= sentence.to - 2 || tokens[sentence.to - 1]!.text === ':';
  const next = sentences[nth + 1];
  if (next && isLast) {
    const whole = quotedAfter(read, nth);
    add('next', [whole ?? next]);
    const end = read.paragraphs[next.paragraph]!.to;
    if (end > next.to) add('next', [{ from: next.from, to: end }]);
  }
  const previous = sentences[nth - 1];
  if (previous && tokens[previous.to - 1]!.region >= 0 && block.from <= sentence.from + 3) {
    add('previous', [previous]);
    const begin = read.paragraphs[previous.paragraph]!.from;
    if (begin < previous.from) add('previous', [{ from: begin, to: previous.to }]);
  }
  return found;
}

/** The quoted sentences that go on directly after a sentence, in its paragraph. */
function quotedAfter(read: AnalysedText, nth: number): Run | null {
  const { sentences } = read;
  let end = nth + 1;
  while (sentences[end]?.paragraph === sentences[nth]!.paragraph && isQuotedWhole(read, sentences[end]!))
    end++;
  return end > nth + 1 ? { from: sentences[nth + 1]!.from, to: sentences[end - 1]!.to } : null;
}

/** Whether each word of a run stands in quotation marks. */
export function isQuotedWhole({ tokens }: AnalysedText, { from, to }: Run): boolean {
  let words = 0;
  for (let at = from; at < to; at++) {
    if (!/[\p{L}\p{N}]/u.test(tokens[at]!.text)) continue;
    if (tokens[at]!.region < 0) return false;
    words++;
  }
  return words > 0;
}

/** The words that report: the cue, and who speaks where they stand beside it. */
function blockOf(read: AnalysedText, cue: number, source: Phrase | null, sentence: Run): Run {
  let [from, to] = [cue, cue + 1];
  if (read.tokens[cue]!.lower === 'according' && read.tokens[to]?.lower === 'to') to++;
  if (source !== null && source.to <= cue && cue - source.to < 12) from = source.from;
  if (source !== null && source.from >= to && source.from - to < 3) to = source.to;
  return { from: Math.max(from, sentence.from), to: Math.min(to, sentence.to) };
}

function startsIn({ tokens }: AnalysedText, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from; at < to && found.length < MOST_STARTS; at++) {
    const [before, token] = [tokens[at - 1]!, tokens[at]!];
    const isStart =
      at === from ||
      OPENERS.test(token.lower) ||
      isMark(before.text) ||
      before.lower === 'that' ||
      (token.region >= 0 && before.region !== token.region) ||
      (at - from < 4 && token.tag !== 'PUNCT');
    if (isStart && !isMark(token.text)) found.push(at);
  }
  return found;
}

function endsIn({ tokens }: AnalysedText, from: number, to: number): number[] {
  const found = [to];
  for (let at = from + 1; at < to && found.length < MOST_ENDS; at++) {
    const [before, token] = [tokens[at - 1]!, tokens[at]!];
    const isEnd =
      isMark(token.text) ||
      BREAKS.test(token.lower) ||
      (before.region >= 0 && before.region !== token.region);
    if (isEnd && !isMark(before.text)) found.push(at);
  }
  return found;
}

function beginningsIn({ tokens }: AnalysedText, from: number, to: number): number[] {
  const found: number[] = from < to ? [from] : [];
  for (let at = from + 1; at < to && found.length < MOST_STARTS; at++) {
    const [before, token] = [tokens[at - 1]!, tokens[at]!];
    const isStart =
      /^[,;:—–-]$/.test(before.text) ||
      BREAKS.test(before.lower) ||
      BREAKS.test(token.lower) ||
      (token.region >= 0 && before.region !== token.region);
    if (isStart && !isMark(token.text)) found.push(at);
  }
  return found;
}

function lastsIn({ tokens }: AnalysedText, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = to; at > from && found.length < 6; at--) {
    const [before, token] = [tokens[at - 1]!, tokens[at]];
    if (
      at === to ||
      isMark(token?.text ?? '') ||
      /^(,|who|which|and)$/.test(token?.lower ?? '') ||
      (before.region >= 0 && before.region !== token?.region)
    )
      found.push(at);
  }
  return found;
}

/** Marks between parts belong to none of them, unless they are quoted. */
function trimmed({ tokens }: AnalysedText, { from, to }: Run): Run {
  let [first, end] = [from, to];
  while (first < end && isMark(tokens[first]!.text) && tokens[first]!.region < 0) first++;
  while (end > first && isMark(tokens[end - 1]!.text) && tokens[end - 1]!.region < 0) end--;
  return { from: first, to: end };
}

function edgeFeatures(
  read: AnalysedText,
  likelyCues: Float32Array,
  cue: number,
  which: string,
  at: number,
  distance: number,
): string[] {
  const { tokens, sentenceOf } = read;
  const nth = sentenceOf[cue]!;
  const word = tokens[cue]!.lower;
  const near = (step: number) => tokenIn(read, nth, at + step);
  const token = near(0);
  const opens = token.region >= 0 && near(-1).region !== token.region;
  const closes = token.region >= 0 && near(1).region !== token.region;
  const quote = opens ? 'open' : closes ? 'close' : token.region >= 0 ? 'in' : '-';
  const far = bucket(distance);
  const { to } = read.sentences[nth]!;
  let nextCue = 0;
  for (let next = at + 1; next < to && nextCue === 0; next++)
    if (likelyCues[next]! > 0.5) nextCue = next - at;
  const further = nextCue === 0 ? '-' : bucket(nextCue);
  const left = bucket(to - at - 1);
  return [
    `${which}w=${token.lower}`,
    `${which}w-c=${token.lower}/${word}`,
    `${which}s=${shapeOf(token)}/${far}`,
    `${which}p=${near(-1).lower}`,
    `${which}p-w=${shapeOf(near(-1))}/${shapeOf(token)}`,
    `${which}n=${near(1).lower}`,
    `${which}n-w=${shapeOf(token)}/${shapeOf(near(1))}`,
    `${which}n2=${near(1).lower}/${near(2).lower}`,
    `${which}n2s=${near(1).lower}/${shapeOf(near(2))}`,
    `${which}q=${quote}`,
    `${which}q-d=${quote}/${far}`,
    `${which}q-c=${quote}/${word}`,
    `${which}d=${far}`,
    `${which}cue=${further}`,
    `${which}cue-n=${further}/${near(1).lower}`,
    `${which}cue-2=${nextCue > 0}/${near(1).lower}/${shapeOf(near(2))}`,
    `${which}left=${left}`,
    `${which}left-n=${left}/${near(1).lower}`,
    `${which}n3=${near(1).lower}/${shapeOf(near(2))}/${shapeOf(near(3))}`,
    `${which}d-c=${far}/${word}`,
    `${which}d-t=${far}/${tokens[cue]!.tag}`,
  ];
}

function pairFeatures(
  read: AnalysedText,
  likelyCues: Float32Array,
  cue: number,
  source: Phrase | null,
  side: Side,
  parts: Run[],
): string[] {
  const { tokens, sentences, sentenceOf } = read;
  const sentence = sentences[sentenceOf[cue]!]!;
  const word = tokens[cue]!.lower;
  let [words, verbs, quoted] = [0, 0, 0];
  for (const { from, to } of parts)
    for (let at = from; at < to; at++) {
      words++;
      if (tokens[at]!.tag === 'VERB' || tokens[at]!.tag === 'AUX') verbs++;
      if (tokens[at]!.region >= 0) quoted++;
    }
  let cues = 0;
  let commas = 0;
  for (const { from, to } of parts)
    for (let at = from; at < to; at++) {
      if (likelyCues[at]! > 0.5 && tokens[at]!.region < 0) cues++;
      if (tokens[at]!.text === ',' && tokens[at]!.region < 0) commas++;
    }
  const end = parts.at(-1)!.to;
  const isWhole = end >= sentence.to - 1;
  let outside = 0;
  for (let at = sentence.from; at < sentence.to; at++)
    if (tokens[at]!.region >= 0 && !parts.some(({ from, to }) => from <= at && at < to)) outside++;
  const [first, last] = [tokens[parts[0]!.from]!, tokens[parts.at(-1)!.to - 1]!];
  const isCut =
    (first.region >= 0 && tokens[parts[0]!.from - 1]?.region === first.region) ||
    (last.region >= 0 && tokens[parts.at(-1)!.to]?.region === last.region);
  const share = quoted === 0 ? 'none' : quoted === words ? 'all' : quoted * 2 > words ? 'most' : 'some';
  const where = source === null ? 'none' : source.to <= cue ? '<' : '>';
  const isQuotedBefore = parts[0]!.from >= sentence.from && tokens[sentence.from]!.region >= 0;
  const touches = `${tokens[cue - 1]?.region !== undefined && tokens[cue - 1]!.region >= 0 ? 'q' : '-'}`;
  return [
    `side=${side}`,
    `side-w=${side}/${word}`,
    `side-s=${side}/${where}`,
    `side-st=${side}/${where}/${touches}`,
    `side-q=${side}/${share}`,
    `side-qw=${side}/${share}/${word}`,
    `side-b=${side}/${isQuotedBefore}/${word}`,
    `side-b2=${side}/${tokens[sentence.from]!.region >= 0}/${tokens[sentence.to - 1]!.text}`,
    `side-n=${side}/${parts.length}`,
    `side-o=${side}/${share}/${bucket(Math.min(outside, 8))}`,
    `len=${side}/${bucket(words)}`,
    `len-w=${bucket(words)}/${word}`,
    `v=${Math.min(verbs, 2)}/${side}`,
    `v-w=${Math.min(verbs, 1)}/${word}`,
    `cut=${isCut}`,
    `cues=${Math.min(cues, 2)}/${side}`,
    `cues-e=${Math.min(cues, 2)}/${isWhole}`,
    `commas=${Math.min(commas, 3)}/${isWhole}`,
    `commas-w=${Math.min(commas, 1)}/${isWhole}/${word}`,
    `whole=${isWhole}/${word}`,
    `first=${shapeOf(first)}/${isWhole}`,
    `first-n=${first.lower}/${tokens[end]?.lower ?? ''}`,
    `commas-n=${Math.min(commas, 3)}/${tokens[end]?.text === ',' ? (tokens[end + 1]?.lower ?? '') : (tokens[end]?.lower ?? '')}`,
    `out=${bucket(outside)}`,
    `q-edges=${first.region >= 0}/${last.region >= 0}/${side}`,
  ];
}
