import { readFileSync } from 'node:fs';
import { stemOf } from '../../search/word-forms.ts';
import { STOP_WORDS } from '../fold/stop-words.ts';

const [vectorsFile, folder] = process.argv.slice(2) as [string, string];
/** Rarer words are left out. */
const MOST_FREQUENT = 30_000;

const { words } = JSON.parse(readFileSync(vectorsFile, 'utf8')) as { words: string[] };
const frequent = new Set(
  words.slice(0, MOST_FREQUENT).filter((word) => /^[a-z]{2,20}$/.test(word) && !STOP_WORDS.has(word)),
);
const lines = (file: string) =>
  readFileSync(`${folder}/${file}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));

/** Words that were met in the texts that were tagged for WordNet, by the meaning that they had there. */
const tagged = new Set(
  lines('index.sense')
    .map((line) => line.split(' ') as [string, string, string, string])
    .filter(([, , , count]) => Number(count) > 0)
    .map(([sense, offset]) => `${sense.split('%')[0]} ${offset}`),
);

/** Stems of words that are the contrary of each other. */
function antonyms(): [string, string][] {
  const pairs: [string, string][] = [];
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    const members = new Map<string, string[]>();
    const pointers: { from: string; to: string; ends: string }[] = [];
    for (const line of lines(`data.${part}`)) {
      const fields = line.split(' | ')[0]!.trim().split(' ');
      const count = Number.parseInt(fields[3]!, 16);
      const names = Array.from({ length: count }, (_, nth) => fields[4 + 2 * nth]!.replace(/\(.*/, ''));
      members.set(fields[0]!, names);
      const first = 5 + 2 * count;
      for (let nth = 0; nth < Number(fields[first - 1]); nth++) {
        const [symbol, to, , ends] = fields.slice(first + 4 * nth, first + 4 * nth + 4) as string[];
        if (symbol === '!') pointers.push({ from: fields[0]!, to: to!, ends: ends! });
      }
    }
    for (const { from, to, ends } of pointers) {
      const one = members.get(from)?.[Number.parseInt(ends.slice(0, 2), 16) - 1];
      const other = members.get(to)?.[Number.parseInt(ends.slice(2), 16) - 1];
      if (one === undefined || other === undefined || !frequent.has(one) || !frequent.has(other)) continue;
      if (tagged.has(`${one} ${from}`) && tagged.has(`${other} ${to}`))
        pairs.push([stemOf(one), stemOf(other)].sort() as [string, string]);
    }
  }
  return pairs;
}

const table = new Map<string, Set<string>>();
for (const [one, other] of antonyms())
  if (one !== other) table.set(one, (table.get(one) ?? new Set()).add(other));
const sorted = [...table]
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([stem, others]) => [stem, [...others].sort().join(' ')]);
console.log(JSON.stringify(Object.fromEntries(sorted), null, 0).replaceAll('",', '",\n'));
