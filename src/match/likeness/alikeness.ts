import type { FoldedWord } from '../fold/fold-words.ts';
import { areRelated } from '../synonyms/related.ts';
import { likenessTo } from './likeness.ts';
import { isUnOf, oppositesOf } from './opposites.ts';
import { pressWordsFor } from './press-words.ts';
import synonyms from './synonyms.json' with { type: 'json' };

/** Stems that share a meaning, beside those of matching. */
const SYNONYMS = new Map<string, Set<string>>();
for (const [stem, others] of Object.entries(synonyms))
  for (const other of others.split(' ')) {
    SYNONYMS.set(stem, (SYNONYMS.get(stem) ?? new Set()).add(other));
    SYNONYMS.set(other, (SYNONYMS.get(other) ?? new Set()).add(stem));
  }

/** How much it says that a dictionary has two words as of one meaning. */
const RELATED = 0.8;
/** Letters of a word that "un" denies: a shorter one is hardly the same. */
const SHORTEST_DENIED = 4;
/** From this likeness on two words say something alike, from 0.4 to 0.8; what is less is chance. */
const LIKE = { least: 0.4, most: 0.8, from: 0.4, to: 0.8 };

/**
 * How alike another word is to one in what they say: 1 where they are the same, 0 where they are not alike, and what is between where
 * their meaning or their contexts are. Names and numbers are the same or not.
 */
export function alikenessTo(one: FoldedWord): (other: FoldedWord) => number {
  const { key } = one;
  const isNamed = one.isNumber || one.isName;
  const opposites = oppositesOf(key);
  const synonymsOfOne = SYNONYMS.get(key);
  const pressWords = pressWordsFor(key);
  const likeness = likenessTo(key);
  return (other) => {
    if (key === other.key) return 1;
    if (isNamed || other.isNumber || other.isName || opposites?.has(other.key)) return 0;
    if (
      pressWords?.has(other.key) ||
      synonymsOfOne?.has(other.key) ||
      areRelated(key, other.key) ||
      isDeniedForm(key, other.key)
    )
      return RELATED;
    return likeness === null ? 0 : valued(likeness(other.key));
  };
}

/** Whether one word denies the other by its beginning, as "unvaccinated" does: whether the one text denies what the other says is another question. */
const isDeniedForm = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= SHORTEST_DENIED && isUnOf(one, other);

function valued(likeness: number): number {
  if (likeness < LIKE.least) return 0;
  const share = Math.min(1, (likeness - LIKE.least) / (LIKE.most - LIKE.least));
  return LIKE.from + share * (LIKE.to - LIKE.from);
}
