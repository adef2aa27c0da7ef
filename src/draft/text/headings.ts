import type { Token } from './tokens.ts';

/** Longer paragraphs are none, however many names they have. */
const MOST_TOKENS = 30;

/** Whether most words of a paragraph have a capital, as in headings of newspapers: there a capital tells no name. */
export function isHeading(tokens: readonly Token[]): boolean {
  if (tokens.length > MOST_TOKENS || isByline(tokens)) return false;
  const words = tokens.filter(({ text }) => /^\p{L}/u.test(text) && text.length > 3);
  return words.filter(({ text }) => /^\p{Lu}/u.test(text)).length * 3 > words.length * 2;
}

/** "By Nora Quill in Oslo": of a name all words have a capital too. */
const isByline = ([by, first, second]: readonly Token[]): boolean =>
  by?.text === 'By' && [first, second].every((name) => name !== undefined && /^\p{Lu}/u.test(name.text));
