import { join } from 'node:path';
import { digest, type Fact, factKey } from '../facts/facts.ts';
import type { StatementView } from '../facts/statement-views.ts';
import { lines } from '../read/lines.ts';
import { CsvFile } from './csv-file.ts';

const utf8 = new TextDecoder();

/** A fact that several articles may state, with what the articles tell of it where it is a statement. */
export type SharedFact = Pick<Fact, 'kind' | 'id' | 'hash' | 'properties' | 'edges'> & {
  view?: StatementView;
};

/** Facts are divided by so many digits of the digest of their keys: 256 files, of which one is held in memory. */
const DIGITS = 2;

/** Keeps facts in files until all articles are read, and then gives each of them once. */
export class SharedFacts {
  readonly #folder: string;
  readonly #files = new Map<string, CsvFile>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  add({ kind, id, hash, properties, edges, view }: SharedFact): void {
    const part = digest(factKey({ kind, id })).slice(0, DIGITS);
    const file = this.#files.get(part) ?? new CsvFile(join(this.#folder, `shared-facts-${part}.ndjson`));
    this.#files.set(part, file);
    file.write(`${JSON.stringify({ kind, id, hash, properties, edges, view })}\n`);
  }

  /**
   * Each fact once, with the quotations of all articles; nothing can be added any more.
   * @throws Error where two articles describe one fact differently.
   */
  *merged(): Generator<SharedFact> {
    for (const file of this.#files.values()) {
      file.close();
      yield* mergedOf(file.path);
    }
  }
}

function mergedOf(path: string): Iterable<SharedFact> {
  const facts = new Map<string, SharedFact>();
  for (const line of lines(path)) {
    const fact: SharedFact = JSON.parse(utf8.decode(line));
    const key = factKey(fact);
    const known = facts.get(key);
    if (known && known.hash !== fact.hash) throw new Error(`${key} is described in two ways`);
    if (known) known.view?.quotations.push(...fact.view!.quotations);
    else facts.set(key, fact);
  }
  return facts.values();
}
