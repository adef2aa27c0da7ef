import { join } from 'node:path';
import type { Quoted } from '../facts/derive.ts';
import { type Edge, type Fact, type FactKind, factKey } from '../facts/facts.ts';
import type { Shown } from '../facts/statement-item.ts';
import { lines } from '../read/lines.ts';
import { CsvFile } from './csv-file.ts';
import { SeenKeys } from './seen-keys.ts';

const utf8 = new TextDecoder();

/** A fact that several articles may state, with what the articles' quotations of it add. */
export interface SharedFact {
  kind: FactKind;
  id: string;
  hash: string;
  properties: Fact['properties'];
  edges: Edge[];
  /** Of a statement alone. */
  quoted?: Quoted;
  shown?: Shown;
}

/**
 * Keeps facts in a file until it is known which of them several articles state, and then gives each of them once.
 * In memory are only those that came more than once: their keys, and those that wait for the rest of them.
 */
export class SharedFacts {
  readonly #file: CsvFile;
  readonly #seen = new SeenKeys();
  /** How often a fact came again. */
  readonly #repeats = new Map<string, number>();

  constructor(folder: string) {
    this.#file = new CsvFile(join(folder, 'shared-facts.ndjson'));
  }

  add({ kind, id, hash, properties, edges, quoted, shown }: SharedFact): void {
    const key = factKey({ kind, id });
    if (this.#seen.add(key)) this.#repeats.set(key, (this.#repeats.get(key) ?? 0) + 1);
    this.#file.write(`${JSON.stringify({ kind, id, hash, properties, edges, quoted, shown })}\n`);
  }

  /**
   * Each fact once, with the voices of all articles; nothing can be added any more.
   * @throws Error where two articles describe one fact differently.
   */
  *merged(): Generator<SharedFact> {
    this.#file.close();
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
        for (const part of ['voices', 'quoteTypes', 'reported'] as const)
          entry.fact.quoted?.[part].push(...(fact.quoted![part] as never[]));
        entry.fact.shown?.quotations.push(...fact.shown!.quotations);
        if (--entry.left > 0) continue;
        waiting.delete(key);
        yield entry.fact;
      }
    }
    // What the filter took for a repetition that it was not.
    for (const { fact } of waiting.values()) yield fact;
  }
}
