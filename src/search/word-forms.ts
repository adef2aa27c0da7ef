import { LRUCache } from 'lru-cache';
import porter2 from 'wink-porter2-stemmer';
import { toAmerican, toBritish } from './spelling.ts';

/** The endings that words of one stem have; what they make counts where its stem is that of the word that is asked for. */
const ENDINGS = [
  ...['', ...split('s es d ed ing ings er ers or ors')],
  ...split(
    'ies ity ities ance ances ence ences ion ions ation ations ment ments ness ism isms ist ists ability ibility',
  ),
  ...split('ly al als ally ional ic ical ically ant ants ent ents able ible ive ively ous ful fully'),
  ...split('ate ates ated ating ize izes ized izing ization izations'),
  ...split('alism alist alists alize alizes alized alizing alization alizations'),
];
const AFTER_E = ['', ...split('s r rs ly ful ment ments ness')];
const AFTER_DOUBLED = split('ed ing ings er ers');
const AFTER_Y = ['', 'ing'];

function split(endings: string): string[] {
  return endings.split(' ');
}

/** An acronym such as ISIS is no plural. */
const ACRONYM = /^[A-Z]{2,5}$/;
const SHORTEST = 3;
/** What is longer is no word, and to stem it takes the square of its letters. */
const LONGEST = 40;

const MAX_REMEMBERED = 1000;
const remembered = new LRUCache<string, string[]>({ max: MAX_REMEMBERED });

/**
 * The words that an English word is found by: those of its stem, in British and American spelling, in lower case. A short word
 * or an acronym has itself alone.
 * @param word a word of the letters a to z.
 */
export function wordForms(word: string): string[] {
  const lower = word.toLowerCase();
  if (word.length < SHORTEST || word.length > LONGEST || ACRONYM.test(word)) return [lower];
  const forms = remembered.get(lower) ?? formsOf(lower);
  remembered.set(lower, forms);
  return forms;
}

function formsOf(word: string): string[] {
  const stem = stemOf(word);
  const last = stem.at(-1)!;
  const forms = [
    ...ENDINGS.map((ending) => stem + ending),
    ...AFTER_E.map((ending) => `${stem}e${ending}`),
    ...AFTER_DOUBLED.map((ending) => stem + last + ending),
    ...(last === 'i' ? AFTER_Y.map((ending) => `${stem.slice(0, -1)}y${ending}`) : []),
  ].flatMap((form) => [form, ...toBritish(form)]);
  return [...new Set([word, ...forms.filter((form) => stemOf(form) === stem)])];
}

/** Its stem would be that of "internal" and "intern". */
const UNLIKE_INTERNAL = 'international';

/** Texts have few different words, and to stem one takes long. */
const stems = new LRUCache<string, string>({ max: 20_000 });

/** The stem of a word by the second algorithm of Porter, which words in -ist share with those in -ism. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemmed(word);
  if (word.length <= LONGEST) stems.set(word, stem);
  return stem;
}

function stemmed(word: string): string {
  const american = toAmerican(word);
  if (american.startsWith(UNLIKE_INTERNAL)) return UNLIKE_INTERNAL;
  if (/^.{1,3}is$/.test(american)) return american;
  const doctrine = american.replace(/ists?$/, 'ism');
  const stem = porter2(doctrine);
  return doctrine === american || !stem.endsWith('ism') ? stem : porter2(american);
}
