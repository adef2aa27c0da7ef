import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { effortOf, type ReviewEntry } from '../../model/review-log.ts';

/** What is kept of an annotation: as it was given, so that the article can be made into facts again. */
export const packed = (annotation: unknown): string =>
  deflateRawSync(JSON.stringify(annotation), { level: 1 }).toString('base64');

/** The annotation that was packed. */
export const unpacked = (annotation: string): unknown =>
  JSON.parse(inflateRawSync(Buffer.from(annotation, 'base64')).toString());

/** What is kept of a review: its log as it was given, and what it took, as an article shows it; nothing where there is none. */
export function reviewProperties(log: readonly ReviewEntry[]): Record<string, string | number> {
  const effort = effortOf(log);
  if (effort === null) return {};
  return {
    reviewLog: packed(log),
    reviewedFacts: effort.facts,
    rejectedFacts: effort.rejected,
    acceptedStatements: effort.statements,
    reviewEdits: effort.edits,
    reviewSeconds: effort.seconds,
    reviewedUntil: effort.until,
  };
}
