import { distance } from 'fastest-levenshtein';
import { TEXTS } from '../limits.ts';

/** Words that people try, and what they mean by them where it is there. */
const SYNONYMS = new Map(
  Object.entries({
    newest: 'desc descending latest recent',
    oldest: 'asc ascending earliest',
    negative: 'hostile critical',
    positive: 'friendly supportive',
    speaker: 'who person',
    about: 'target topic',
    polarity: 'stance sentiment tone',
    speakerRole: 'role',
    speakerCountry: 'country nationality',
    quoteType: 'type kind',
    at: 'event occasion',
    publisher: 'outlet source newspaper',
    saidFrom: 'date year since',
    saidTo: 'until',
    sort: 'order orderby',
    limit: 'size count top max pagesize perpage',
    cursor: 'page offset skip',
    q: 'query search text keyword',
  }).flatMap(([meant, words]) => words.split(' ').map((word) => [word, meant] as const)),
);

/** The candidate that is nearest to a text, if one is near. */
export const nearest = (given: string, candidates: Iterable<string>): string | undefined => {
  const all = [...candidates];
  const meant = SYNONYMS.get(given.toLowerCase().replace(/[-_]/g, ''));
  return meant !== undefined && all.includes(meant) ? meant : nearFirst(given, all, (text) => text)[0];
};

/**
 * What is near to a text, the nearest first: that which differs in few letters, and that which holds all the words of the text, or
 * has no other words than the text.
 */
export function nearFirst<T>(given: string, candidates: Iterable<T>, textOf: (candidate: T) => string): T[] {
  // Nothing that is known is so long, and to compare a long text takes long.
  if (given.length > TEXTS.name) return [];
  const sought = spaced(given);
  const words = wordsOf(sought);
  return [...candidates]
    .map((candidate) => ({ candidate, text: spaced(textOf(candidate)) }))
    .filter(({ text }) => isClose(sought, text) || isContained(words, wordsOf(text)))
    .map(({ candidate, text }) => ({ candidate, edits: distance(sought, text) }))
    .sort((a, b) => a.edits - b.edits)
    .map(({ candidate }) => candidate);
}

/** Whether fewer than a third of the letters differ, or one of three, or two have changed places. */
export function isClose(one: string, other: string): boolean {
  const longer = Math.max(one.length, other.length);
  const edits = distance(one, other);
  return edits < longer / 3 || (edits === 1 && longer === 3) || areSwapped(one, other, edits);
}

/** The same of a word among several, which says less: fewer than a quarter of the letters. */
function isMisspelt(one: string, other: string): boolean {
  const edits = distance(one, other);
  return edits < Math.max(one.length, other.length) / 4 || areSwapped(one, other, edits);
}

const areSwapped = (one: string, other: string, edits: number) =>
  edits === 2 && Math.max(one.length, other.length) > 3 && lettersOf(one) === lettersOf(other);

export const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/s$/, '');

const lettersOf = (text: string) => [...text].sort().join('');

/** A text in lower case, "saidFrom" as two words. */
const spaced = (text: string) => text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase();

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** Letters of a beginning, and of an end, that say something. */
const BEGINNING = 3;
const END = 4;
/** How much of what was given a shorter word has to be with which it begins: "trumpism" is of Trump, "hostile" of no host. */
const LEAST_SHARE = 3 / 5;
/** Words that are written without spaces between them. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]{2,}$/u;

const isContained = (given: string[], candidate: string[]): boolean =>
  given.length <= candidate.length
    ? given.length > 0 && given.every((word) => candidate.some((other) => isMeant(word, other)))
    : candidate.length > 0 && candidate.every((other) => given.some((word) => isMeant(word, other)));

/** Whether two words are the same but for a few letters, or one of them begins or ends the other. */
function isMeant(given: string, word: string): boolean {
  const [shorter, longer] = given.length <= word.length ? [given, word] : [word, given];
  if (singular(given) === singular(word)) return true;
  if (UNSPACED.test(shorter)) return longer.includes(shorter);
  return (
    isMisspelt(given, word) ||
    (given.length >= BEGINNING && word.startsWith(given)) ||
    (word.length >= END && word.length >= given.length * LEAST_SHARE && given.startsWith(word)) ||
    (shorter.length >= END && longer.endsWith(shorter))
  );
}
