import { withTimeout } from '../db/client.ts';

interface Turn<T> {
  running: Promise<T>;
  /** Begins when `running` has ended. */
  next?: Promise<T>;
}

/**
 * Lets those who ask the same at the same time share one piece of work, which begins after each of them asked: what is
 * under way may have been answered from before, so whoever comes then waits for the one after it.
 */
export class SingleFlight<T> {
  private readonly turns = new Map<string, Turn<T>>();
  private readonly patience: number;

  /** @param patience milliseconds after which the next piece of work is given up, from when it was first asked for. */
  constructor(patience = Number.POSITIVE_INFINITY) {
    this.patience = patience;
  }

  /** @param key the same for work that has the same outcome. */
  ask(key: string, work: () => Promise<T>): Promise<T> {
    const turn = this.turns.get(key);
    if (turn) {
      turn.next ??= this.after(turn.running, () => this.ask(key, work));
      return turn.next;
    }
    const running = work().finally(() => this.turns.delete(key));
    this.turns.set(key, { running });
    return running;
  }

  /** Behind a database that hangs, the work after what is under way would come too late. */
  private after(running: Promise<T>, begin: () => Promise<T>): Promise<T> {
    const next = running.catch(() => {}).then(begin);
    return Number.isFinite(this.patience) ? withTimeout(next, this.patience) : next;
  }
}
