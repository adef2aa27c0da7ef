import type { FaultList } from '../../model/fault-list.ts';
import { JsonError, readJsonBytes } from '../../model/read-json.ts';
import { starterAs, takeOrders } from '../../thread.ts';
import { type CheckedSubmission, checkSubmission, type KnownGraph } from './check-submission.ts';
import { InputError } from './input-error.ts';
import { withPathId } from './with-path-id.ts';

/** What became of a submission. */
export type CheckOutcome =
  | { checked: CheckedSubmission }
  | { invalid: Pick<FaultList, 'told' | 'count' | 'isFull'> }
  | { unreadable: JsonError['fault'] };

/** A submission as bytes, with the id of the URL that it was sent to, where that has one. */
export interface WorkerSubmission {
  bytes: Uint8Array;
  id: string | undefined;
}

const graph = starterAs<KnownGraph>('entities', 'nameBearers', 'events');

takeOrders(async ({ bytes, id }: WorkerSubmission): Promise<CheckOutcome> => {
  try {
    return { checked: await checkSubmission(withPathId(readJsonBytes(bytes), id), graph) };
  } catch (error) {
    if (error instanceof JsonError) return { unreadable: error.fault };
    if (!(error instanceof InputError)) throw error;
    const { told, count, isFull } = error.found;
    return { invalid: { told, count, isFull } };
  }
});
