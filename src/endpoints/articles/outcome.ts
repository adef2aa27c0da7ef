import { z } from 'zod';
import type { Count } from '../../ingest/tally.ts';
import type { SubmissionOutcome } from '../../ingest/write/submit-article.ts';

const count = (what: string) => z.number().int().min(0).describe(`How many were ${what}.`);

const Changes = z
  .object({
    kind: z.string().describe('Kind of node or relationship.'),
    created: count('created'),
    updated: count('changed'),
    unchanged: count('there already'),
    removed: count('removed'),
  })
  .meta({ id: 'Changes', description: 'What was done to the nodes or relationships of one kind.' });

/** What became of a submission. */
export const Outcome = z
  .object({
    id: z.string().describe('Id of the article.'),
    outcome: z
      .enum(['created', 'replaced', 'unchanged', 'would-be-created', 'would-be-replaced'])
      .describe(
        'Whether it was written, replaced what was there, was there already, or would be written but for the dry run.',
      ),
    revision: z.string().describe('Its state, for the `If-Match` of the next change.'),
    nodes: z.array(Changes).describe('By kind of node.'),
    relationships: z.array(Changes).describe('By kind of relationship.'),
  })
  .meta({ id: 'SubmissionOutcome', description: 'What became of an article that was sent.' });

const outcomeOf = (
  { id, outcome, revision, tally }: SubmissionOutcome,
  dryRun: boolean,
): z.output<typeof Outcome> => ({
  id,
  outcome: dryRun && outcome !== 'unchanged' ? `would-be-${outcome}` : outcome,
  revision,
  nodes: listed(tally.nodes),
  relationships: listed(tally.relationships),
});

const listed = (counts: Map<string, Count>) => [...counts].map(([kind, count]) => ({ kind, ...count }));

/** Whether a submission is only tried. */
export const DryRun = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Whether to find out what would be written, without writing it.'),
});

/** The header of the response to a write that names the state which it made. */
export const REVISION_TAG = {
  etag: { description: 'Its revision, for the `If-Match` of the next change.', schema: { type: 'string' } },
} as const;

export const LOCATION = {
  location: { description: 'URL of the article.', schema: { type: 'string' } },
} as const;

/** The response to an article that was taken. */
export const submissionResponse = (submitted: SubmissionOutcome, dryRun: boolean) => ({
  status: submitted.outcome === 'created' && !dryRun ? 201 : 200,
  headers: {
    ...(!dryRun && { etag: `"${submitted.revision}"` }),
    ...(submitted.outcome === 'created' && !dryRun && { location: `/v1/articles/${submitted.id}` }),
  },
  body: outcomeOf(submitted, dryRun),
});
