import { firstWhere } from './sorted.ts';

/**
 * Where the sentences of a text begin, in code points. A line break ends one; an abbreviation of a title or an initial does
 * not, although a capital letter follows, nor do words in quotation marks after which the sentence goes on.
 * @param language the language of the text, as a tag of BCP 47.
 */
export function sentenceStarts(text: string, language: string): number[] {
  const starts: number[] = [];
  let before: string | undefined;
  let length = 0;
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    const isPart = segment.trim() === '' || (before !== undefined && goesOn(before, segment));
    if (!isPart) starts.push(length);
    length += [...segment].length;
    before = segment;
  }
  return starts;
}

/** The start of the sentence that a place of a text is in, out of the starts of all of them. */
export function sentenceAt(starts: number[], place: number): number {
  return starts[firstWhere(starts.length, (index) => starts[index]! > place) - 1] ?? 0;
}

const goesOn = (before: string, after: string): boolean =>
  !endsLine(before) && (ABBREVIATION.test(before) || LOWER_CASE.test(after));

const endsLine = (sentence: string): boolean => LINE_BREAK.test(sentence.slice(sentence.trimEnd().length));

const LINE_BREAK = /[\n\r\u0085\u2028\u2029]/;

/** What stands before a name or a number, so that its dot is seldom the end of a sentence. */
const TITLES = [
  ...['Mr', 'Mrs', 'Ms', 'Mx', 'Dr', 'Prof', 'Rev', 'Fr', 'Sr', 'Hon', 'St', 'Messrs'],
  ...['Pres', 'Gov', 'Sen', 'Rep', 'Amb', 'Sec', 'Supt', 'Insp', 'Det', 'Atty'],
  ...['Gen', 'Lt', 'Col', 'Maj', 'Capt', 'Cpt', 'Cmdr', 'Cdr', 'Adm', 'Brig', 'Sgt', 'Cpl', 'Pvt', 'Pfc'],
  ...['No', 'Nos', 'vs', 'approx', 'cf', 'ca', 'al'],
  ...['Jan', 'Feb', 'Mar', 'Apr', 'Jun', 'Jul', 'Aug', 'Sept', 'Sep', 'Oct', 'Nov', 'Dec'],
];
const ABBREVIATION = new RegExp(
  `(?<![\\p{L}\\p{N}.])(?:${TITLES.join('|')}|\\p{L}(?:\\.\\p{L})*)\\.\\s*$`,
  'u',
);
const LOWER_CASE = /^[\s"'“”‘’«»)\]]*\p{Ll}/u;
