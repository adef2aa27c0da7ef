import { z } from 'zod';
import { defineRead } from '../db/client.ts';
import { cypher, filled } from '../db/cypher.ts';
import { Decision } from '../model/decision.ts';
import { defineQuery } from '../query/define.ts';
import { text } from '../query/parameters.ts';

export const decision = defineQuery({
  kind: 'one',
  operationId: 'getDecision',
  tag: 'decisions',
  path: '/v1/decisions/{id}',
  summary: 'One decision',
  description: 'What a reviewer decided: who, when and why.',
  pathParams: z.strictObject({
    id: text().meta({ description: 'Id of the decision.', examples: ['d-1c2486d092fea874'] }),
  }),
  params: z.strictObject({}),
  row: Decision,
  read: defineRead({
    name: 'one decision',
    parameters: ['id'],
    row: Decision.extend({ key: z.string() }),
    text: filled('read/decisions', { rows: cypher`MATCH (d:Decision {id: $id})` }),
  }),
  bind: ({ id }) => ({ id }),
  examples: [{ summary: 'Which two statements are not one?', request: { id: 'd-1c2486d092fea874' } }],
});
