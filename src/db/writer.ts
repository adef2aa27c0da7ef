import { AsyncLocalStorage } from 'node:async_hooks';

/** Who writes: the name of the key that a request came with. */
const writers = new AsyncLocalStorage<string>();

/** Does work in the name of a writer. */
export const asWriter = <T>(name: string, work: () => T): T => writers.run(name, work);

/** Who writes at this moment; undefined on the command line. */
export const currentWriter = (): string | undefined => writers.getStore();
