import type { CheckResult } from './check.ts';
import type { Finding } from './finding.ts';

/** Of what a check finds no more is named than this; the rest is counted. */
const MOST_NAMED = 30;

/** What one check came to. */
export interface CheckOutcome {
  check: string;
  /** How many things it compared. */
  count: number;
  found: number;
  /** The first of what was found. */
  named: Finding[];
}

/** Adds up what the checks find, page by page, in the order in which they were first named. */
export class Ledger {
  readonly #outcomes: Map<string, CheckOutcome>;
  readonly #prefix: string;

  /** @param prefix what the kinds of its findings begin with. */
  constructor(outcomes = new Map<string, CheckOutcome>(), prefix = '') {
    this.#outcomes = outcomes;
    this.#prefix = prefix;
  }

  /** The same for what drafts say, whose findings say so by their kinds. */
  ofDrafts(): Ledger {
    return new Ledger(this.#outcomes, 'Draft');
  }

  add(check: string, { count, findings: found }: CheckResult): void {
    const findings = found.map((finding) => ({ ...finding, kind: this.#prefix + finding.kind }));
    const outcome = this.#outcomes.get(check) ?? { check, count: 0, found: 0, named: [] };
    this.#outcomes.set(check, outcome);
    outcome.count += count;
    outcome.found += findings.length;
    outcome.named.push(...findings.slice(0, MOST_NAMED - outcome.named.length));
  }

  get outcomes(): CheckOutcome[] {
    return [...this.#outcomes.values()];
  }

  get found(): number {
    return this.outcomes.reduce((sum, { found }) => sum + found, 0);
  }
}
