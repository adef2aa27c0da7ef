/** Letters that the analyzer of the full-text indexes folds, and that Unicode does not decompose. */
const FOLDED: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

export interface Word {
  /** Without case and accents, as the full-text indexes compare it. */
  folded: string;
  start: number;
  end: number;
}

/** The words of a text as the full-text indexes split it: letters and digits, also joined by an apostrophe or a dot. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}_]+(?:['’.][\p{L}\p{N}\p{M}_]+)*/gu)].map((match) => ({
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));

/** A text without case and accents. */
export const fold = (text: string) => (isAscii(text) ? text.toLowerCase() : foldMarks(text));

const isAscii = (text: string) => !/[^ -~]/.test(text);

const foldMarks = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => FOLDED[letter]!)
    .replaceAll('’', "'");
