import { ALIKE, UNACCENTED } from '../model/name-key.ts';
import { differences } from './finding.ts';

interface NameRow {
  id: string;
  plain: string | null;
  words: string | null;
}

/** What is wrong with the forms in which a name is looked for beside its key. */
export function nameFaults({ id, plain, words }: NameRow): string[] {
  const wanted = withoutAccents(id);
  return differences({ plain, words }, { plain: wanted.split(' ').join(''), words: wanted });
}

const HAS_ACCENTS = /\p{sc=Latn}|\p{sc=Grek}|\p{sc=Cyrl}|\p{sc=Arab}|\p{sc=Hebr}/u;
/** The nukta of Devanagari, Bengali, Gurmukhi, Gujarati and Oriya. */
const NUKTAS: ReadonlySet<string> = new Set('\u093c\u09bc\u0a3c\u0abc\u0b3c');

/** Character by character, which the code that writes names does by expressions. */
function withoutAccents(key: string): string {
  let bare = '';
  let hasAccents = false;
  for (const character of key.normalize('NFD')) {
    const isMark = /\p{M}/u.test(character);
    if (!isMark) hasAccents = HAS_ACCENTS.test(character);
    if (!isMark || !(hasAccents || NUKTAS.has(character))) bare += character;
  }
  return [...bare.normalize('NFC')]
    .flatMap((letter) => [...(UNACCENTED.get(letter) ?? letter)])
    .map((letter) => ALIKE.get(letter) ?? letter)
    .join('');
}
