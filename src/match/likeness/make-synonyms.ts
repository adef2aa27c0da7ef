import { readFileSync } from 'node:fs';
import { stemOf } from '../../search/word-forms.ts';
import { STOP_WORDS } from '../fold/stop-words.ts';
import { areRelated } from '../synonyms/related.ts';

const [vectorsFile, folder] = process.argv.slice(2) as [string, string];
/** Rarer words are left out. */
const MOST_FREQUENT = 30_000;
/** Of each word its first meanings. */
const MEANINGS: Record<string, number> = { noun: 3, verb: 4, adj: 2, adv: 2 };

const { words } = JSON.parse(readFileSync(vectorsFile, 'utf8')) as { words: string[] };
const frequent = new Set(
  words.slice(0, MOST_FREQUENT).filter((word) => /^[a-z]{3,20}$/.test(word) && !STOP_WORDS.has(word)),
);
const lines = (file: string) =>
  readFileSync(`${folder}/${file}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '))
    .map((line) => line.split(' '));

/** Pairs of stems that share a meaning, and are not in the table of matching. */
const table = new Map<string, Set<string>>();
for (const [part, most] of Object.entries(MEANINGS)) {
  const meanings = new Map<string, Set<string>>();
  for (const [word, , , pointers, ...rest] of lines(`index.${part}`)) {
    const offsets = rest.slice(Number(pointers) + 2).filter((text) => /^\d{8}$/.test(text));
    meanings.set(word!, new Set(offsets.slice(0, most)));
  }
  for (const fields of lines(`data.${part}`)) {
    const count = Number.parseInt(fields[3]!, 16);
    const stems = Array.from({ length: count }, (_, nth) => fields[4 + 2 * nth]!.toLowerCase())
      .map((word) => word.replace(/\(.*/, ''))
      .filter((word) => frequent.has(word) && meanings.get(word)?.has(fields[0]!))
      .map(stemOf);
    for (const one of stems)
      for (const other of stems)
        if (one < other && !areRelated(one, other)) table.set(one, (table.get(one) ?? new Set()).add(other));
  }
}

const sorted = [...table]
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([stem, others]) => [stem, [...others].sort().join(' ')]);
console.log(JSON.stringify(Object.fromEntries(sorted), null, 0).replaceAll('",', '",\n'));
