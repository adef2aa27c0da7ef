import { TEXTS } from '../../limits.ts';

/**
 * The text of an article as far as words can be looked for in it, whatever else is wrong with it: characters that came
 * decomposed are compared composed. A byte order mark in front is no part of it. Null where there is none, or
 * more than is taken.
 */
export const quotable = (text: unknown): string | null =>
  typeof text !== 'string' || text.length > TEXTS.article || text.trim() === '' || !text.isWellFormed()
    ? null
    : text.replace(/^\ufeff/, '').normalize('NFC');
