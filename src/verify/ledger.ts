import type { Looked } from './check.ts';
import type { Finding } from './finding.ts';

/** Of what a check finds no more is named than this; the rest is counted. */
const MOST_NAMED = 30;

/** What one check came to. */
export interface Outcome {
  check: string;
  looked: number;
  found: number;
  /** The first of what was found. */
  named: Finding[];
}

/** Adds up what the checks find, page by page, in the order in which they were first named. */
export class Ledger {
  readonly #outcomes = new Map<string, Outcome>();

  add(check: string, { looked, faults }: Looked): void {
    const outcome = this.#outcomes.get(check) ?? { check, looked: 0, found: 0, named: [] };
    this.#outcomes.set(check, outcome);
    outcome.looked += looked;
    outcome.found += faults.length;
    const room = MOST_NAMED - outcome.named.length;
    outcome.named.push(...faults.slice(0, room).map((fault) => ({ check, ...fault })));
  }

  get outcomes(): Outcome[] {
    return [...this.#outcomes.values()];
  }

  get found(): number {
    return this.outcomes.reduce((sum, { found }) => sum + found, 0);
  }
}
