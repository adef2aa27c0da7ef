import { lines } from '../read/lines.ts';
import { CsvFile } from './csv-file.ts';

/** A million statements are sixteen thousand a partition, which is held in memory as a whole. */
const PARTITIONS = 64;

/** Files of what articles bring to merged views, by the number of their partition. */
export type PartitionFiles = Map<number, string>;

const utf8 = new TextDecoder();

/**
 * Keeps what articles bring to merged views in files, until all articles are there: all of one view in one partition, also where
 * several keep it.
 */
export class PartitionedSources<Source> {
  readonly #path: string;
  readonly #files = new Map<number, CsvFile>();

  /** @param path that of its files without the number of their partition. */
  constructor(path: string) {
    this.#path = path;
  }

  add(key: string, source: Source): void {
    const partition = partitionOf(key);
    let file = this.#files.get(partition);
    if (!file) {
      file = new CsvFile(`${this.#path}-${partition}.ndjson`);
      this.#files.set(partition, file);
    }
    file.write(`${JSON.stringify([key, source])}\n`);
  }

  /** Ends the files; nothing can be added any more. */
  close(): PartitionFiles {
    for (const file of this.#files.values()) file.close();
    return new Map([...this.#files].map(([partition, { path }]) => [partition, path]));
  }
}

/** Each view of a partition once, by its key, with what all articles bring to it. */
export function mergedSources<Source>(files: string[]): Map<string, Source[]> {
  const merged = new Map<string, Source[]>();
  for (const file of files)
    for (const line of lines(file)) {
      const [key, source]: [string, Source] = JSON.parse(utf8.decode(line));
      const others = merged.get(key);
      if (others) others.push(source);
      else merged.set(key, [source]);
    }
  return merged;
}

function partitionOf(key: string): number {
  let sum = 0;
  for (let at = 0; at < key.length; at++) sum = (sum * 31 + key.charCodeAt(at)) | 0;
  return (sum >>> 0) % PARTITIONS;
}
