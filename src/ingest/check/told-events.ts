import type { Fault } from '../../model/fault.ts';
import { nearest } from '../../model/nearest.ts';

/** Faults of one unknown id that are kept; nobody reads more of them. */
const MOST_KEPT = 100;

/** A fault that stands unless another article tells of the event, and what else may have been meant. */
interface PendingFault {
  fault: Fault;
  entities: () => Iterable<string>;
}

/**
 * The events that articles tell of, and those that an article names though its own text does not tell of them: whether
 * these are known shows when all articles have been read.
 */
export class ToldEvents {
  readonly #told: Set<string>;
  readonly #pending = new Map<string, PendingFault[]>();

  /** @param known the events that are known from elsewhere. */
  constructor(known: Iterable<string> = []) {
    this.#told = new Set(known);
  }

  /** Notes that an article tells of an event. */
  add(event: string): void {
    this.#told.add(event);
    this.#pending.delete(event);
  }

  /**
   * Notes that an article names an event, with what is wrong where nothing tells of it.
   * @param entities ids of entities, where one may be named in its place.
   */
  name(event: string, fault: () => Fault, entities: () => Iterable<string> = () => []): void {
    if (this.#told.has(event)) return;
    const faults = this.#pending.get(event) ?? [];
    this.#pending.set(event, faults);
    if (faults.length < MOST_KEPT) faults.push({ fault: fault(), entities });
  }

  /** The events that are named and that nothing tells of. */
  get unknown(): string[] {
    return [...this.#pending.keys()];
  }

  /**
   * The faults of the events that are named and unknown, each with the nearest id that is known.
   * @param others events that are known as well.
   */
  *faults(others: Iterable<string> = []): Generator<Fault> {
    const known = new Set([...this.#told, ...others]);
    for (const [event, pending] of this.#pending) {
      if (known.has(event)) continue;
      for (const { fault, entities } of pending)
        yield { ...fault, nearest: nearest(event, [...entities(), ...known]) };
    }
  }
}
