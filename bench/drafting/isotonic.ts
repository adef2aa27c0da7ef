import type { Steps } from '../../src/draft/learned/steps.ts';

/** How many examples a step has at least, so that none follows chance alone. */
const LEAST = 100;

/** The rising function that is nearest to what came true (pool adjacent violators). */
export function isotonic(examples: readonly { score: number; isRight: boolean }[]): Steps {
  const sorted = examples.toSorted((a, b) => a.score - b.score);
  let blocks: { sum: number; scores: number; n: number }[] = [];
  for (let at = 0; at < sorted.length; at += LEAST) {
    const some = sorted.slice(at, at + LEAST);
    const right = some.filter(({ isRight }) => isRight).length;
    blocks.push({ sum: right, scores: some.reduce((total, { score }) => total + score, 0), n: some.length });
    while (blocks.length > 1) {
      const [before, last] = blocks.slice(-2) as [(typeof blocks)[0], (typeof blocks)[0]];
      if (before.sum / before.n < last.sum / last.n) break;
      blocks = [
        ...blocks.slice(0, -2),
        { sum: before.sum + last.sum, scores: before.scores + last.scores, n: before.n + last.n },
      ];
    }
  }
  return {
    from: blocks.map(({ scores, n }) => round(scores / n)),
    value: blocks.map(({ sum, n }) => round(sum / n)),
  };
}

const round = (value: number) => Number(value.toFixed(4));
