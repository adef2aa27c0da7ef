import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** What was decided on one fact. */
const Entry = z.object({
  at: z.string(),
  kind: z.enum(['statements', 'roles', 'relations', 'events', 'mentions']),
  decision: z.enum(['accepted', 'rejected']),
  /** Fields that were changed, and one for a fact that was taken out. */
  edits: z.number().int(),
  seconds: z.number(),
});
export type LogEntry = z.output<typeof Entry>;

/** Adds an entry to the log, which is there to be counted: a line of JSON for each decision. */
export const appendToLog = (file: string, entry: LogEntry): void =>
  appendFileSync(file, `${JSON.stringify(entry)}\n`);

/** What was decided so far; lines that cannot be read are left out. */
export function readLog(file: string): LogEntry[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        const entry = Entry.safeParse(JSON.parse(line));
        return entry.success ? [entry.data] : [];
      } catch {
        // The last line of a log may have been cut off.
        return [];
      }
    });
}

/** How much work a review was, in one line. */
export function effortOf(entries: readonly LogEntry[]): string {
  const statements = entries.filter(
    ({ kind, decision }) => kind === 'statements' && decision === 'accepted',
  ).length;
  const edits = entries.reduce((sum, entry) => sum + entry.edits, 0);
  const minutes = entries.reduce((sum, { seconds }) => sum + seconds, 0) / 60;
  const rejected = entries.filter(({ decision }) => decision === 'rejected').length;
  const each = statements === 0 ? '' : ` (${(edits / statements).toFixed(1)} a statement)`;
  return `${entries.length} facts in ${minutes.toFixed(1)} minutes, ${rejected} of them rejected; ${edits} edits${each}`;
}
