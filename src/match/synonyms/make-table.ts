import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stemOf } from '../../search/word-forms.ts';

/** Of each word its first meanings. */
const MEANINGS: Record<string, number> = { noun: 3, verb: 4, adj: 2, adv: 2 };
const POINTERS: Record<string, string> = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' };
/** Pointers to a word that is derived from another, and to the noun of an adjective. */
const DERIVED = new Set(['+', '\\']);

const folder = process.argv[2]!;
const lines = (file: string) =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));

/** Words that the texts have which were tagged for WordNet, so that rare ones are left out. */
const known = new Set(
  lines('index.sense')
    .map((line) => line.split(' '))
    .filter(([, , , tagged]) => Number(tagged) > 0)
    .map(([sense]) => sense!.split('%')[0]!)
    .filter((word) => /^[a-z]+$/.test(word)),
);

/** The first meanings of each word, as ids of synsets. */
const meanings = new Map<string, Set<string>>();
for (const [part, most] of Object.entries(MEANINGS))
  for (const line of lines(`index.${part}`)) {
    const [word, , , pointers, ...rest] = line.split(' ') as [string, string, string, string];
    const offsets = rest.slice(Number(pointers) + 2).filter((text) => /^\d{8}$/.test(text));
    if (!known.has(word)) continue;
    const senses = meanings.get(word) ?? new Set();
    for (const offset of offsets.slice(0, most)) senses.add(`${part} ${offset}`);
    meanings.set(word, senses);
  }

/** The words of each synset in the order of the file, of which pointers give the number. */
const members = new Map<string, string[]>();
const derived: { from: string; at: number; to: string; there: number }[] = [];
for (const part of Object.keys(MEANINGS))
  for (const line of lines(`data.${part}`)) {
    const fields = line.split(' | ')[0]!.trim().split(' ');
    const id = `${part} ${fields[0]}`;
    const count = Number.parseInt(fields[3]!, 16);
    members.set(
      id,
      Array.from({ length: count }, (_, nth) => fields[4 + 2 * nth]!.toLowerCase().replace(/\(.*/, '')),
    );
    const first = 5 + 2 * count;
    for (let nth = 0; nth < Number(fields[first - 1]); nth++) {
      const [symbol, offset, pos, ends] = fields.slice(first + 4 * nth, first + 4 * nth + 4) as [
        string,
        string,
        string,
        string,
      ];
      if (!DERIVED.has(symbol)) continue;
      derived.push({
        from: id,
        at: Number.parseInt(ends.slice(0, 2), 16),
        to: `${POINTERS[pos]} ${offset}`,
        there: Number.parseInt(ends.slice(2), 16),
      });
    }
  }

const related = new Map<string, Set<string>>();
const relate = (one: string | undefined, other: string | undefined) => {
  if (one === undefined || other === undefined) return;
  const [first, second] = [stemOf(one), stemOf(other)].sort() as [string, string];
  if (first === second) return;
  related.set(first, (related.get(first) ?? new Set()).add(second));
};
const means = (word: string | undefined, synset: string) =>
  word !== undefined && meanings.get(word)?.has(synset) ? word : undefined;

for (const [synset, words] of members) {
  const frequent = words.filter((word) => means(word, synset));
  for (const [at, one] of frequent.entries()) for (const other of frequent.slice(at + 1)) relate(one, other);
}
for (const { from, at, to, there } of derived)
  relate(means(members.get(from)![at - 1], from), means(members.get(to)?.[there - 1], to));

const table = [...related]
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([stem, others]) => [stem, [...others].sort().join(' ')]);
console.log(JSON.stringify(Object.fromEntries(table), null, 0).replaceAll('",', '",\n'));
