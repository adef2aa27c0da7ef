import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseNews, RestartPolicy } from '../types.ts';

/** Starts a server that ended again, with growing pauses, until it ended too often in a row. */
export class Restarts {
  private readonly policy: RestartPolicy;
  private readonly report: (news: DatabaseNews) => void;
  private readonly signal: AbortSignal;
  private tries = 0;
  private upSince = performance.now();

  /** @param signal ends the pauses and the tries. */
  constructor(policy: RestartPolicy, report: (news: DatabaseNews) => void, signal: AbortSignal) {
    this.policy = policy;
    this.report = report;
    this.signal = signal;
  }

  /**
   * @param reason why the server ended, as a sentence without its full stop.
   * @throws Error that says why it ended last, where there were too many tries; the reason of the signal, where that came.
   */
  async start<T>(reason: string, launch: () => Promise<T>): Promise<T> {
    const down = performance.now();
    if (down - this.upSince > this.policy.steadyAfter) this.tries = 0;
    for (let why = reason; ; ) {
      await this.pause(why);
      try {
        const launched = await launch();
        this.upSince = performance.now();
        const seconds = ((this.upSince - down) / 1000).toFixed(1);
        this.report({ state: 'up', text: `Neo4j runs again, ${seconds} s after it ended.` });
        return launched;
      } catch (error) {
        this.signal.throwIfAborted();
        why = (error as Error).message;
      }
    }
  }

  private async pause(why: string): Promise<void> {
    const pause = this.policy.pauses[this.tries];
    if (pause === undefined) throw new Error(`It was started again ${this.tries} times in a row. ${why}`);
    this.tries++;
    const when = pause === 0 ? 'now' : `in ${pause / 1000} s`;
    const which = `try ${this.tries} of ${this.policy.pauses.length}`;
    this.report({ state: 'down', text: `${inShort(why)}. It is started again ${when}, ${which}.` });
    await sleep(pause, undefined, { signal: this.signal });
  }
}

/** Without what a log says, which is not for everybody who asks whether the service is ready. */
const inShort = (why: string) => why.split('\n')[0]!.replace(/\.? Its log says:$|[.:]$/, '');
