interface Turn<T> {
  running: Promise<T>;
  /** Begins when `running` has ended. */
  next?: Promise<T>;
}

/**
 * Lets those who ask the same at the same time share one piece of work, which begins after each of them asked: what is
 * under way may have been answered from before, so whoever comes then waits for the one after it.
 */
export class InTurn<T> {
  private readonly turns = new Map<string, Turn<T>>();

  /** @param key the same for work that has the same outcome. */
  ask(key: string, work: () => Promise<T>): Promise<T> {
    const turn = this.turns.get(key);
    if (turn) {
      turn.next ??= turn.running.catch(() => {}).then(() => this.ask(key, work));
      return turn.next;
    }
    const running = work().finally(() => this.turns.delete(key));
    this.turns.set(key, { running });
    return running;
  }
}
