import type { FoldedWord } from '../../match/fold/fold-words.ts';
import { areRelated } from '../../match/synonyms/related.ts';
import { areOpposite } from '../opposites.ts';
import { likenessOf } from './likeness.ts';
import synonyms from './synonyms.json' with { type: 'json' };

/** Pairs of stems that share a meaning, beside those of matching. */
const SYNONYMS = new Set(
  Object.entries(synonyms).flatMap(([stem, others]) => others.split(' ').map((other) => `${stem} ${other}`)),
);

const shareAMeaning = (one: string, other: string): boolean =>
  areRelated(one, other) || SYNONYMS.has(one < other ? `${one} ${other}` : `${other} ${one}`);

/** How much it says that a dictionary has two words as of one meaning. */
const RELATED = 0.8;
/** From this likeness on two words say something alike, from 0.4 to 0.8; what is less is chance. */
const LIKE = { least: 0.4, most: 0.8, from: 0.4, to: 0.8 };

/**
 * How alike two words are in what they say: 1 where they are the same, 0 where they are not alike, and what is between where their meaning
 * or their contexts are. Names and numbers are the same or not.
 */
export function alikeness(one: FoldedWord, other: FoldedWord): number {
  if (one.key === other.key) return 1;
  if (one.isNumber || other.isNumber || one.isName || other.isName || areOpposite(one.key, other.key))
    return 0;
  if (shareAMeaning(one.key, other.key)) return RELATED;
  const likeness = likenessOf(one.key, other.key);
  if (likeness < LIKE.least) return 0;
  const share = Math.min(1, (likeness - LIKE.least) / (LIKE.most - LIKE.least));
  return LIKE.from + share * (LIKE.to - LIKE.from);
}
