import { zipf } from './zipf.ts';

/** Draws that are the same for the same seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 to 1, as mulberry32 has it. */
  next = (): number => {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };

  /** True in a share of all draws. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** A whole number below a bound. */
  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  one<T>(of: readonly T[]): T {
    return of[this.below(of.length)]!;
  }

  /** Draws of which the first is the most frequent, the second half as frequent, and so on. */
  ranked<T>(of: readonly T[]): () => T {
    const rank = zipf(of.length, this.next);
    return () => of[rank()]!;
  }

  /** A day between 2000 and 2024. */
  day(): string {
    return new Date(Date.UTC(2000, 0, 1) + this.below(9000) * 86_400_000).toISOString().slice(0, 10);
  }
}
