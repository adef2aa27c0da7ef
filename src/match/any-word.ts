import { wordsOf } from '../search/words.ts';

const MOST_WORDS = 50;

/** A query of Lucene for what has any word of some texts; empty where they have none. */
export const anyWord = (texts: readonly string[]): string =>
  [...new Set(texts.flatMap((text) => wordsOf(text).map(({ folded }) => folded)))]
    .slice(0, MOST_WORDS)
    .join(' ');
