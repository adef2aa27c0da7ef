import type { Pairs } from './alignment.ts';
import type { Quotation } from './quotation.ts';
import type { Source } from './source.ts';
import { writtenBetween } from './words.ts';

/** A stretch of a comparison: `same` in both, `left out` of the quotation, or `added` by it. */
export interface Stretch {
  kind: 'same' | 'left-out' | 'added';
  text: string;
}

/** What a quotation leaves out and adds, from the first to the last word that is the same; what it adds around those too. */
export function wordDiff({ text, words }: Quotation, source: Source, pairs: Pairs): Stretch[] {
  const stretches: Stretch[] = [];
  const push = (kind: Stretch['kind'], written: string) => {
    if (written !== '') stretches.push({ kind, text: written });
  };
  let [at, there] = [0, pairs[0]?.source ?? 0];
  for (let nth = 0; nth < pairs.length; ) {
    const first = pairs[nth]!;
    push('left-out', writtenBetween(source.text, source.words, there, first.source));
    push('added', writtenBetween(text, words, at, first.quoted));
    let end = nth;
    while (
      pairs[end + 1]?.quoted === pairs[end]!.quoted + 1 &&
      pairs[end + 1]?.source === pairs[end]!.source + 1
    )
      end++;
    push('same', writtenBetween(source.text, source.words, first.source, pairs[end]!.source + 1));
    [at, there] = [pairs[end]!.quoted + 1, pairs[end]!.source + 1];
    nth = end + 1;
  }
  push('added', writtenBetween(text, words, at, words.length));
  return stretches;
}
