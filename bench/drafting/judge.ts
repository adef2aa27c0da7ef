import type { Candidate } from '../../src/draft/attribution/rank.ts';
import type { References } from '../../src/draft/entities/references.ts';
import { wordsOf } from '../../src/draft/text/analysed-text.ts';
import { goldWords, overlap, type ReadArticle, rightSourceWords, wordsIn } from './learn-attribution.ts';

/** Words that name nobody by themselves, as the kit's scorer has them. */
const STOP = new Set(
  'a an the of and in for to at on mr mrs ms dr sen rep gov president senator his her their its who that'.split(
    ' ',
  ),
);
const PRONOUN = /^(he|she|they|it|i|we|you|who|him|her|them|his)$/;

function lastName(words: string): string | undefined {
  const all = words.toLowerCase().match(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu) ?? [];
  return all.filter((word) => !STOP.has(word)).at(-1);
}

/** Whether the words of each candidate are right, and its speaker as well; each gold attribution is given to the best one alone. */
export function judge(
  { gold, read }: ReadArticle,
  candidates: readonly Candidate[],
  references: References,
): { span: boolean; all: boolean }[] {
  const wanted = gold.quotes.map((quote) => ({
    words: goldWords(read, quote),
    source: rightSourceWords(read, quote),
    name: lastName((quote.source ?? []).map(([start, end]) => gold.text.slice(start, end)).join(' ')),
  }));
  const found = candidates.map(({ parts }) => wordsIn(read, parts));
  const pairs: [value: number, gold: number, candidate: number][] = [];
  for (const [g, { words }] of wanted.entries())
    for (const [c, own] of found.entries()) {
      const value = overlap(words, own);
      if (value >= 0.5) pairs.push([value, g, c]);
    }
  const result = candidates.map(() => ({ span: false, all: false }));
  const taken = new Set<number>();
  for (const [, g, c] of pairs.sort((a, b) => b[0] - a[0])) {
    if (taken.has(g) || result[c]!.span) continue;
    taken.add(g);
    const phrase = candidates[c]!.sources[0]!.value;
    const { source, name } = wanted[g]!;
    const isNobody = phrase === null && source.size === 0;
    const isSame = phrase !== null && [...source].some((at) => phrase.from <= at && at < phrase.to);
    // Another mention of the same person is as right.
    const isNamed =
      phrase !== null &&
      name !== undefined &&
      !PRONOUN.test(name) &&
      [references.of(phrase)?.entity.name ?? '', wordsOf(read, phrase)].some(
        (words) => lastName(words) === name,
      );
    result[c] = { span: true, all: isNobody || isSame || isNamed };
  }
  return result;
}
