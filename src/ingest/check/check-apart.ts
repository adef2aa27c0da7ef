import { Worker } from 'node:worker_threads';
import { CHECKING } from '../../limits.ts';
import { FaultList } from '../../model/fault-list.ts';
import { JsonError } from '../../model/read-json.ts';
import { BODY } from './body.ts';
import type { CheckedSubmission, KnownGraph } from './check-submission.ts';
import type { WorkerMessage, WorkerOrder, WorkerSubmission } from './check-worker.ts';
import { InputError } from './input-error.ts';

/**
 * Holds a submission to everything that it has to hold to, in a thread of its own: whatever was sent, the process goes
 * on responding meanwhile, and where the check takes all the time or memory it may, the thread ends and nothing else.
 * One is checked after another.
 * @param id that of the URL that it was sent to, where that has one.
 * @throws JsonError where it cannot be read; InputError with its faults.
 */
export function checkApart(bytes: Uint8Array, graph: KnownGraph, id?: string): Promise<CheckedSubmission> {
  const checked = queue.then(() => runCheck({ bytes, id }, graph));
  queue = checked.catch(() => {});
  return checked;
}

let queue: Promise<unknown> = Promise.resolve();
let thread: Worker | null = null;

/** Starts the thread, so that the first submission does not wait for it. */
export function startChecking(): void {
  thread ??= startThread();
}

function startThread(): Worker {
  const { memory: maxOldGenerationSizeMb } = CHECKING;
  const started = new Worker(new URL('../../../bin/check-worker.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb },
  });
  started.on('exit', () => {
    if (thread === started) thread = null;
  });
  // Who waits for a check hears of it; a thread that fails while nobody waits is started anew.
  started.on('error', () => {});
  started.unref();
  return started;
}

function runCheck(submission: WorkerSubmission, graph: KnownGraph): Promise<CheckedSubmission> {
  thread ??= startThread();
  const worker = thread;
  const tell = (order: WorkerOrder) => worker.postMessage(order);
  const { promise, resolve, reject } = Promise.withResolvers<CheckedSubmission>();
  const end = (error: unknown) => {
    thread = null;
    worker.terminate();
    reject(error);
  };
  const onMessage = (message: WorkerMessage) => {
    if ('ask' in message) resultOf(graph, message.ask).then((result) => tell({ result }), end);
    else if ('checked' in message) resolve(message.checked);
    else if ('invalid' in message) reject(new InputError(message.invalid));
    else if ('unreadable' in message) reject(new JsonError(message.unreadable));
    else reject(new Error(message.failure));
  };
  const onError = (error: Error & { code?: string }) =>
    end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooCostly('more memory') : error);
  const timer = setTimeout(() => end(tooCostly('longer')), CHECKING.timeout);
  worker.on('message', onMessage).on('error', onError).ref();
  tell(submission);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off('message', onMessage).off('error', onError).unref();
  });
}

const resultOf = (
  graph: KnownGraph,
  ask: Extract<WorkerMessage, { ask: unknown }>['ask'],
): Promise<unknown> => {
  if (ask.of === 'entities') return graph.entities(...ask.given);
  return ask.of === 'events' ? graph.events(...ask.given) : graph.nameBearers(...ask.given);
};

const tooCostly = (what: string) =>
  new InputError(
    FaultList.of([
      {
        file: BODY,
        detail: `the check takes ${what} than any article should`,
        expected: 'a shorter text, or fewer and longer quotes',
      },
    ]),
  );
