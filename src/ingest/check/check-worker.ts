import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import type { FaultList } from '../../model/fault-list.ts';
import { JsonError, readJsonBytes } from '../../model/read-json.ts';
import { type CheckedSubmission, checkSubmission, type KnownGraph } from './check-submission.ts';
import { InputError } from './input-error.ts';
import { withPathId } from './with-path-id.ts';

/** What the thread says to who started it: that it asks the graph, or what became of a submission. */
export type WorkerMessage =
  | { ask: { [K in keyof KnownGraph]: { of: K; given: Parameters<KnownGraph[K]> } }[keyof KnownGraph] }
  | { checked: CheckedSubmission }
  | { invalid: Pick<FaultList, 'told' | 'count' | 'isFull'> }
  | { unreadable: JsonError['fault'] }
  | { failure: string };

/** A submission as bytes, with the id of the URL that it was sent to, where that has one. */
export interface WorkerSubmission {
  bytes: Uint8Array;
  id: string | undefined;
}

/** What it is told: a submission, and then what it asked for. */
export type WorkerOrder = WorkerSubmission | { result: unknown };

async function check({ bytes, id }: WorkerSubmission): Promise<WorkerMessage> {
  try {
    return { checked: await checkSubmission(withPathId(readJsonBytes(bytes), id), graph) };
  } catch (error) {
    if (error instanceof JsonError) return { unreadable: error.fault };
    if (!(error instanceof InputError)) return { failure: String((error as Error).stack) };
    const { told, count, isFull } = error.found;
    return { invalid: { told, count, isFull } };
  }
}

/** The graph, as far as the other thread lets it be asked. */
const graph: KnownGraph = {
  entities: (...given) => asked({ of: 'entities', given }),
  nameBearers: (...given) => asked({ of: 'nameBearers', given }),
  events: (...given) => asked({ of: 'events', given }),
};

async function asked(ask: Extract<WorkerMessage, { ask: unknown }>['ask']) {
  say({ ask });
  const [{ result }] = await once(parentPort!, 'message');
  return result;
}

const say = (message: WorkerMessage) => parentPort!.postMessage(message);

parentPort!.on('message', async (order: WorkerOrder) => {
  if ('bytes' in order) say(await check(order));
});
