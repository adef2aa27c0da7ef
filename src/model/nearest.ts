import { distance } from 'fastest-levenshtein';
import { TEXTS } from '../limits.ts';

/** The candidate that takes the fewest edits, unless more than half of its characters would have to change. */
export function nearest(given: string, candidates: Iterable<string>): string | undefined {
  // Nothing that is known is so long, and to compare a long text takes long.
  if (given.length > TEXTS.name) return undefined;
  let best: { candidate: string; edits: number } | undefined;
  for (const candidate of candidates) {
    const edits = distance(given.toLowerCase(), candidate.toLowerCase());
    if (!best || edits < best.edits) best = { candidate, edits };
  }
  return best && best.edits <= Math.max(given.length, best.candidate.length) / 2 ? best.candidate : undefined;
}
