/** Quotation marks and apostrophes of all kinds, and letters that stand for them where names are transliterated. */
const QUOTES = /['"«»‘’‚‛“”„‟‹›`ʹʺʻʼʽʾʿˈ′″‵՚׳״Ꞌꞌ]/gu;
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}ـ]/gu;
/** What stands between words: dashes and hyphens, dots at half height, commas, underscores, and the double hyphen of Japanese. */
const SEPARATORS = /[\p{Pd}\p{Pc}−˗⁃=·•‧∙⋅・,،、]/gu;
const DOTS = /[.۔]/gu;
/** A dot after which another word begins without a space, as in "St.Petersburg" and not in "Ph.D.". */
const DOT_BEFORE_WORD = /[.۔](?=\p{L}\p{M}*\p{L}\p{M}*\p{L}|\p{N})/gu;
/** A letter by itself before another one, as in "J. R. R.". */
const INITIAL = /(?<![\p{L}\p{N}\p{M}])(\p{L}) (?=\p{L}(?![\p{L}\p{N}\p{M}]))/gu;

/** Letters that look and mean alike within one script, which keyboards of different languages write differently. */
export const ALIKE: ReadonlyMap<string, string> = new Map([
  ...Object.entries({
    ς: 'σ',
    ı: 'i',
    ك: 'ک',
    ڪ: 'ک',
    ي: 'ی',
    ى: 'ی',
    ہ: 'ه',
    ھ: 'ه',
    ە: 'ه',
    ۃ: 'ة',
    髙: '高',
    﨑: '崎',
    𠮷: '吉',
  }),
  ...[...'٠١٢٣٤٥٦٧٨٩'].map((digit, value) => [digit, String(value)] as const),
  ...[...'۰۱۲۳۴۵۶۷۸۹'].map((digit, value) => [digit, String(value)] as const),
]);

/** Letters with an accent that Unicode does not decompose, or that are written without it as other letters. */
export const UNACCENTED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ħ: 'h',
    ŧ: 't',
    ŋ: 'n',
    ə: 'e',
    ɛ: 'e',
    ɔ: 'o',
    ɓ: 'b',
    ɗ: 'd',
    ƙ: 'k',
    ƴ: 'y',
    ٱ: 'ا',
    ة: 'ه',
    ں: 'ن',
    ے: 'ی',
  }),
);

/**
 * The marks of scripts that are also written without them; in others, such as Devanagari, they are vowels, but for the dot below
 * letters of Persian and English.
 */
const MARKS =
  /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+|[\u093c\u09bc\u0a3c\u0abc\u0b3c]/gu;

const letterOf =
  (letters: ReadonlyMap<string, string>) =>
  (letter: string): string =>
    letters.get(letter) ?? letter;
const anyOf = (letters: ReadonlyMap<string, string>) => new RegExp(`[${[...letters.keys()].join('')}]`, 'gu');
const ANY_ALIKE = anyOf(ALIKE);
const ANY_ACCENTED = anyOf(UNACCENTED);

/**
 * The form in which names are compared: case, apostrophes, hyphens, the dots and spaces of initials, a leading "the", marks that
 * nobody sees and letters that are alike within their script make no difference, so that "the U. S." finds "US". A name of
 * nothing but such marks is its own key.
 */
export function nameKey(name: string): string {
  // Compatibility would make a space and an accent of an acute accent that stands for an apostrophe.
  const written = name.replaceAll('´', "'").normalize('NFKC').replace(UNSEEN, '').replace(QUOTES, '');
  const key = letterwise(withoutCase(written))
    .replace(SEPARATORS, ' ')
    .replace(DOT_BEFORE_WORD, ' ')
    .replace(DOTS, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^the /, '')
    .replace(INITIAL, '$1');
  return key || name;
}

/** By upper case, so that "ß" is "ss"; the dot that Turkish "İ" leaves above its "i" goes. */
const withoutCase = (text: string) =>
  text.toLowerCase().toUpperCase().toLowerCase().replaceAll('i\u0307', 'i').normalize('NFC');

const letterwise = (text: string) => text.replace(ANY_ALIKE, letterOf(ALIKE));

/**
 * A key without its accents: `words` is what full-text indexes hold, and `plain`, which has no spaces either, what a name is found by
 * where none has its key.
 */
export function plainForms(key: string): { words: string; plain: string } {
  const bare = key.normalize('NFD').replace(MARKS, '$1').normalize('NFC');
  const words = letterwise(bare.replace(ANY_ACCENTED, letterOf(UNACCENTED)));
  return { words, plain: words.replaceAll(' ', '') };
}
