import { renameSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import {
  type CountedState,
  type Counts,
  type Graph,
  type GraphConnection,
  type Parameters,
  withTimeout,
} from '../db/client.ts';
import type { Sql } from '../db/sql.ts';
import { Problem } from '../errors.ts';
import { COLUMNS, LOAD } from '../limits.ts';
import type { Row } from '../model/row.ts';
import { buildFile } from './build.ts';
import { changesBetween } from './changes.ts';
import { type OwnFile, removeFile, takeFile } from './files.ts';
import { Gate } from './gate.ts';
import { GRAIN_READERS } from './grains.ts';
import { KnownNames } from './names.ts';
import { settledVersion } from './read-graph.ts';
import { ColumnStore, LAYOUT, namedParameters, type ShownVersion } from './store.ts';
import { StatementRows } from './tally/statement-rows.ts';
import { TallyThreads } from './tally/tally-threads.ts';

/*
 * Counts come from an index of columns beside the graph, which is never behind what it is asked for.
 *
 * The index notes the version of the graph that it shows in the transaction of its rows. Before it counts, it is brought to
 * the version that the response is of: what commits touched since is read out of the graph again and takes the place of its
 * rows. What is read may be of a later commit already; that is of no harm, since the commit names the same ids, and whether the graph
 * stayed at the version of the response is checked after it, see `query/consistency.ts`. Where nothing tells what was touched
 * the index is built anew.
 */

export interface CountIndexOptions {
  graph: Graph;
  /** What the process that builds it connects to. */
  connection: GraphConnection;
  /** Where its file is kept. */
  folder: string;
  /** Milliseconds that a count waits where the index is behind. */
  timeout?: number;
  /** Told what is done that takes time. */
  report?: (text: string) => void;
}

export class CountIndex implements Counts {
  readonly #options: Required<CountIndexOptions>;
  readonly #gate = new Gate(COLUMNS.gate);
  readonly #closing = new AbortController();
  #file?: OwnFile;
  #store?: ColumnStore;
  /** The statements of the file, in memory. */
  #statements?: StatementRows;
  readonly #threads = new TallyThreads();
  /** Rows as they were found in what is shown. */
  readonly #recent = new LRUCache<string, Promise<Row[]>>({ max: COLUMNS.kept });
  readonly #names = new KnownNames();
  #shown?: ShownVersion;
  #update?: Promise<void>;
  #progress?: string;

  constructor(options: CountIndexOptions) {
    this.#options = {
      timeout: COLUMNS.timeout,
      report: () => {},
      ...options,
    };
  }

  /** What it is built of so far; undefined while it is not being built. */
  get progress(): string | undefined {
    return this.#progress;
  }

  /** Opens the file of the graph as it is now, or builds it. */
  async open(): Promise<void> {
    await this.#updated();
  }

  async ask<T>(graph: Graph, work: (state: CountedState) => Promise<T>): Promise<T> {
    const ended = graph.witness?.begin();
    try {
      if (!this.#isAt(graph.version)) await this.#within(this.#updated());
      return await this.#gate.run(() => {
        const [store, statements] = [this.#store!, this.#statements!];
        return work({
          rows: (text, parameters) => store.rows(text, parameters),
          kept: (text, parameters) => this.#kept(store, text, parameters),
          tally: (order) => this.#threads.tally(statements.shared, order),
          detail: (order, groups) => this.#threads.detail(statements.shared, order, groups),
          names: (kind, numbers) => this.#names.of(store, kind, numbers),
          ends: (pair) => statements.ends(pair),
        });
      });
    } finally {
      ended?.();
    }
  }

  #kept(store: ColumnStore, text: Sql, parameters: Parameters): Promise<Row[]> {
    const named = namedParameters(text, parameters);
    const key = JSON.stringify([text, named]);
    const known = this.#recent.get(key) ?? store.rows(text, named);
    this.#recent.set(key, known);
    known.catch(() => this.#recent.delete(key));
    return known;
  }

  #forget(): void {
    this.#recent.clear();
    this.#names.clear();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#update?.catch(() => {});
    await this.#gate.runAlone(async () => this.#let());
    await this.#threads.stop();
  }

  #isAt(version: string | null | undefined): boolean {
    return this.#shown !== undefined && version === `${this.#shown.seed}.${this.#shown.version}`;
  }

  /** Brought to the version of the graph at the time of the call, or a later one; those who wait share the work. */
  async #updated(): Promise<void> {
    // What is under way may have begun before a write that the caller knows of.
    await this.#update?.catch(() => {});
    this.#update ??= this.#bringUpToDate().finally(() => {
      this.#update = undefined;
    });
    await this.#update;
  }

  async #within(update: Promise<void>): Promise<void> {
    try {
      await withTimeout(update, this.#options.timeout);
    } catch (error) {
      if (this.#update === undefined) throw error;
      throw notReady(this.#progress ?? 'It is being brought up to date.');
    }
  }

  async #bringUpToDate(): Promise<void> {
    const { graph } = this.#options;
    for (;;) {
      const wanted = await settledVersion(graph);
      if (this.#shown?.seed !== wanted.seed) await this.#openFile(wanted.seed);
      if (this.#shown && isSame(this.#shown, wanted)) return;
      const isBehind = this.#shown !== undefined && this.#shown.version < wanted.version;
      const changes = isBehind ? await changesBetween(graph, this.#shown!, wanted) : undefined;
      if (changes) await this.#apply(changes);
      else await this.#build();
    }
  }

  async #openFile(seed: string): Promise<void> {
    await this.#gate.runAlone(async () => {
      this.#let();
      this.#file = await takeFile(this.#options.folder, seed);
      await this.#take(this.#file.store);
    });
  }

  async #apply({ version, ids }: NonNullable<Awaited<ReturnType<typeof changesBetween>>>): Promise<void> {
    const { graph } = this.#options;
    const patient = { ...graph, readTimeout: COLUMNS.readTimeout };
    const changes = await Promise.all(
      GRAIN_READERS.map(async (reader) => {
        const own = ids[reader.grain];
        const incoming = own.length > 0 ? await reader.byIds(patient, own) : { rows: [], things: [] };
        return { grain: reader.grain, ids: own, ...incoming };
      }),
    );
    const shown = { seed: this.#shown!.seed, version };
    await this.#gate.runAlone(async () => {
      this.#forget();
      // What was followed in part is no state of the graph: until it is whole, nothing is shown.
      this.#shown = undefined;
      await this.#statements!.follow(ids, () => this.#store!.replace(changes, shown));
      this.#shown = shown;
    });
  }

  /** Takes a file, and its statements into memory; one that shows nothing is built anew. */
  async #take(store: ColumnStore | undefined): Promise<void> {
    this.#forget();
    this.#store = store;
    const shown = await store?.shown();
    this.#statements = shown && (await StatementRows.read(store!));
    if (this.#statements) this.#threads.startFor(this.#statements.shared);
    this.#shown = shown;
  }

  /** Builds the file anew, beside the one that is there. */
  async #build(): Promise<void> {
    const { connection, report } = this.#options;
    const { path } = this.#file!;
    const fresh = `${path}.building`;
    this.#shown = undefined;
    this.#progress = 'It is being built.';
    report('the index of counts is being built');
    const started = performance.now();
    try {
      await buildFile(
        { connection, path: fresh, layout: LAYOUT },
        (done) => {
          this.#progress = `It is being built: ${done} so far.`;
        },
        this.#closing.signal,
      );
      await this.#gate.runAlone(async () => {
        this.#store?.close();
        this.#store = undefined;
        removeFile(path);
        renameSync(fresh, path);
        await this.#take(await ColumnStore.open(path));
      });
      report(`the index of counts was built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    } finally {
      removeFile(fresh);
      this.#progress = undefined;
    }
  }

  #let(): void {
    this.#store?.close();
    this.#file?.release();
    this.#store = this.#file = this.#statements = this.#shown = undefined;
  }
}

const isSame = (a: ShownVersion, b: ShownVersion) => a.seed === b.seed && a.version === b.version;

const notReady = (progress: string) =>
  new Problem('starting', `Counts come from an index. ${progress}`, [], { 'retry-after': LOAD.retryAfter });
