import { defineOperation } from '../../http/operation.ts';
import { HTTP } from '../../limits.ts';
import { DryRun, LOCATION, REVISION_TAG } from '../articles/outcome.ts';
import { EntityBody, EntityResult } from './entity-body.ts';
import { takeEntity } from './take-entity.ts';

/** Adds an entity to the authority. */
export const addEntity = defineOperation({
  operationId: 'addEntity',
  tag: 'entities',
  method: 'POST',
  path: '/v1/entities',
  summary: 'Add an entity',
  description:
    'Checks an entity as an entry of `entities.yaml` is checked, and writes it. To send the same again changes nothing; PUT replaces one. A name that another entity bears is taken only where it is marked as shared.',
  params: DryRun,
  body: { schema: EntityBody, mediaType: 'application/json', limit: HTTP.bodyLimit, isCheckedLater: true },
  responses: {
    200: {
      description: 'Nothing was changed: the graph has it already, or it was a dry run.',
      schema: EntityResult,
      headers: REVISION_TAG,
    },
    201: { description: 'It is written.', schema: EntityResult, headers: { ...LOCATION, ...REVISION_TAG } },
  },
  freshness: 'none',
  writes: true,
  respond: (graph, { params, bytes }) => takeEntity(graph, bytes, params),
});
