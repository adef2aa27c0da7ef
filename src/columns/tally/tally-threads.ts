import type { GroupDetails, Tallied, TallyOrder } from '../../db/tally-order.ts';
import { TALLYING } from '../../limits.ts';
import { WorkThread } from '../../thread.ts';
import type { SharedRows } from './columns.ts';
import { detail } from './detail.ts';
import { tally } from './tally.ts';
import type { TallyOutcome, TallyReplies, TallyWork } from './tally-worker.ts';

/** Threads that count, so that the process goes on responding meanwhile; few rows are counted sooner than a thread is told. */
export class TallyThreads {
  readonly #threads = Array.from({ length: TALLYING.threads }, () => ({
    thread: new WorkThread<TallyWork, TallyOutcome>({
      file: new URL('../../../bin/tally-worker.js', import.meta.url),
      ...TALLYING,
    }),
    waiting: 0,
  }));

  /** Starts them where there are so many rows that they are needed, so that the first count does not wait for it. */
  startFor({ length }: SharedRows): void {
    if (length > TALLYING.rows) for (const { thread } of this.#threads) thread.start();
  }

  async tally(rows: SharedRows, order: TallyOrder): Promise<Tallied> {
    if (rows.length <= TALLYING.rows) return tally(rows, order);
    return (await this.#run(rows, { order })) as Tallied;
  }

  /** Tells what is in some groups of an order. */
  async detail(rows: SharedRows, order: TallyOrder, detailed: readonly number[]): Promise<GroupDetails[]> {
    if (rows.length <= TALLYING.rows) return detail(rows, order, detailed);
    return (await this.#run(rows, { order, detailed })) as GroupDetails[];
  }

  async stop(): Promise<void> {
    await Promise.all(this.#threads.map(({ thread }) => thread.stop()));
  }

  async #run(rows: SharedRows, work: Omit<TallyWork, 'state'>): Promise<TallyOutcome> {
    const replies: TallyReplies = { rows: async () => rows };
    const free = this.#threads.reduce((least, one) => (one.waiting < least.waiting ? one : least));
    free.waiting++;
    try {
      return await free.thread.run({ ...work, state: rows.state }, replies);
    } finally {
      free.waiting--;
    }
  }
}
