import { MATCHING } from '../limits.ts';
import { type FoldedWord, foldWords, isEnglish } from './fold/fold-words.ts';
import { withPhrases } from './fold/phrases.ts';
import { plainStem } from './likeness/plain-stem.ts';
import type { Rendering } from './rendering.ts';

/** A rendering with its words as they are compared. */
export interface FoldedRendering {
  /** All that it says. */
  words: FoldedWord[];
  /** The same as their sense is compared: phrases in one word, irregular forms as the plain one. */
  told: FoldedWord[];
  /** The words that it quotes, run by run. */
  quoted: FoldedWord[][];
  /** Whether a text within it is quoted in its turn: its speaker may repeat what another said. */
  hasQuoteWithin: boolean;
  /** Renderings of two languages share no words. */
  language: string;
}

const DOUBLE = /["“”„«»]/;
const OPENS = /[‘']\p{L}+ \p{L}/u;
const CLOSES = /[’'](?!\p{L})/gu;

/** Whether a text is quoted within another, in single marks on one line. */
const isQuotedWithin = (text: string): boolean =>
  DOUBLE.test(text) ||
  text.split(/[\n\r\u2028\u2029]/).some((line) => {
    const opens = line.search(OPENS);
    const closes = [...line.matchAll(CLOSES)].at(-1)?.index ?? -1;
    return opens >= 0 && closes > opens + 1;
  });

const folded = new WeakMap<Rendering, FoldedRendering>();

/** The words of a rendering; each rendering is folded once. */
export function foldRendering(rendering: Rendering): FoldedRendering {
  const known = folded.get(rendering);
  if (known) return known;
  const { parts, quoted, quoteType, language } = rendering;
  const runs = quoteType === 'direct' ? parts : quoteType === 'mixed' ? quoted : [];
  const words = foldWords(parts.join(' … '), language).slice(0, MATCHING.words);
  let told: FoldedWord[] | undefined;
  const made = {
    words,
    get told() {
      told ??= isEnglish(language) ? toldWords(words) : words;
      return told;
    },
    // What is one quotation has no other words.
    quoted: firstWords(
      runs.length === 1 && runs === parts ? [words] : runs.map((run) => foldWords(run, language)),
    ),
    hasQuoteWithin: quoteType === 'direct' && parts.some(isQuotedWithin),
    language: isEnglish(language) ? 'en' : language.toLowerCase().replace(/-.*/, ''),
  };
  folded.set(rendering, made);
  return made;
}

/** English words as their sense is compared. */
export const toldWords = (words: readonly FoldedWord[]): FoldedWord[] =>
  withPhrases(words).map((word) => ({ ...word, key: plainStem(word.key) }));

/** The runs without those that are beyond the words that are compared. */
function firstWords(runs: FoldedWord[][]): FoldedWord[][] {
  let left = MATCHING.words;
  return runs
    .map((words) => {
      const first = words.slice(0, left);
      left -= first.length;
      return first;
    })
    .filter((words) => words.length > 0);
}
