import { foldWords } from '../match/fold/fold-words.ts';
import { STOP_WORDS } from '../match/fold/stop-words.ts';
import { wordWeight } from '../match/rarity/word-weight.ts';
import { stemOf } from '../search/word-forms.ts';
import type { Word } from './words.ts';

/** Of a word that says nothing by itself: it counts a little, since words in a row are seldom the same by chance. */
const LEAST = 0.1;
const NUMBER = 0.8;

const weights = new Map<string, number>();
const MOST_KEPT = 20_000;

/** How much a word tells one text from another: 0.1 for "the", about 1 for "sanctions", 1.5 at most. */
function weightOfKey(key: string): number {
  const known = weights.get(key);
  if (known !== undefined) return known;
  const weight = computed(key);
  if (weights.size >= MOST_KEPT) weights.clear();
  weights.set(key, weight);
  return weight;
}

function computed(key: string): number {
  if (/^\d/.test(key)) return NUMBER;
  const bare = key.replace(/'s$|'/, '');
  if (STOP_WORDS.has(bare) || foldWords(key, 'en').every(({ weight }) => weight === 0)) return LEAST;
  return Math.max(LEAST, wordWeight(/^[a-z]{1,40}$/.test(bare) ? stemOf(bare) : bare));
}

export const weightOf = (words: readonly Word[]): number =>
  words.reduce((sum, { key, isInserted }) => sum + (isInserted ? 0 : weightOfKey(key)), 0);

/** The words that tell something, the rarest first. */
export const rarestFirst = (words: readonly Word[]): string[] =>
  [...new Set(words.filter(({ isInserted }) => !isInserted).map(({ key }) => key))]
    .filter((key) => weightOfKey(key) > LEAST)
    .sort((one, other) => weightOfKey(other) - weightOfKey(one));

/** So few words are said by many, where they say less than this. */
const FEW_WORDS = 4;
const ENOUGH = 1.1;

/** Whether words are so few and so common that many say them. */
export function areTooCommon(words: readonly Word[]): boolean {
  const counted = words.filter(({ isInserted, start }, at) => !isInserted && words[at - 1]?.end !== start);
  return counted.length <= 1 || (counted.length <= FEW_WORDS && weightOf(counted) < ENOUGH);
}
