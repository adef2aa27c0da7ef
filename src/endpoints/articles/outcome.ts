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
      .enum(['created', 'unchanged', 'would-be-created'])
      .describe('Whether it was written, was there already, or would be written but for the dry run.'),
    nodes: z.array(Changes).describe('By kind of node.'),
    relationships: z.array(Changes).describe('By kind of relationship.'),
  })
  .meta({ id: 'SubmissionOutcome', description: 'What became of an article that was sent.' });

export const outcomeOf = (
  { id, isNew, tally }: SubmissionOutcome,
  dryRun: boolean,
): z.output<typeof Outcome> => ({
  id,
  outcome: isNew ? (dryRun ? 'would-be-created' : 'created') : 'unchanged',
  nodes: listed(tally.nodes),
  relationships: listed(tally.relationships),
});

const listed = (counts: Map<string, Count>) => [...counts].map(([kind, count]) => ({ kind, ...count }));
