import { distance } from 'fastest-levenshtein';

/** How similar two names are, from 0 to 1: by their letters, by their letters in any order of words, or by their words. */
export function similarity(one: string, other: string): number {
  const [ones, others] = [sortedWords(one), sortedWords(other)];
  const shared = ones.filter((word) => others.includes(word)).length;
  const dice = (2 * shared) / Math.max(1, ones.length + others.length);
  return Math.max(closeness(one, other), closeness(ones.join(' '), others.join(' ')), dice);
}

const sortedWords = (name: string): string[] => name.match(/[\p{L}\p{N}]+/gu)?.sort() ?? [];

/** The share of letters that need no edit to turn one text into the other. */
const closeness = (one: string, other: string) =>
  1 - distance(one, other) / Math.max(1, one.length, other.length);
