import { z } from 'zod';
import { count } from './numbers.ts';

/** The file with the log of a review, beside an annotation. */
export const REVIEW_LOG = 'review.ndjson';

/** What was decided on one fact of a draft. */
export const ReviewEntry = z
  .strictObject({
    at: z.iso.datetime().max(30).describe('When it was decided (UTC).'),
    kind: z
      .enum(['statements', 'roles', 'relations', 'events', 'mentions'])
      .describe('The list of the annotation that the fact is in.'),
    decision: z.enum(['accepted', 'rejected']).describe('Whether it stays.'),
    edits: z
      .int()
      .min(0)
      .max(100_000)
      .describe('Fields that were changed, and one for a fact that was taken out.'),
    seconds: z.number().min(0).max(100_000).describe('Seconds that it took.'),
  })
  .meta({
    id: 'ReviewEntry',
    description: 'What was decided on one fact of a draft, when, and what it took.',
  });

export type ReviewEntry = z.output<typeof ReviewEntry>;

/** More facts than any article has. */
const MOST_DECIDED = 20_000;

/** The log of a review: a decision on each fact. */
export const ReviewLog = z.array(ReviewEntry).max(MOST_DECIDED);

/** How much work a review was. */
export const ReviewEffort = z
  .object({
    facts: count.describe('Facts of its draft that were decided on.'),
    rejected: count.describe('Those of them that were taken out.'),
    statements: count.describe('Statements that stayed.'),
    edits: count.describe('Fields that were changed, and one for each fact that was taken out.'),
    seconds: count.describe('Seconds that the decisions took.'),
    until: z.string().describe('When the last of them was taken (UTC).'),
  })
  .meta({ id: 'ReviewEffort', description: 'What the review of an article took.' });

export type ReviewEffort = z.output<typeof ReviewEffort>;

/** How much work a review was; null where nothing was decided. */
export function effortOf(log: readonly ReviewEntry[]): ReviewEffort | null {
  if (log.length === 0) return null;
  const sum = (of: (entry: ReviewEntry) => number) => log.reduce((total, entry) => total + of(entry), 0);
  return {
    facts: log.length,
    rejected: log.filter(({ decision }) => decision === 'rejected').length,
    statements: log.filter(({ kind, decision }) => kind === 'statements' && decision === 'accepted').length,
    edits: sum(({ edits }) => edits),
    seconds: Math.round(sum(({ seconds }) => seconds)),
    until: log
      .map(({ at }) => at)
      .sort()
      .at(-1)!,
  };
}

/** The log as the file `review.ndjson` has it, a line for each decision. */
export const reviewLines = (log: readonly ReviewEntry[]): string =>
  log.map((entry) => `${JSON.stringify(entry)}\n`).join('');

/** The log of such a file; lines that cannot be read are left out, since the last one may have been cut off. */
export const parseReviewLines = (text: string): ReviewEntry[] =>
  text.split('\n').flatMap((line) => {
    try {
      const entry = ReviewEntry.safeParse(JSON.parse(line));
      return entry.success ? [entry.data] : [];
    } catch {
      return [];
    }
  });
