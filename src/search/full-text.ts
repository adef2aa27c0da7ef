import { wordForms } from './word-forms.ts';
import { wordsOf } from './words.ts';

/** A word or a phrase of a user's text. */
export interface TextTerm {
  text: string;
  /** The words that are found by it, without case, accents and a possessive ending; none for a phrase. */
  forms: string[];
}

/** Words that the indexes leave out; a query for a form of one would find nothing. */
const STOP_WORDS = new Set(
  'a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with'.split(
    ' ',
  ),
);

/** What finds a word by its stem weighs so much less than the word itself that it comes after it. */
const STEM_WEIGHT = 0.01;

/**
 * A Lucene query for all words of a user's text, each in any of its forms, and for what stands in double quotes as it is. Every
 * text is quoted and forms are of plain letters, so nothing in the text is an operator.
 */
export const fullTextQuery = (text: string): string => textTerms(text).map(termQuery).join(' AND ');

const termQuery = ({ text, forms }: TextTerm): string =>
  forms.length === 0 ? `"${text}"` : `("${text}" OR ${formsPattern(forms)}^${STEM_WEIGHT})`;

/** A pattern of Lucene for any of some words, also as a possessive. */
function formsPattern(forms: string[]): string {
  const start = sharedStart(forms);
  const endings = forms.map((form) => form.slice(start.length)).filter((ending) => ending !== '');
  if (endings.length === 0) return `/${start}('s)?/`;
  return `/${start}(${endings.join('|')})${endings.length < forms.length ? '?' : ''}('s)?/`;
}

function sharedStart([first = '', ...others]: string[]): string {
  let { length } = first;
  while (!others.every((other) => other.startsWith(first.slice(0, length)))) length--;
  return first.slice(0, length);
}

/** The words and phrases of a user's text. */
export const textTerms = (text: string): TextTerm[] =>
  (text.match(/"[^"]*"|[^\s"]+/g) ?? [])
    .map((term) => ({
      text: term.replaceAll('"', '').replaceAll('\\', ' ').trim(),
      isQuoted: /^".*"$/.test(term),
    }))
    .filter((term) => isSearchable(term.text))
    .map((term) => ({ text: term.text, forms: term.isQuoted ? [] : formsOf(term.text) }));

/** The forms of a single English word; words with other letters are found as they are. */
function formsOf(text: string): string[] {
  const [word, ...more] = wordsOf(text);
  if (!word || more.length > 0) return [];
  const letters = withoutPossessive(word.folded);
  if (!/^[a-z]+$/.test(letters) || STOP_WORDS.has(letters)) return [];
  const written = text.slice(word.start, word.start + letters.length);
  return written.toLowerCase() === letters ? wordForms(written) : [letters];
}

/** A folded word without `'s`. */
export const withoutPossessive = (folded: string): string => folded.replace(/'s$/, '');

/** Whether a text has a word that an index holds; Lucene refuses a query without one. */
export const isSearchable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
