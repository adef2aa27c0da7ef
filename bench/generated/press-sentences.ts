import { readFileSync } from 'node:fs';
import type { Random } from './random.ts';
import type { Sentences } from './sentences.ts';

/** How frequent words are in press reports, as src/match/rarity has it: the decimal logarithm of how often one comes in a billion. */
const TABLE = JSON.parse(
  readFileSync(new URL('../../src/match/rarity/table.json', import.meta.url), 'utf8'),
) as Record<string, string>;

const WORDS = Object.entries(TABLE).flatMap(([zipf, words]) =>
  words.split(' ').map((word) => ({ word, share: 10 ** Number(zipf) })),
);
const [LEAST, MORE] = [8, 20];

/** Draws words as often as press reports have them. */
export function pressWords(random: Random): () => string {
  const upTo: number[] = [];
  let total = 0;
  for (const { share } of WORDS) {
    total += share;
    upTo.push(total);
  }
  return () => {
    const drawn = random.next() * total;
    let [low, high] = [0, WORDS.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle]! < drawn) low = middle + 1;
      else high = middle;
    }
    return WORDS[low]!.word;
  };
}

/** Sentences of such words, of no number: which of them are one follows from their words alone. */
export const pressSentences: Sentences = (random) => {
  const word = pressWords(random);
  return () => Array.from({ length: LEAST + random.below(MORE) }, word).join(' ');
};
