import { z } from 'zod';
import { draftsOf } from '../../db/client.ts';
import { defineOperation } from '../../http/operation.ts';
import { BODY } from '../../ingest/check/body.ts';
import { checkDecision } from '../../ingest/check/check-decision.ts';
import { assertDecidable, settledDecision } from '../../ingest/write/assert-decidable.ts';
import { readingRun } from '../../ingest/write/reading-run.ts';
import { takeDecisions } from '../../ingest/write/take-decisions.ts';
import { HTTP, LISTS, TEXTS } from '../../limits.ts';
import { DECISION_KINDS, DecisionBody as Sound } from '../../model/decision.ts';
import { readJsonBytes } from '../../model/read-json.ts';
import { Rank } from '../../model/vocabulary.ts';
import { DryRun } from '../articles/outcome.ts';
import { asSubmission } from '../articles/submission-problem.ts';

/** A decision that can be sent as it is. */
const EXAMPLE = {
  kind: 'rank',
  statement: 'kurilla-need-for-cooperation',
  article: 'shifting-sands',
  speakers: ['michael-kurilla'],
  rank: 'normal',
  why: 'The text does not say where he reiterated it.',
};

const text = (what: string) => z.string().max(TEXTS.id).optional().describe(what);

/** A decision for the documentation; the schema of its kind is what it is held to. */
const DecisionRequest = z
  .strictObject({
    kind: z
      .enum(DECISION_KINDS)
      .describe('What is decided; each kind takes the fields that are named with it.'),
    statement: text('Of `rank` and `exclude`: id of the statement.'),
    article: text(
      'Of `rank`: id of the article that attributes it. Of `exclude`: that of which its quotations are left out; without it, of all.',
    ),
    speakers: z
      .array(z.string().max(TEXTS.id))
      .max(LISTS.names)
      .optional()
      .describe('Of `rank`: ids of the speakers of the attribution; none where it names nobody.'),
    rank: Rank.optional(),
    of: z.enum(['statements', 'events']).optional().describe('Of `same` and `different`: what the two are.'),
    ids: z
      .array(z.string().max(TEXTS.id))
      .max(2)
      .optional()
      .describe('Of `same` and `different`: the ids of the two.'),
    entity: text('Of `merge`: id of the entity that is one with another.'),
    into: text('Of `merge`: id of the other, which goes on to be the id of both.'),
    decision: text('Of `revoke`: id of the decision that is revoked.'),
    why: z.string().min(1).max(TEXTS.passage).describe('Why, for who reads it later.'),
  })
  .meta({ id: 'DecisionRequest', description: 'What a reviewer decides.', examples: [EXAMPLE] });

const ids = (of: string) => z.array(z.string()).describe(`Ids of the ${of} that it changes.`);

const Taken = z
  .object({
    id: z.string().nullable().describe('Id of the decision, or null where it was a dry run.'),
    articles: ids('articles'),
    statements: ids('statements'),
    events: ids('events'),
    entities: ids('entities'),
  })
  .meta({ id: 'DecisionTaken', description: 'A decision that was taken, or would be, and what it changes.' });

/** Takes a decision. */
export const addDecision = defineOperation({
  operationId: 'takeDecision',
  tag: 'decisions',
  method: 'POST',
  path: '/v1/decisions',
  summary: 'Take a decision',
  description:
    'Notes a decision with the name of the key and the moment, and makes what it is about anew, in one transaction. It outlives every new load of the articles, is never changed, and is revoked by a decision of the kind `revoke`.',
  params: DryRun,
  body: {
    schema: DecisionRequest,
    mediaType: 'application/json',
    limit: HTTP.bodyLimit,
    isCheckedLater: true,
  },
  responses: {
    200: { description: 'It was a dry run: nothing was changed.', schema: Taken },
    201: {
      description: 'It holds.',
      schema: Taken,
      headers: { location: { description: 'URL of the decision.', schema: { type: 'string' } } },
    },
  },
  freshness: 'none',
  writes: true,
  respond: (graph, { params, bytes, writer }) =>
    asSubmission('invalid-decision', async () => {
      const dryRun = params.dryRun === 'true';
      const given = checkDecision(readJsonBytes(bytes), Sound, BODY);
      const body = await settledDecision(readingRun(graph), given);
      const decision = { ...body, by: writer, at: new Date().toISOString() };
      const { taken, changes } = await takeDecisions(graph, [decision], {
        dryRun,
        assertSound: (run, there) =>
          assertDecidable(body, { run, drafts: readingRun(draftsOf(graph)), there }),
      });
      const changed = {
        articles: changes.articlesReplaced ?? [],
        statements: changes.statements ?? [],
        events: changes.events ?? [],
        entities: changes.entities ?? [],
      };
      if (dryRun) return { body: { id: null, ...changed } };
      const { id } = taken[0]!;
      return { status: 201, headers: { location: `/v1/decisions/${id}` }, body: { id, ...changed } };
    }),
});
