import { readFileSync } from 'node:fs';
import { stemOf } from '../../search/word-forms.ts';

const [vectorsFile, folder] = process.argv.slice(2) as [string, string];
/** Rarer words are left out. */
const MOST_FREQUENT = 30_000;

const { words } = JSON.parse(readFileSync(vectorsFile, 'utf8')) as { words: string[] };
const frequent = new Set(words.slice(0, MOST_FREQUENT).filter((word) => /^[a-z]{2,20}$/.test(word)));
const lines = (file: string) =>
  readFileSync(`${folder}/${file}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));

/** Forms that are oftener of another word, and plain forms that say nothing. */
const EXCEPT = new Set(
  'leaves lives lay offer sole media ground indices dove dives bore bound stove wound vertices kent cola roma rove tanner might halves analyses analyzes are am is was were been did done does had has hypotheses canning crises fueller fueled gan goes lire vying'.split(
    ' ',
  ),
);

/** The stem of each irregular form, with that of its plain form. */
const table = new Map<string, string>();
for (const file of ['verb.exc', 'noun.exc'])
  for (const line of lines(file)) {
    const [form, plain] = line.split(' ') as [string, string];
    if (!frequent.has(form) || !frequent.has(plain) || stemOf(form) === stemOf(plain)) continue;
    if (EXCEPT.has(form)) continue;
    if (!table.has(stemOf(form))) table.set(stemOf(form), stemOf(plain));
  }

const sorted = [...table].sort(([one], [other]) => (one < other ? -1 : 1));
console.log(JSON.stringify(Object.fromEntries(sorted), null, 0).replaceAll('",', '",\n'));
