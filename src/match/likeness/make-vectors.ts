import { readFileSync } from 'node:fs';
import { stemOf } from '../../search/word-forms.ts';
import { STOP_WORDS } from '../fold/stop-words.ts';

/** Vectors of words, the most frequent first. */
interface WordVectors {
  words: string[];
  vectors: Record<string, number[]>;
}

const [vectorsFile, wordnet] = process.argv.slice(2) as [string, string];
/** Rarer words are names, misspellings and terms of one trade. */
const MOST_FREQUENT = 30_000;
const DIMENSIONS = 100;
/** What all words have in common tells none from another. */
const COMMON_DIRECTIONS = 2;
/** Of four bits: values from -7 to 7, which is from -0.28 to 0.28 of a vector of length 1. */
const GREATEST = { value: 0.28, level: 7 };

const { words, vectors } = JSON.parse(readFileSync(vectorsFile, 'utf8')) as WordVectors;

/** Stems of what stands in a dictionary: no names. */
const known = new Set(
  ['noun', 'verb', 'adj', 'adv'].flatMap((part) =>
    readFileSync(`${wordnet}/index.${part}`, 'utf8')
      .split('\n')
      .map((line) => line.split(' ')[0]!)
      .filter((word) => /^[a-z]+$/.test(word))
      .map(stemOf),
  ),
);

/** The vector of each stem: those of its words, the frequent ones more. */
const stems = new Map<string, Float64Array>();
for (const [rank, word] of words.slice(0, MOST_FREQUENT).entries()) {
  if (!/^[a-z]{2,20}$/.test(word) || STOP_WORDS.has(word) || !known.has(stemOf(word))) continue;
  const sum = stems.get(stemOf(word)) ?? new Float64Array(DIMENSIONS);
  for (let at = 0; at < DIMENSIONS; at++) sum[at]! += vectors[word]![at]! / (rank + 50);
  stems.set(stemOf(word), sum);
}

const dot = (one: Float64Array, other: Float64Array) =>
  one.reduce((sum, value, at) => sum + value * other[at]!, 0);

function subtract(vector: Float64Array, other: Float64Array, times: number) {
  for (let at = 0; at < DIMENSIONS; at++) vector[at]! -= times * other[at]!;
}

function normalize(vector: Float64Array) {
  const length = Math.sqrt(dot(vector, vector));
  for (let at = 0; at < DIMENSIONS; at++) vector[at]! /= length;
}

const all = [...stems.values()];
for (const vector of all) normalize(vector);
const mean = new Float64Array(DIMENSIONS);
for (const vector of all) subtract(mean, vector, -1 / all.length);
for (const vector of all) subtract(vector, mean, 1);

/** The direction in which vectors differ most, by power iteration. */
function principalDirection(): Float64Array {
  let direction = new Float64Array(DIMENSIONS).map((_, at) => Math.sin(at + 1));
  for (let step = 0; step < 40; step++) {
    const next = new Float64Array(DIMENSIONS);
    for (const vector of all) subtract(next, vector, -dot(vector, direction));
    normalize(next);
    direction = next;
  }
  return direction;
}

for (let nth = 0; nth < COMMON_DIRECTIONS; nth++) {
  const direction = principalDirection();
  for (const vector of all) subtract(vector, direction, dot(vector, direction));
}

/** Two values in a byte. */
function packed(vector: Float64Array): string {
  normalize(vector);
  const levels = [...vector].map((value) => {
    const level = Math.round((value / GREATEST.value) * GREATEST.level);
    return Math.max(-GREATEST.level, Math.min(GREATEST.level, level)) + 8;
  });
  const bytes = Uint8Array.from(
    { length: DIMENSIONS / 2 },
    (_, at) => levels[2 * at]! * 16 + levels[2 * at + 1]!,
  );
  return Buffer.from(bytes).toString('base64url');
}

const table = [...stems]
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([stem, vector]) => [stem, packed(vector)]);
console.log(JSON.stringify(Object.fromEntries(table), null, 0).replaceAll('",', '",\n'));
