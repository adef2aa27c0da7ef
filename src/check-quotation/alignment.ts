import { denies, insertionDenies } from './turning-words.ts';
import type { Word } from './words.ts';

/** Words of the quotation and of the source that are the same, by their places, in the order of both. */
export type Pairs = { quoted: number; source: number }[];

/** How many words of the source an editor may have put words in brackets for. */
const REPLACED = 4;

/**
 * Where words stand in a source one after the other; words that an editor put into either stand for what they are put for, unless one of
 * them denies, or they stand for a number.
 * @param from the first place of the source that counts.
 * @returns the places of the first word and after the last one; null where they do not stand there.
 */
export function findRun(
  quoted: readonly Word[],
  source: readonly Word[],
  from = 0,
): { start: number; end: number } | null {
  for (let start = from; start < source.length; start++) {
    if (source[start]!.isInserted) continue;
    const end = endOfRun(quoted, source, start);
    if (end !== null) return { start, end };
  }
  return null;
}

function endOfRun(quoted: readonly Word[], source: readonly Word[], start: number): number | null {
  let there = start;
  let replaced = 0;
  for (let at = 0; at < quoted.length; ) {
    if (quoted[at]!.isInserted) {
      if (insertionDenies(quoted[at]!, quoted[at + 1])) return null;
      replaced = at > 0 ? REPLACED : 0;
      at++;
      continue;
    }
    while (source[there]?.isInserted && source[there]!.key !== quoted[at]!.key) {
      if (insertionDenies(source[there]!, source[there + 1])) return null;
      there++;
    }
    while (replaced > 0 && source[there] && source[there]!.key !== quoted[at]!.key) {
      if (denies(source[there]!) || /^\d/.test(source[there]!.key)) return null;
      there++;
      replaced--;
    }
    if (source[there]?.key !== quoted[at]!.key) return null;
    replaced = 0;
    there++;
    at++;
  }
  return there > start ? there : null;
}

/** The longest common subsequence of two texts, with as many words as can be in a row. */
export function align(quoted: readonly Word[], source: readonly Word[]): Pairs {
  const width = source.length + 1;
  // Each word counts 8, and 1 more where the word before it is the same as well.
  const best = new Int32Array((quoted.length + 1) * width);
  const isPair = (at: number, there: number) => quoted[at]?.key === source[there]?.key;
  for (let at = quoted.length - 1; at >= 0; at--)
    for (let there = source.length - 1; there >= 0; there--) {
      let value = Math.max(best[(at + 1) * width + there]!, best[at * width + there + 1]!);
      if (isPair(at, there)) {
        const next = best[(at + 1) * width + there + 1]!;
        const goesOn =
          at + 1 < quoted.length && there + 1 < source.length && isPair(at + 1, there + 1) ? 1 : 0;
        value = Math.max(value, next + 8 + goesOn);
      }
      best[at * width + there] = value;
    }
  const pairs: Pairs = [];
  for (let [at, there] = [0, 0]; at < quoted.length && there < source.length; ) {
    const here = best[at * width + there]!;
    if (here === 0) break;
    if (isPair(at, there) && here > best[(at + 1) * width + there]! && here > best[at * width + there + 1]!)
      pairs.push({ quoted: at++, source: there++ });
    else if (best[(at + 1) * width + there] === here) at++;
    else if (best[at * width + there + 1] === here) there++;
    else pairs.push({ quoted: at++, source: there++ });
  }
  return pairs;
}

/** The longest run of pairs without a word between them on either side. */
export function longestRun(pairs: Pairs): Pairs {
  let longest: Pairs = [];
  let run: Pairs = [];
  for (const pair of pairs) {
    const last = run.at(-1);
    run =
      last && pair.quoted === last.quoted + 1 && pair.source === last.source + 1 ? [...run, pair] : [pair];
    if (run.length > longest.length) longest = run;
  }
  return longest;
}
