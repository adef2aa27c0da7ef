import { type FoldedWord, foldWords } from '../match/fold/fold-words.ts';
import { toldWords } from '../match/folded-rendering.ts';
import type { RecordedRendering } from './record.ts';
import { type Word, wordsOfText } from './words.ts';

/** A rendering with its words. */
export interface Source {
  rendering: RecordedRendering;
  /** Its parts as one text, with a blank between them. */
  text: string;
  words: Word[];
  /** Whether each word is the speaker's, and not the outlet's own. */
  isQuoted: boolean[];
  /** Stretches of the text that its speaker quotes in turn. */
  secondHand: { start: number; end: number }[];
  /** Its words as their sense is compared; folded when they are first asked for. */
  readonly folded: FoldedWord[];
}

const WITHIN =
  /“[^“”]{3,}”|"[^"]{3,}"|‘(?=\p{L})[^‘’]{8,}’(?!\p{L})|(?<!\p{L})'(?=\p{L})[^']{8,}'(?!\p{L})|«[^«»]{3,}»/gu;

/** What of a text is compared, so that no text takes long: some pages by their words, and a page by its sense. */
const COMPARED = { words: 1000, sense: 120, characters: 10_000 };

/** The words of a text as their sense is compared. */
export const foldForSense = (text: string): FoldedWord[] =>
  toldWords(foldWords(text.slice(0, COMPARED.characters).toWellFormed(), 'en').slice(0, COMPARED.sense));

const read = new WeakMap<RecordedRendering, Source>();

/** Reads a rendering; each is read once. */
export function sourceOf(rendering: RecordedRendering): Source {
  const known = read.get(rendering);
  if (known) return known;
  const text = rendering.parts.join(' ');
  const words = wordsOfText(text.slice(0, COMPARED.characters)).slice(0, COMPARED.words);
  let folded: FoldedWord[] | undefined;
  const source: Source = {
    rendering,
    text,
    words,
    isQuoted: quotedWords(rendering, text, words),
    secondHand:
      rendering.quoteType === 'direct'
        ? [...text.matchAll(WITHIN)].map(({ index, 0: all }) => ({ start: index, end: index + all.length }))
        : [],
    get folded() {
      folded ??= foldForSense(text);
      return folded;
    },
  };
  read.set(rendering, source);
  return source;
}

function quotedWords(
  { quoteType, quoted }: RecordedRendering,
  text: string,
  words: readonly Word[],
): boolean[] {
  if (quoteType !== 'mixed') return words.map(() => quoteType === 'direct');
  const stretches: [number, number][] = [];
  let from = 0;
  for (const run of quoted) {
    const start = text.indexOf(run, from);
    if (start < 0) continue;
    from = start + run.length;
    stretches.push([start, from]);
  }
  return words.map(({ start, end }) => stretches.some(([first, last]) => first <= start && end <= last));
}
