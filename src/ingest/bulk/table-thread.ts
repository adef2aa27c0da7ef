import { BULK_THREAD } from '../../limits.ts';
import { WorkThread } from '../../thread.ts';
import type { TableWriter } from './table-writer.ts';

type Method = keyof TableWriter;

/** One thing that a writer is to do. */
export interface WriterCall {
  method: Method;
  given: never[];
}

/** A table writer in a thread of its own. */
export class TableThread {
  readonly #thread = new WorkThread<unknown, unknown>({
    file: new URL('../../../bin/table-worker.js', import.meta.url),
    ...BULK_THREAD,
  });

  /** @param name tells its files from those of others in the folder. */
  open(folder: string, name: string): Promise<unknown> {
    return this.#thread.run({ open: { folder, name } });
  }

  /** @throws Error where the writer throws one. */
  call<Called extends Method>(
    method: Called,
    ...given: Parameters<TableWriter[Called]>
  ): Promise<ReturnType<TableWriter[Called]>> {
    return this.#thread.run({ method, given }) as Promise<ReturnType<TableWriter[Called]>>;
  }

  /** Ends the thread, whatever it does. */
  stop(): Promise<void> {
    return this.#thread.stop();
  }
}
