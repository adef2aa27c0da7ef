import type { Candidate } from '../../src/draft/attribution/rank.ts';
import { goldWords, overlap, type ReadArticle, rightSourceWords, wordsIn } from './learn-attribution.ts';

/** Whether the words of each candidate are right, and its speaker as well; each gold attribution is given to the best one alone. */
export function judge(
  { gold, read }: ReadArticle,
  candidates: readonly Candidate[],
): { span: boolean; all: boolean }[] {
  const wanted = gold.quotes.map((quote) => ({
    words: goldWords(read, quote),
    source: rightSourceWords(read, quote),
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
    const { source } = wanted[g]!;
    const isNobody = phrase === null && source.size === 0;
    const isSame = phrase !== null && [...source].some((at) => phrase.from <= at && at < phrase.to);
    result[c] = { span: true, all: isNobody || isSame };
  }
  return result;
}
