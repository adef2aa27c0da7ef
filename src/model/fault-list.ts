import { FAULTS } from '../limits.ts';
import type { Fault } from './fault.ts';

/** The first faults that were found, and how many there are in all: those beyond the first are not even described. */
export class FaultList {
  readonly #mostCounted: number;
  readonly #first: (() => Fault)[] = [];
  #told: Fault[] = [];
  #count = 0;
  #isEnded = false;

  constructor(mostCounted: number = FAULTS.counted) {
    this.#mostCounted = mostCounted;
  }

  static of(faults: Iterable<Fault>): FaultList {
    const list = new FaultList();
    for (const fault of faults) list.add(() => fault);
    return list;
  }

  /** The first of them, as they are described when they are first asked for. */
  get told(): readonly Fault[] {
    this.#told.push(...this.#first.slice(this.#told.length).map((describe) => describe()));
    return this.#told;
  }

  /** How many were found. */
  get count(): number {
    return this.#count;
  }

  /** Whether no more were looked for, since so many were found. */
  get isFull(): boolean {
    return this.#isEnded || this.#count >= this.#mostCounted;
  }

  add(describe: () => Fault): void {
    this.#count++;
    if (this.#first.length < FAULTS.told) this.#first.push(describe);
  }

  /** No more are looked for. */
  end(): void {
    this.#isEnded = true;
  }
}
