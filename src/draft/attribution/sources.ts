import type { AnalysedText } from '../text/analysed-text.ts';
import type { Phrase } from '../text/phrases.ts';
import { bucket, shapeOf, tokenIn } from './features.ts';

const MOST_BEFORE = 9;
const MOST_AFTER = 4;

/** The phrases that may name who speaks, the nearest ones of the sentence; null stands for nobody. */
export function sourceCandidates(read: AnalysedText, cue: number): (Phrase | null)[] {
  const sentence = read.sentences[read.sentenceOf[cue]!]!;
  const region = read.tokens[cue]!.region;
  const near = phrasesWithin(read, sentence.from, sentence.to).filter(
    ({ from, to }) => !(from <= cue && cue < to) && read.tokens[from]!.region === region,
  );
  const before = near.filter(({ to }) => to <= cue).slice(-MOST_BEFORE);
  const after = near.filter(({ from }) => from > cue).slice(0, MOST_AFTER);
  return [...before, ...after, null];
}

function phrasesWithin({ phrases }: AnalysedText, from: number, to: number): Phrase[] {
  let low = 0;
  let high = phrases.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (phrases[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  const found: Phrase[] = [];
  for (let at = low; at < phrases.length && phrases[at]!.to <= to; at++) found.push(phrases[at]!);
  return found;
}

/** What is seen of a phrase that may name who speaks. */
export function sourceFeatures(
  read: AnalysedText,
  likelyCues: Float32Array,
  cue: number,
  phrase: Phrase | null,
): string[] {
  const { tokens, sentenceOf, sentences } = read;
  const nth = sentenceOf[cue]!;
  const sentence = sentences[nth]!;
  const word = tokens[cue]!.lower;
  const cueTag = tokens[cue]!.tag;
  const near = (at: number) => tokenIn(read, nth, at);
  const quoted = (at: number) => (near(at).region >= 0 ? 'q' : '-');
  const touch = `${quoted(cue - 1)}${quoted(cue + 1)}${near(cue - 1).lower === ',' ? ',' : ''}`;
  if (phrase === null) {
    const passive =
      /^(is|are|was|were|be|been|being|'s|'re)$/.test(near(cue - 1).lower) ||
      /^(is|are|was|were|been)$/.test(near(cue - 2).lower);
    return [
      'none',
      `none-w=${word}`,
      `none-t=${cueTag}`,
      `none-p=${passive}/${near(cue + 1).lower === 'by'}`,
      `none-first=${cue === sentence.from}`,
      `none-b=${near(cue - 1).lower}`,
      `none-bt=${near(cue - 1).tag}/${cueTag}`,
      `none-touch=${touch}`,
    ];
  }
  const { from, to, head } = phrase;
  const isBefore = to <= cue;
  const side = isBefore ? '<' : '>';
  const gap = isBefore ? { from: to, to: cue } : { from: cue + 1, to: from };
  const between = tokens.slice(gap.from, gap.to);
  const tags = between.map(shapeOf);
  const verbs = between.filter(({ tag }) => tag === 'VERB').length;
  const commas = between.filter(({ text }) => /^[,—–(-]/.test(text)).length;
  const isQuoteBetween = between.some(({ region }) => region >= 0);
  const phrasesBetween = phrasesWithin(read, gap.from, gap.to).length;
  const headToken = tokens[head]!;
  const kind = phrase.isPronoun
    ? `pr:${headToken.lower}`
    : headToken.tag === 'PROPN' || tokens.slice(from, to).some(({ tag }) => tag === 'PROPN')
      ? 'name'
      : 'noun';
  const isPlainKind = phrase.isPronoun ? 'pr' : kind;
  const first = near(from - 1);
  const next = near(to);
  const firstWord = tokens[from]!.lower;
  const path =
    between.length <= 4 ? tags.join(' ') : `${tags.slice(0, 2).join(' ')}…${tags.slice(-2).join(' ')}`;
  let [cuesBetween, takenNearer] = [0, false];
  for (let at = gap.from; at < gap.to; at++) if (likelyCues[at]! > 0.5) cuesBetween++;
  for (let at = to; at < to + 3; at++) if (at !== cue && likelyCues[at]! > 0.5) takenNearer = true;
  const isInverted = !isBefore && between.length === 0;
  const rel = between.some(({ lower }) => /^(who|which|that)$/.test(lower));
  return [
    `side=${side}`,
    `side-t=${side}/${cueTag}`,
    `side-w=${side}/${word}`,
    `n=${side}${phrasesBetween}`,
    `n-v=${side}${phrasesBetween}/${verbs}`,
    `n-w=${side}${Math.min(phrasesBetween, 3)}/${word}`,
    `n-t=${side}${phrasesBetween}/${cueTag}`,
    `n-touch=${side}${phrasesBetween}/${touch}`,
    `v=${side}${verbs}`,
    `v-c=${side}${verbs}/${Math.min(commas, 3)}`,
    `gap=${side}${bucket(between.length)}`,
    `path=${side}${path}`,
    `path-k=${side}${path}/${isPlainKind}`,
    `last=${side}${between.length ? between.at(-1)!.lower : ''}`,
    `k=${side}${kind}`,
    `k-t=${side}${isPlainKind}/${cueTag}`,
    `k-n=${side}${isPlainKind}/${phrasesBetween}`,
    `k-w=${isPlainKind}/${word}`,
    `h=${headToken.lower}`,
    `ht=${headToken.tag}/${side}`,
    `first=${firstWord}`,
    `prev=${side}${first.lower}`,
    `prev-t=${side}${first.tag}/${Math.min(phrasesBetween, 2)}`,
    `prev-v=${first.tag === 'ADP'}/${verbs}`,
    `next=${side}${next.lower}`,
    `next-t=${side}${next.tag}`,
    `next-v=${next.tag === 'VERB' || next.tag === 'AUX'}/${verbs}/${side}`,
    `inv=${isInverted}/${touch}`,
    `inv-w=${isInverted}/${word}`,
    `inv-n=${isInverted}/${touch}/${shapeOf(next)}`,
    `inv-k=${isInverted}/${touch}/${isPlainKind}`,
    `start=${from === sentence.from}/${side}`,
    `start-v=${from === sentence.from}/${side}/${verbs}`,
    `qb=${isQuoteBetween}/${side}`,
    `rel=${rel}/${side}/${phrasesBetween}`,
    `cb=${side}${cuesBetween}/${verbs}`,
    `cb-n=${side}${cuesBetween}/${phrasesBetween}/${between[0]?.lower === 'and' || between.at(-1)?.lower === 'and'}`,
    `near=${takenNearer}/${side}/${cuesBetween}`,
    `poss=${tokens[to - 1]!.lower}`,
  ];
}
