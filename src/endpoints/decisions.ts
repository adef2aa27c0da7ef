import { z } from 'zod';
import { graphTotal } from '../db/graph-total.ts';
import { DECISIONS } from '../db/indexes.ts';
import { pagesOf } from '../db/seek.ts';
import { decisionEntry } from '../formats/atom-entries.ts';
import { DECISION_KINDS, Decision, thingsOfDecision } from '../model/decision.ts';
import { defineQuery } from '../query/define.ts';
import { oneOf, paging, several, severalOf, text } from '../query/parameters.ts';

export const decisions = defineQuery({
  kind: 'page',
  operationId: 'listDecisions',
  tag: 'decisions',
  path: '/v1/decisions',
  summary: 'Decisions',
  description:
    'What reviewers decided, in the order in which they did; what was revoked is among it. A feed and a page begin with the newest.',
  params: z.strictObject({
    kind: severalOf(DECISION_KINDS, 'What was decided.', 'different').optional(),
    by: several(
      text().meta({ description: 'Who decided it: the name of a key.', examples: ['operator'] }),
    ).optional(),
    target: text()
      .meta({
        description: 'Id of what it is about: a statement, an event, an article, an entity or a decision.',
        examples: ['kurilla-need-for-cooperation'],
      })
      .optional(),
    sort: oneOf(
      ['oldest', 'newest'],
      'Order in which they were taken: the oldest first, but for feeds and pages.',
    ).optional(),
    ...paging,
  }),
  row: Decision,
  atom: decisionEntry,
  things: thingsOfDecision,
  feedAsks: { sort: 'newest' },
  tables: { decision: '', speaker: 'speakers', id: 'ids' },
  pages: pagesOf(DECISIONS, 'read/decisions', { isTurnable: true }),
  total: { read: graphTotal('decisions', DECISIONS, 'read/decision-total') },
  plan: ({ by, sort, ...filters }) => ({ given: { ...filters, who: by }, descending: sort === 'newest' }),
  examples: [{ summary: 'Which things were found to be different?', request: { kind: ['different'] } }],
});
