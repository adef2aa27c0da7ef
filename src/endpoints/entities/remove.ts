import { z } from 'zod';
import { Problem } from '../../errors.ts';
import { defineOperation } from '../../http/operation.ts';
import { EntityInUse, removeEntity } from '../../ingest/write/remove-entity.ts';
import { Slug } from '../../model/text.ts';

/** Removes an entity that nothing uses. */
export const deleteEntity = defineOperation({
  operationId: 'deleteEntity',
  tag: 'entities',
  method: 'DELETE',
  path: '/v1/entities/{id}',
  summary: 'Remove an entity',
  description:
    'Removes an entity with its names. Where anything refers to it nothing is removed, and the problem `in-use` lists what does.',
  pathParams: z.strictObject({
    id: Slug.meta({
      description: 'Id of the entity; a name will not do here.',
      examples: ['example-institute'],
    }),
  }),
  responses: { 204: { description: 'It is removed.' } },
  freshness: 'none',
  writes: true,
  preconditions: 'optional',
  respond: async (graph, { params: { id }, precondition }) => {
    const isRemoved = await removeEntity(graph, id, precondition).catch((error: unknown) => {
      if (!(error instanceof EntityInUse)) throw error;
      const ways = error.uses.map(({ detail }) => detail).join('; ');
      throw new Problem('in-use', `The entity ${JSON.stringify(id)} is in use: ${ways}.`, error.uses);
    });
    if (isRemoved) return { status: 204 };
    throw new Problem('not-found', `There is no entity ${JSON.stringify(id)}.`);
  },
});
