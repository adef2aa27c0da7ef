import { createInterface } from 'node:readline/promises';
import { stemOf } from '../../search/word-forms.ts';
import { fold } from '../../search/words.ts';

/** Rarer words are all alike: what is in no table weighs as much as the rarest. */
const RAREST = 3.5;
/** Of a word that comes once or twice, how rare it is cannot be told. */
const LEAST_COUNT = 3;
const STEP = 0.25;

const counts = new Map<string, number>();
let total = 0;
for await (const line of createInterface({ input: process.stdin }))
  for (const [word] of fold(line).matchAll(/[a-z]{2,}/g)) {
    const stem = stemOf(word);
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
    total++;
  }

const frequencies = [...counts]
  .filter(([, count]) => count >= LEAST_COUNT)
  .map(([stem, count]) => ({ stem, zipf: Math.log10((count / total) * 1e9) }))
  .filter(({ zipf }) => zipf >= RAREST);
const classes = Map.groupBy(frequencies, ({ zipf }) => (Math.round(zipf / STEP) * STEP).toFixed(2));
const table = [...classes]
  .sort(([one], [other]) => Number(other) - Number(one))
  .map(([zipf, of]) => [
    zipf,
    of
      .map(({ stem }) => stem)
      .sort()
      .join(' '),
  ]);
console.log(JSON.stringify(Object.fromEntries(table), null, 1));
