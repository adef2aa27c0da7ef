import { MATCHING } from '../limits.ts';
import { type FoldedWord, foldWords, isEnglish } from './fold/fold-words.ts';
import type { Rendering } from './rendering.ts';

/** A rendering with its words as they are compared. */
export interface FoldedRendering {
  /** All that it says. */
  words: FoldedWord[];
  /** The words that it quotes, run by run. */
  quoted: FoldedWord[][];
  /** Whether a text within it is quoted in its turn: its speaker may repeat what another said. */
  hasQuoteWithin: boolean;
  /** Renderings of two languages share no words. */
  language: string;
}

/** Characters in which a quotation within is looked for: of longer ones that would take time. */
const LOOKED_INTO = 2000;
const QUOTED_WITHIN = /["“”„«»]|[‘'](?=\p{L}+ \p{L}).+[’'](?!\p{L})/u;

const folded = new WeakMap<Rendering, FoldedRendering>();

/** The words of a rendering; each rendering is folded once. */
export function foldRendering(rendering: Rendering): FoldedRendering {
  const known = folded.get(rendering);
  if (known) return known;
  const { parts, quoted, quoteType, language } = rendering;
  const runs = quoteType === 'direct' ? parts : quoteType === 'mixed' ? quoted : [];
  const made = {
    words: foldWords(parts.join(' … '), language).slice(0, MATCHING.words),
    quoted: firstWords(runs.map((run) => foldWords(run, language))),
    hasQuoteWithin:
      quoteType === 'direct' && parts.some((part) => QUOTED_WITHIN.test(part.slice(0, LOOKED_INTO))),
    language: isEnglish(language) ? 'en' : language.toLowerCase().replace(/-.*/, ''),
  };
  folded.set(rendering, made);
  return made;
}

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
