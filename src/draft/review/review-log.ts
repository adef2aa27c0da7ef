import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { effortOf, parseReviewLines, type ReviewEntry, reviewLines } from '../../model/review-log.ts';

/** Adds an entry to the log, which is there to be counted: a line of JSON for each decision. */
export const appendToLog = (file: string, entry: ReviewEntry): void =>
  appendFileSync(file, reviewLines([entry]));

/** What was decided so far; lines that cannot be read are left out. */
export const readLog = (file: string): ReviewEntry[] =>
  existsSync(file) ? parseReviewLines(readFileSync(file, 'utf8')) : [];

/** How much work a review was, in one line. */
export function effortLine(entries: readonly ReviewEntry[]): string {
  const effort = effortOf(entries);
  if (effort === null) return 'nothing was decided';
  const { facts, rejected, statements, edits } = effort;
  const minutes = entries.reduce((sum, { seconds }) => sum + seconds, 0) / 60;
  const each = statements === 0 ? '' : ` (${(edits / statements).toFixed(1)} a statement)`;
  return `${facts} facts in ${minutes.toFixed(1)} minutes, ${rejected} of them rejected; ${edits} edits${each}`;
}
