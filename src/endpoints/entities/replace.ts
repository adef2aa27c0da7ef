import { z } from 'zod';
import { defineOperation } from '../../http/operation.ts';
import { HTTP } from '../../limits.ts';
import { Slug } from '../../model/text.ts';
import { DryRun, LOCATION, REVISION_TAG } from '../articles/outcome.ts';
import { EntityReplacement, EntityResult } from './entity-body.ts';
import { takeEntity } from './take-entity.ts';

/** Replaces the record of an entity; what refers to it stays as it is. */
export const replaceEntity = defineOperation({
  operationId: 'replaceEntity',
  tag: 'entities',
  method: 'PUT',
  path: '/v1/entities/{id}',
  summary: 'Replace an entity',
  description:
    'Checks an entity as POST does, and replaces its record, its names and its country. What refers to it goes on to do so, and shows its new name; its type can change only while nothing does. `If-Match` says which state of it was seen; `If-None-Match: *` creates it.',
  pathParams: z.strictObject({
    id: Slug.meta({
      description: 'Id of the entity; a name will not do here.',
      examples: ['example-institute'],
    }),
  }),
  params: DryRun,
  preconditions: 'required',
  body: {
    schema: EntityReplacement,
    mediaType: 'application/json',
    limit: HTTP.bodyLimit,
    isCheckedLater: true,
  },
  responses: {
    200: {
      description: 'It is replaced, or is there already as it was sent, or it was a dry run.',
      schema: EntityResult,
      headers: REVISION_TAG,
    },
    201: {
      description: 'There was none, and it is written.',
      schema: EntityResult,
      headers: { ...LOCATION, ...REVISION_TAG },
    },
  },
  freshness: 'none',
  writes: true,
  respond: (graph, { params: { id, ...params }, precondition, bytes }) =>
    takeEntity(graph, bytes, params, { id, precondition: precondition! }),
});
