import { numberInWords } from '../match/fold/number-words.ts';
import { stemOf } from '../search/word-forms.ts';
import { readQuotation } from './quotation.ts';
import { rarestFirst, weightOf } from './weights.ts';
import type { Word } from './words.ts';

/** What a word counts that is rare; the rest count less in turn. */
const MOST_WORDS = 10;
/** Words in a row find what is verbatim among very many statements on the same. */
const MOST_RUNS = 6;
const RUN = 4;
const RUN_WEIGHT = 8;
/** A paraphrase has other forms of its words. */
const FORM_WEIGHT = 0.5;
/** What a plural, a tense or a noun adds to a stem: other forms hardly occur, and each takes a look into every part of the index. */
const ENDINGS = ['', ...'s es d ed e ing y ies ied ion ate er ers ly'.split(' ')];

/**
 * A query of Lucene for statements that may be those of a quotation: with any of its rarest words, and rather with words of it in a row.
 * Undefined where it has no word. What is looked for stands in double quotes, and nothing in it is an operator.
 */
export function searchQuery(quote: string): string | undefined {
  const { text, words } = readQuotation(quote);
  const counted = words.filter(({ isInserted }) => !isInserted);
  if (counted.length === 0) return undefined;
  const written = ({ start, end }: Word) => text.slice(start, end);
  const rare = new Set(rarestFirst(counted).slice(0, MOST_WORDS));
  // What all say finds what is said in these very words alone.
  const isAlone = rare.size === 0 && counted.length === 1;
  const single = counted.filter(
    ({ key }, at) => (rare.has(key) || isAlone) && counted.findIndex((word) => word.key === key) === at,
  );
  const forms = new Set(single.flatMap(({ key, start, end }) => otherForms(text.slice(start, end), key)));
  for (const word of single) forms.delete(written(word).toLowerCase());
  return [
    ...single.map((word) => quoted(written(word))),
    ...[...forms].map((form) => `${quoted(form)}^${FORM_WEIGHT}`),
    ...runsOf(text, counted),
  ].join(' OR ');
}

/** What else may stand for a word: its plural and its tenses, and a number in words or in digits. */
function otherForms(written: string, key: string): string[] {
  if (/^\d/.test(key)) return [key, ...numberInWords(Number(key))];
  if (!/^[a-z]{3,40}$/i.test(written)) return [];
  const stem = stemOf(written.toLowerCase());
  return ENDINGS.map((ending) => stem + ending).filter((form) => stemOf(form) === stem);
}

/** Some runs of words from all over the quotation: of each stretch of it the one that tells most, since what all say is in most texts. */
function runsOf(text: string, words: readonly Word[]): string[] {
  const last = words.length - RUN;
  if (last < 0)
    return words.length > 1 ? [`${quoted(between(text, words, 0, words.length))}^${RUN_WEIGHT}`] : [];
  const count = Math.min(MOST_RUNS, Math.ceil(words.length / RUN));
  const bounds = Array.from({ length: count + 1 }, (_, nth) => Math.round((nth * (last + 1)) / count));
  const starts = bounds.slice(1).flatMap((end, nth) => heaviestOf(words, bounds[nth]!, end));
  return starts.map((start) => `${quoted(between(text, words, start, start + RUN))}^${RUN_WEIGHT}`);
}

/** Where the run begins that tells most, of those that begin from one place to another; none where there is no place. */
const heaviestOf = (words: readonly Word[], from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, nth) => from + nth)
    .toSorted(
      (one, other) => weightOf(words.slice(other, other + RUN)) - weightOf(words.slice(one, one + RUN)),
    )
    .slice(0, 1);

/** The two of "don't" are one word to an index. */
const between = (text: string, words: readonly Word[], from: number, to: number) =>
  words
    .slice(from, to)
    .map(
      ({ start, end }, nth, { [nth - 1]: before }) =>
        (before && before.end < start ? ' ' : '') + text.slice(start, end),
    )
    .join('');

const quoted = (words: string) => `"${words.replaceAll(/["\\]/g, ' ')}"`;
