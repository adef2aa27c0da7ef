import { MATCHING } from '../limits.ts';
import type { FoldedWord } from './fold/fold-words.ts';
import { foldRendering } from './folded-rendering.ts';
import type { Rendering } from './rendering.ts';

/** What says less is in too many texts to find one by. */
const LEAST_WEIGHT = 0.3;
/** A word that finds texts by itself. */
const RARE_WEIGHT = 1.3;
/** A text is found by its rarest keys. */
const MOST_SOUGHT = 8;
/** Of a longer text the rarest keys suffice; Lucene takes a thousand terms a query. */
const MOST_KEYS = 256;

/** Two words, or one rare one, by which an index finds a rendering. */
interface Key {
  key: string;
  weight: number;
}

/**
 * The keys under which an index stores a rendering: its rare words, and each two words that say something and follow each other,
 * with at most one such word between them, in the order of the alphabet. Each is one word without spaces.
 */
export const candidateKeys = (rendering: Rendering): string[] => keysOf(rendering).map(({ key }) => key);

/** The keys by which renderings are looked for that may be of the same statement: the rarest, at most 8. */
export const soughtKeys = (rendering: Rendering): string[] =>
  keysOf(rendering)
    .slice(0, MOST_SOUGHT)
    .map(({ key }) => key);

const keysByRendering = new WeakMap<Rendering, Key[]>();

/** Each key once, the rarest first; found once for each rendering. */
function keysOf(rendering: Rendering): Key[] {
  const keys = keysByRendering.get(rendering) ?? findKeys(rendering);
  keysByRendering.set(rendering, keys);
  return keys;
}

function findKeys(rendering: Rendering): Key[] {
  const words = foldRendering(rendering).words.filter(
    ({ key, weight }) => weight >= LEAST_WEIGHT && key.length <= MATCHING.letters,
  );
  const keys = new Map<string, number>();
  for (const [at, word] of words.entries()) {
    if (word.weight >= RARE_WEIGHT) keys.set(word.key, word.weight);
    for (const next of words.slice(at + 1, at + 3)) keys.set(pairKey(word, next), word.weight + next.weight);
  }
  return [...keys]
    .map(([key, weight]) => ({ key, weight }))
    .sort((one, other) => other.weight - one.weight || (one.key < other.key ? -1 : 1))
    .slice(0, MOST_KEYS);
}

const pairKey = (one: FoldedWord, other: FoldedWord) => [one.key, other.key].sort().join('_');
