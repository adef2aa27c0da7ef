import { LRUCache } from 'lru-cache';
import type { SharedRows } from './columns.ts';

/** Keeps what was worked out of rows for as long as none of these changes. */
export class OfRows<T extends object> {
  readonly #kept: LRUCache<string, T>;
  #state?: number;

  constructor(max: number) {
    this.#kept = new LRUCache({ max });
  }

  /** What a key names, worked out of the rows if it is not there. */
  of({ state }: SharedRows, key: string, workedOut: () => T): T {
    if (this.#state !== state) this.#kept.clear();
    this.#state = state;
    const known = this.#kept.get(key) ?? workedOut();
    this.#kept.set(key, known);
    return known;
  }
}
