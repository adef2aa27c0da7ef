import { LanguageTag } from '../../model/language-tag.ts';

const ENGLISH = new Set('the of and to in a is that for it was on with as his he be at by'.split(' '));

/** A tag as it is given, else English where the text looks like that, else the tag for what is not determined. */
export function languageOr(tag: string | null, text: string): string {
  const given = LanguageTag.safeParse(tag?.trim().replace('_', '-'));
  if (given.success) return given.data;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const known = words.slice(0, 2000).filter((word) => ENGLISH.has(word)).length;
  return words.length === 0 || known > 0.12 * Math.min(words.length, 2000) ? 'en' : 'und';
}
