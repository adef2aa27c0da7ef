import type { AnalysedText } from '../text/analysed-text.ts';
import type { Token } from '../text/tokens.ts';

const EDGE: Token = { text: '', lower: '∅', tag: '∅', start: 0, end: 0, region: -1 };

/** The token at a place, and an empty one outside of the sentence. */
export function tokenIn({ tokens, sentenceOf }: AnalysedText, sentence: number, at: number): Token {
  return sentenceOf[at] === sentence ? tokens[at]! : EDGE;
}

/** Numbers in few classes. */
export const bucket = (value: number): string =>
  value <= 4
    ? String(value)
    : value <= 7
      ? '5-7'
      : value <= 12
        ? '8-12'
        : value <= 20
          ? '13-20'
          : value <= 40
            ? '21-40'
            : '41+';

/** What kind of word it is: a pronoun by itself, a name, a mark by itself, else its part of speech. */
export function shapeOf({ lower, tag, text }: Token): string {
  if (tag === 'PRON' || tag === 'PUNCT' || tag === 'DET' || tag === 'ADP') return lower;
  if (/^\p{Lu}/u.test(text)) return `${tag}^`;
  return tag;
}

/** The end of a word, which says what a word that was never seen may be. */
export const endingOf = (word: string): string => word.slice(-3);
