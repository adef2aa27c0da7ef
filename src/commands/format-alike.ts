import type { Alike } from '../ingest/alike/alike.ts';
import { MATCHING } from '../limits.ts';

/** Letters of a text that are shown. */
const MOST_LETTERS = 160;

/** What is joined or offered, as lines for people: both texts, the score and the reason. */
export function formatAlike(all: readonly Alike[]): string {
  const shown = all.slice(0, MATCHING.told);
  const lines = shown.flatMap(({ outcome, id, text, with: other, score, reason }) => [
    `  ${outcome === 'joined' ? 'joined ' : 'offered'}  ${score.toFixed(2)}  ${reason}`,
    `    ${id}: ${excerpt(text)}`,
    `    ${other.id}${other.article ? ` in ${other.article}` : ''}: ${excerpt(other.text)}`,
  ]);
  if (all.length > shown.length) lines.push(`  and ${all.length - shown.length} more`);
  return lines.join('\n');
}

const excerpt = (text: string) => {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS)}…` : line;
};
