import { lines } from '../read/lines.ts';
import { CsvFile } from './csv-file.ts';

const utf8 = new TextDecoder();

/**
 * Keeps what articles bring to merged views in a file until it is known which of them several articles have a part in, and
 * then gives each view once. In memory are the keys of all of them, and those that wait for the rest of them.
 */
export class SourceFile<Source> {
  readonly #file: CsvFile;
  readonly #seen = new Set<string>();
  /** How often a view came again. */
  readonly #repeats = new Map<string, number>();

  constructor(path: string) {
    this.#file = new CsvFile(path);
  }

  add(key: string, source: Source): void {
    if (this.#seen.has(key)) this.#repeats.set(key, (this.#repeats.get(key) ?? 0) + 1);
    else this.#seen.add(key);
    this.#file.write(`${JSON.stringify([key, source])}\n`);
  }

  /** Each view once, by its key, with what all articles bring to it; nothing can be added any more. */
  *merged(): Generator<[key: string, sources: Source[]]> {
    this.#file.close();
    this.#seen.clear();
    const waiting = new Map<string, { sources: Source[]; left: number }>();
    for (const line of lines(this.#file.path)) {
      const [key, source]: [string, Source] = JSON.parse(utf8.decode(line));
      const repeats = this.#repeats.get(key);
      if (repeats === undefined) {
        yield [key, [source]];
        continue;
      }
      const entry = waiting.get(key) ?? { sources: [], left: repeats + 1 };
      waiting.set(key, entry);
      entry.sources.push(source);
      if (--entry.left > 0) continue;
      waiting.delete(key);
      yield [key, entry.sources];
    }
  }
}
