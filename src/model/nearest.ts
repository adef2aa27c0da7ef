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
    sort: 'order orderby',
    limit: 'size count top max pagesize',
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
  if (edits < longer / 3 || (edits === 1 && longer === 3)) return true;
  return edits === 2 && longer > 3 && lettersOf(one) === lettersOf(other);
}

export const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/s$/, '');

const lettersOf = (text: string) => [...text].sort().join('');

/** A text in lower case, "saidFrom" as two words. */
const spaced = (text: string) => text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase();

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** Letters of a beginning, and of an end, that say something. */
const BEGINNING = 3;
const END = 4;
/** Words that are written without spaces between them. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]{2,}$/u;

function isContained(given: string[], candidate: string[]): boolean {
  const [fewer, more] = given.length <= candidate.length ? [given, candidate] : [candidate, given];
  return fewer.length > 0 && fewer.every((word) => more.some((other) => isFormOf(word, other)));
}

/** Whether two words are the same but for a few letters, or one of them begins or ends the other. */
function isFormOf(one: string, other: string): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  if (singular(one) === singular(other)) return true;
  if (UNSPACED.test(shorter)) return longer.includes(shorter);
  return (
    (longer.length > BEGINNING && isClose(one, other)) ||
    (shorter.length >= BEGINNING && longer.startsWith(shorter)) ||
    (shorter.length >= END && longer.endsWith(shorter))
  );
}
