import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { Gate } from '../columns/gate.ts';
import { ParquetWriter } from '../columns/parquet-writer.ts';
import type { Graph } from '../db/client.ts';
import type { GraphVersion } from '../db/state-witness.ts';
import { Problem } from '../errors.ts';
import type { ParquetTable } from '../formats/parquet.ts';
import { LOAD, PARQUET } from '../limits.ts';
import { atOneVersion, RequestCoalescer, type Versioned } from '../query/consistency.ts';
import type { ListPart } from '../query/define.ts';

/** A list as a file, and the version that all of it shows; null where the graph moved on while it was read. */
export interface ParquetFile {
  path: string;
  size: number;
  version: GraphVersion | null;
}

/** A list of which the first part is read. */
interface BegunList {
  /** The same for lists that are the same at one version. */
  key: string;
  /** Its URL, which the file tells. */
  request: string;
  first: Versioned<ListPart>;
  table: ParquetTable;
}

/**
 * Lists as files of Parquet, made once for each version: the end of such a file says where its columns are, so that nothing
 * of it can be sent before it is whole. Files that are asked for least lately go first.
 */
export class ParquetFiles {
  readonly #graph: Graph;
  readonly #gate = new Gate(1);
  readonly #making = new RequestCoalescer<ParquetFile>();
  readonly #files = new LRUCache<string, ParquetFile>({
    maxSize: PARQUET.kept,
    sizeCalculation: ({ size }) => size,
    dispose: (file) => this.#remove(file),
  });
  /** How many are reading each file. */
  readonly #readers = new Map<ParquetFile, number>();
  #folder?: string;
  #made = 0;
  #waiting = 0;
  #isClosed = false;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /**
   * The file of a list; those who ask for the same share one. It stays until each of them has let it go.
   * @throws Problem `overloaded` where too many files are being made.
   */
  async fileOf(list: BegunList): Promise<ParquetFile> {
    const { key, first } = list;
    const name = `${first.version} ${key}`;
    const known = this.#files.get(name);
    if (known) return this.#lend(known);
    if (this.#waiting >= PARQUET.waiting) throw tooMany();
    this.#waiting++;
    try {
      return this.#lend(await this.#making.run(name, () => this.#kept(name, list)));
    } finally {
      this.#waiting--;
    }
  }

  /** Says that one who was given a file has read it; one that is not kept for the next is removed after its last reader. */
  release(file: ParquetFile): void {
    const left = this.#readers.get(file)! - 1;
    if (left > 0) this.#readers.set(file, left);
    else this.#readers.delete(file);
    if (!this.#isKept(file)) this.#remove(file);
  }

  /** Removes all files. */
  close(): void {
    this.#isClosed = true;
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true });
  }

  #lend(file: ParquetFile): ParquetFile {
    this.#readers.set(file, (this.#readers.get(file) ?? 0) + 1);
    return file;
  }

  #isKept(file: ParquetFile): boolean {
    return [...this.#files.values()].includes(file);
  }

  /** Removes a file unless it is being read. */
  #remove(file: ParquetFile): void {
    if (!this.#readers.has(file)) rmSync(file.path, { force: true });
  }

  async #kept(name: string, list: BegunList): Promise<ParquetFile> {
    const known = this.#files.get(name);
    if (known) return known;
    const file = await this.#gate.run(() => this.#make(list));
    if (file.version !== null && file.size <= PARQUET.kept) this.#files.set(name, file);
    return file;
  }

  async #make({ request, first, table }: BegunList): Promise<ParquetFile> {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'on-record-parquet-'));
    const path = join(this.#folder, `${this.#made++}.parquet`);
    const writer = await ParquetWriter.open(path, table.columns);
    try {
      let { outcome: part, version } = first;
      for (;;) {
        await writer.take(table.rowsOf(part.items));
        if (part.next === null) break;
        if (this.#isClosed) throw new Error('The service closes.');
        const read: Versioned<ListPart> = await atOneVersion(this.#graph, part.next);
        part = read.outcome;
        if (read.version !== version) version = null;
      }
      await writer.write({ version: version ?? 'several', request });
      return { path, size: statSync(path).size, version };
    } finally {
      writer.close();
    }
  }
}

const tooMany = () =>
  new Problem('overloaded', 'Too many files of Parquet are being made.', [], {
    'retry-after': LOAD.retryAfterRestart,
  });
