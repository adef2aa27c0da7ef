import { z } from 'zod';
import type { Count } from '../../ingest/tally.ts';
import type { SubmissionOutcome } from '../../ingest/write/submit-article.ts';
import { MATCHING } from '../../limits.ts';
import { MatchBasis } from '../../model/match.ts';

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

const Alike = z
  .object({
    outcome: z
      .enum(['joined', 'offered'])
      .describe('Whether the two are one by now, or are offered for a decision (`POST /v1/decisions`).'),
    id: z
      .string()
      .describe(
        'Id of what the article tells of; of a statement without one, the id that follows from its words.',
      ),
    text: z
      .string()
      .describe('Its words: of a statement its rendering, of an event its label, of an entity its name.'),
    with: z
      .object({
        id: z.string().describe('Id of the other.'),
        text: z.string().describe('The words of the other.'),
        article: z.string().nullable().describe('The article with these words; null of events and entities.'),
      })
      .describe('What the graph has.'),
    basis: MatchBasis.nullable().describe('By what statements are alike; null of events and entities.'),
    score: z.number().min(0).max(1).describe('How sure it is.'),
    reason: z.string().describe('Why, as one line.'),
  })
  .meta({ id: 'Alike', description: 'Two things that are joined, or that may be one.' });

const alikeList = (what: string) =>
  z.array(Alike).describe(`${what}, what is joined first, then the likeliest; at most ${MATCHING.told}.`);

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
    alike: z
      .object({
        statements: alikeList('Statements of other articles'),
        events: alikeList('Events that may be those of the article'),
        entities: alikeList('Entities that may be those which the submission brings'),
      })
      .describe('What the article is joined with, and what it may be one with.'),
  })
  .meta({ id: 'SubmissionOutcome', description: 'What became of an article that was sent.' });

const outcomeOf = (
  { id, outcome, revision, tally, alike }: SubmissionOutcome,
  dryRun: boolean,
): z.output<typeof Outcome> => ({
  id,
  outcome: dryRun && outcome !== 'unchanged' ? `would-be-${outcome}` : outcome,
  revision,
  nodes: listed(tally.nodes),
  relationships: listed(tally.relationships),
  alike: {
    statements: alike.statements.slice(0, MATCHING.told),
    events: alike.events.slice(0, MATCHING.told),
    entities: alike.entities.slice(0, MATCHING.told),
  },
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
