import { z } from 'zod';
import { entityNode } from '../formats/json-ld/entity.ts';
import { EntityDetail } from '../model/entity.ts';
import { defineQuery } from '../query/define.ts';
import { entity as entityReference } from '../query/parameters.ts';

export const entity = defineQuery({
  operationId: 'getEntity',
  tag: 'entities',
  path: '/v1/entities/{id}',
  summary: 'One entity',
  description: 'An entity with its roles, relations and counts.',
  cypher: 'entity',
  pathParams: z.strictObject({ id: entityReference('The entity.', 'asim-munir') }),
  params: z.strictObject({}),
  row: EntityDetail,
  list: false,
  jsonld: entityNode,
  plan: ({ id }) => ({ flags: ['detail'], bind: { id } }),
  examples: [{ summary: 'Who is General Munir?', request: { id: 'General Munir' } }],
});
