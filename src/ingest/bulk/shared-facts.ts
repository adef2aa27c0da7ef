import { join } from 'node:path';
import type { Telling } from '../facts/derive-told.ts';
import { type Fact, factKey } from '../facts/facts.ts';
import type { StatementView } from '../facts/statement-views.ts';
import { lines } from '../read/lines.ts';
import { CsvFile } from './csv-file.ts';

const utf8 = new TextDecoder();

/** A fact that several articles may state, with what the articles tell of it: a statement's view, or another's telling. */
export type SharedFact = Pick<Fact, 'kind' | 'id' | 'hash' | 'properties' | 'edges'> & {
  view?: StatementView;
  telling?: Telling;
};

/**
 * Keeps facts in a file until it is known which of them several articles state, and then gives each of them once. In
 * memory are the keys of all of them, and those that wait for the rest of them.
 */
export class SharedFacts {
  readonly #file: CsvFile;
  readonly #seen = new Set<string>();
  /** How often a fact came again. */
  readonly #repeats = new Map<string, number>();

  constructor(folder: string) {
    this.#file = new CsvFile(join(folder, 'shared-facts.ndjson'));
  }

  add({ kind, id, hash, properties, edges, view, telling }: SharedFact): void {
    const key = factKey({ kind, id });
    if (this.#seen.has(key)) this.#repeats.set(key, (this.#repeats.get(key) ?? 0) + 1);
    else this.#seen.add(key);
    this.#file.write(`${JSON.stringify({ kind, id, hash, properties, edges, view, telling })}\n`);
  }

  /**
   * Each fact once, with what all articles tell of it; nothing can be added any more.
   * @throws Error where two articles describe one fact differently.
   */
  *merged(): Generator<SharedFact> {
    this.#file.close();
    this.#seen.clear();
    const waiting = new Map<string, { fact: SharedFact; left: number }>();
    for (const line of lines(this.#file.path)) {
      const fact: SharedFact = JSON.parse(utf8.decode(line));
      const key = factKey(fact);
      const repeats = this.#repeats.get(key);
      const entry = waiting.get(key);
      if (repeats === undefined) yield fact;
      else if (!entry) waiting.set(key, { fact, left: repeats });
      else {
        if (entry.fact.hash !== fact.hash) throw new Error(`${key} is described in two ways`);
        entry.fact.view?.quotations.push(...fact.view!.quotations);
        entry.fact.telling?.assertions.push(...fact.telling!.assertions);
        entry.fact.telling?.figures.push(...fact.telling!.figures);
        if (--entry.left > 0) continue;
        waiting.delete(key);
        yield entry.fact;
      }
    }
  }
}
