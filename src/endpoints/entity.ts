import { z } from 'zod';
import { defineRead } from '../db/client.ts';
import { cypher, filled } from '../db/cypher.ts';
import { ENTITY_DETAIL } from '../db/fragments.ts';
import { entityNode } from '../formats/json-ld/entity.ts';
import { EntityDetail } from '../model/entity.ts';
import { defineQuery } from '../query/define.ts';
import { entity as entityParameter } from '../query/parameters.ts';

export const entity = defineQuery({
  kind: 'one',
  operationId: 'getEntity',
  tag: 'entities',
  path: '/v1/entities/{id}',
  summary: 'One entity',
  description: 'An entity with its roles, relations and counts.',
  pathParams: z.strictObject({ id: entityParameter('The entity.', 'asim-munir') }),
  params: z.strictObject({}),
  row: EntityDetail,
  read: defineRead({
    name: 'one entity',
    parameters: ['id'],
    row: EntityDetail.extend({ key: z.string() }),
    text: filled('read/entities', { rows: cypher`MATCH (e:Entity {id: $id})`, detail: ENTITY_DETAIL }),
  }),
  bind: ({ id }) => ({ id }),
  jsonld: entityNode,
  drafts: true,
  examples: [{ summary: 'Who is General Munir?', request: { id: 'General Munir' } }],
});
