import type { Graph } from '../../db/client.ts';
import type { OperationResponse } from '../../http/operation.ts';
import { type EntityOptions, submitEntity } from '../../ingest/write/submit-entity.ts';
import { asSubmission } from '../articles/submission-problem.ts';
import { entityResponse } from './entity-body.ts';

/**
 * Takes an entity that is sent.
 * @param replaces of what is sent to the URL of an entity: its id, and what has to be there.
 * @throws Problem with what is wrong.
 */
export const takeEntity = (
  graph: Graph,
  bytes: Uint8Array,
  params: { dryRun: 'true' | 'false' },
  replaces?: EntityOptions['replaces'],
): Promise<OperationResponse> =>
  asSubmission('invalid-entity', async () => {
    const dryRun = params.dryRun === 'true';
    return entityResponse(await submitEntity(graph, bytes, { dryRun, replaces }), dryRun);
  });
