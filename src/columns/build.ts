import { fork } from 'node:child_process';
import type { BuildMessage, BuildOrder } from './build-worker.ts';

/** Megabytes: the rows of some pages as values and as JSON. */
const HEAP = 512;

/**
 * Builds the file of an index in a process of its own, so that what that takes of memory and of the processor is not this
 * one's, and is given back.
 * @param onProgress told how far it is.
 * @throws Error that says why there is none.
 */
export async function buildFile(
  order: BuildOrder,
  onProgress: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const builder = fork(new URL('../../bin/columns-builder.js', import.meta.url), {
    execArgv: [`--max-old-space-size=${HEAP}`],
    signal,
  });
  let isDone = false;
  let failure: Error | undefined;
  builder.on('message', (message: BuildMessage) => {
    if ('progress' in message) onProgress(message.progress);
    else if ('done' in message) isDone = true;
    else reject(new Error(message.failure));
  });
  // One that is told to end is waited for, so that the service does not end before it.
  builder.on('error', (error) => {
    failure = error;
    if (builder.pid === undefined) reject(error);
  });
  builder.on('exit', (code, ended) =>
    isDone
      ? resolve()
      : reject(
          failure ?? new Error(`The index of counts was not built: its process ended (${ended ?? code}).`),
        ),
  );
  builder.send(order);
  return promise;
}
