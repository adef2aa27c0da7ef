import { sayingVerb } from './saying-verbs.ts';
import { type Word, wordsOfText } from './words.ts';

/** A quotation as it is looked for. */
export interface Quotation {
  /** Its text, without the marks around it. */
  text: string;
  words: Word[];
  /** Its words in pieces, cut where an ellipsis marks that something is left out: the first and the last word of each. */
  pieces: { from: number; to: number }[];
}

/** Quotation marks of English, German, French, Nordic, Polish, Spanish, Chinese and Japanese. */
const MARKS = '"“”„‟«»‹›「」『』〝〞＂';
const OUTER = new Set(`'‘’‚‛${MARKS}`);
const ELLIPSIS = /…|\.\s?\.\s?\./g;
/** A quotation that goes on behind the words that name its speaker. */
const INTERRUPTED =
  /(?:[”»"」』]|(?<=\S)[“«](?=[\s,]))[^"“”„‟«»‹›「」『』〝〞＂]{1,90}(?:[“«"「『„]|(?<=\s)»(?=\S))/gu;
const SAYS = sayingVerb('i');

const isOuter = (character: string) => OUTER.has(character) || character.trim() === '';

/** A text without the marks around it. */
function withoutOuter(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isOuter(text[start]!)) start++;
  while (end > start && isOuter(text[end - 1]!)) end--;
  return text.slice(start, end);
}

/** Straight marks by turns open and close. */
function withPairs(text: string): string {
  let isOpen = false;
  return text.replaceAll('"', () => {
    isOpen = !isOpen;
    return isOpen ? '“' : '”';
  });
}

/** Reads a quotation as it is pasted: with marks of any language around it, and the words that name its speaker within it. */
export function readQuotation(pasted: string): Quotation {
  const joined = withPairs(pasted)
    .normalize('NFC')
    .replace(INTERRUPTED, (between) => (SAYS.test(between) ? ' ' : between));
  const text = withoutOuter(joined);
  const words = wordsOfText(text);
  const cuts = [...text.matchAll(ELLIPSIS)].map(({ index }) => index);
  const starts = [0, ...cuts.map((cut) => words.findIndex(({ start }) => start >= cut))].map((at) =>
    at < 0 ? words.length : at,
  );
  const pieces = starts
    .map((from, nth) => ({ from, to: starts[nth + 1] ?? words.length }))
    .filter(({ from, to }) => from < to);
  return { text, words, pieces };
}
