import { CHECKING } from '../../limits.ts';
import { FaultList } from '../../model/fault-list.ts';
import { JsonError } from '../../model/read-json.ts';
import { TooCostly, WorkThread } from '../../thread.ts';
import { BODY } from './body.ts';
import type { CheckedSubmission, KnownGraph } from './check-submission.ts';
import type { CheckOutcome, WorkerSubmission } from './check-worker.ts';
import { InputError } from './input-error.ts';

const thread = new WorkThread<WorkerSubmission, CheckOutcome>({
  file: new URL('../../../bin/check-worker.js', import.meta.url),
  ...CHECKING,
});

/** Starts the thread, so that the first submission does not wait for it. */
export const startChecking = (): void => thread.start();

/**
 * Holds a submission to everything that it has to hold to, in a thread of its own, one after another.
 * @param id that of the URL that it was sent to, where that has one.
 * @throws JsonError where it cannot be read; InputError with its faults, or where the check takes more time or memory than it may.
 */
export async function checkApart(
  bytes: Uint8Array,
  graph: KnownGraph,
  id?: string,
): Promise<CheckedSubmission> {
  const outcome = await thread.run({ bytes, id }, graph).catch((error: unknown) => {
    throw error instanceof TooCostly ? tooCostly(error) : error;
  });
  if ('checked' in outcome) return outcome.checked;
  throw 'invalid' in outcome ? new InputError(outcome.invalid) : new JsonError(outcome.unreadable);
}

const tooCostly = ({ what }: TooCostly) =>
  new InputError(
    FaultList.of([
      {
        file: BODY,
        detail: `the check takes ${what} than any article should`,
        expected: 'a shorter text, or fewer and longer quotes',
      },
    ]),
  );
