import { nameKey, plainForms } from '../model/name-key.ts';
import { fullTextQuery } from './full-text.ts';

/** The words of a name as the full-text index of names holds them. */
export const nameWords = (name: string): string[] => wordsOf(plainForms(nameKey(name)).words);

const wordsOf = (plain: string): string[] => plain.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];

/** Scripts of which the index holds each letter as a word, so that words are found as phrases only. */
const LETTERWISE = /[\p{Script=Han}\p{Script=Hiragana}]/u;

/** A Lucene query for names with all words of a text, the last of which may be a beginning. */
export function prefixQuery(name: string): string {
  const words = nameWords(name);
  return words
    .map((word, nth) => (LETTERWISE.test(word) ? `"${word}"` : nth === words.length - 1 ? `${word}*` : word))
    .join(' AND ');
}

/** A term for a word of which so many letters may be wrong. */
export const wordTerm = (word: string, edits: number): string =>
  LETTERWISE.test(word) ? `"${word}"` : edits === 0 ? word : `${word}~${edits}`;

const MOST_WORDS = 10;

/** A Lucene query for names with words that are near to those of a plain text; empty where it has none. */
export const fuzzyQuery = (plain: string): string =>
  wordsOf(plain)
    .slice(0, MOST_WORDS)
    .flatMap((word) => [wordTerm(word, editsIn(word)), ...(LETTERWISE.test(word) ? [] : [`${word}*`])])
    .join(' OR ');

/** The longer a word, the more of its letters may be wrong: as many as are still near, and Lucene looks for. */
const editsIn = ({ length }: string): number => (length < 4 ? 0 : length < 7 ? 1 : 2);

/**
 * A Lucene query for entities by a user's text: for what has all its words and phrases, or has them in its names, however they are
 * written.
 */
export function entityQuery(text: string): string {
  const terms = (text.match(/"[^"]*"|[^"]+/g) ?? []).flatMap((part) =>
    part.startsWith('"') ? [nameWords(part).join(' ')] : nameWords(part),
  );
  const inNames = terms.filter((term) => term !== '').map((term) => `"${term}"`);
  if (inNames.length === 0) return fullTextQuery(text);
  const asOneWord = nameWords(text).join('');
  return `(${fullTextQuery(text)}) OR (${inNames.join(' AND ')}) OR "${asOneWord}"`;
}
