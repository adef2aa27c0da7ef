import { hash } from 'node:crypto';
import {
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBIntegerVector,
  DuckDBListValue,
  type DuckDBPreparedStatement,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  LIST,
  listValue,
  VARCHAR,
  version,
} from '@duckdb/node-api';
import { LRUCache } from 'lru-cache';
import type { Parameters } from '../db/client.ts';
import { type Sql, sql, sqlFile, sqlNames } from '../db/sql.ts';
import { COLUMNS } from '../limits.ts';
import type { Row } from '../model/row.ts';
import type { Grain, Incoming } from './grains.ts';

/** The version of a graph; the seed tells one graph from another. */
export interface ShownVersion {
  seed: string;
  version: number;
}

/** Tells one layout of the file from another, so that a newer service does not read what an older one wrote. */
export const LAYOUT = hash(
  'sha256',
  [version(), ...['schema', 'order', ...sqlNames('load')].map(sqlFile), COLUMNS.layout].join('\n'),
).slice(0, 16);

/** The file of an index, opened by this process alone. */
export class ColumnStore {
  readonly #instance: DuckDBInstance;
  readonly #idle: PreparedConnection[] = [];
  readonly #open = new Set<PreparedConnection>();
  /** Counts what was written: a statement that was prepared before it may have been planned by what the rows were then. */
  #writes = 0;

  private constructor(instance: DuckDBInstance) {
    this.#instance = instance;
  }

  /**
   * @param memory see `COLUMNS`.
   * @throws Error where another process has the file open, or it is no file of DuckDB.
   */
  static async open(path: string, memory: string = COLUMNS.memory): Promise<ColumnStore> {
    const { threads } = COLUMNS;
    return new ColumnStore(
      await DuckDBInstance.create(path, {
        memory_limit: memory,
        threads: String(threads),
        preserve_insertion_order: 'false',
      }),
    );
  }

  /** Makes the tables in a file that has none. */
  async create(): Promise<void> {
    await this.#using((connection) => runAll(connection, sqlFile('schema')));
  }

  /** What the file shows, or undefined where it is of another layout or was not completed. */
  async shown(): Promise<ShownVersion | undefined> {
    const [row] = await this.rows(SHOWN).catch(() => []);
    const { layout, seed, version: of } = (row ?? {}) as { layout?: string; seed: string; version: number };
    return layout === LAYOUT ? { seed, version: of } : undefined;
  }

  /** The rows of a query. */
  rows(text: Sql, parameters: Parameters = {}): Promise<Row[]> {
    return this.#using(async (_, prepared) => {
      const statement = await prepared(text);
      const values = valuesOf(text, parameters);
      statement.bind(values, typesOf(values));
      return (await statement.runAndReadAll()).getRowObjectsJS();
    });
  }

  /**
   * Reads whole numbers, none of which is null.
   * @param take given the columns of some rows at a time.
   */
  numbers(
    text: Sql,
    parameters: Parameters,
    take: (columns: readonly DuckDBIntegerVector[]) => void,
  ): Promise<void> {
    return this.#using(async (connection) => {
      const values = valuesOf(text, parameters);
      const result = await connection.stream(text, values, typesOf(values));
      for (;;) {
        const chunk = await result.fetchChunk();
        if (!chunk || chunk.rowCount === 0) return;
        const column = (_: unknown, at: number) => chunk.getColumnVector(at) as DuckDBIntegerVector;
        take(Array.from({ length: chunk.columnCount }, column));
      }
    });
  }

  /** Takes rows in. */
  take(grain: Grain, incoming: Incoming): Promise<void> {
    return this.#writing((connection) => takeIn(connection, [{ grain, ...incoming }]));
  }

  /** Orders the rows of a file that took in all of a graph. */
  order(): Promise<void> {
    return this.#writing((connection) => runAll(connection, sqlFile('order')));
  }

  /** Puts some rows in the place of those of some ids, and notes the version that the file shows then: all of it, or nothing. */
  replace(changes: readonly Replacement[], shown: ShownVersion): Promise<void> {
    return this.#writing(async (connection) => {
      await connection.run('BEGIN');
      try {
        for (const change of changes.toReversed()) {
          const { grain, ids, rows } = change;
          const gone = { ids: JSON.stringify(ids), kept: JSON.stringify(rows.map(({ id }) => id)) };
          if (ids.length > 0) await runAll(connection, sqlFile(`remove/${grain}`), gone);
        }
        await takeIn(connection, changes);
        await noteShown(connection, shown);
        await connection.run('COMMIT');
      } catch (error) {
        await connection.run('ROLLBACK').catch(() => {});
        throw error;
      }
    });
  }

  /** Notes the version that the file shows. */
  note(shown: ShownVersion): Promise<void> {
    return this.#writing((connection) => noteShown(connection, shown));
  }

  close(): void {
    for (const { connection, known } of this.#open) {
      known.clear();
      connection.closeSync();
    }
    this.#instance.closeSync();
  }

  async #writing(work: (connection: DuckDBConnection) => Promise<void>): Promise<void> {
    try {
      await this.#using(work);
    } finally {
      this.#writes++;
    }
  }

  async #using<T>(
    work: (
      connection: DuckDBConnection,
      prepared: (text: Sql) => Promise<DuckDBPreparedStatement>,
    ) => Promise<T>,
  ): Promise<T> {
    const one = this.#idle.pop() ?? (await this.#connect());
    const { connection, known } = one;
    try {
      return await work(connection, async (text) => {
        if (one.writes !== this.#writes) known.clear();
        one.writes = this.#writes;
        const statement = known.get(text) ?? (await connection.prepare(text));
        known.set(text, statement);
        return statement;
      });
    } finally {
      this.#idle.push(one);
    }
  }

  async #connect(): Promise<PreparedConnection> {
    const connection = await this.#instance.connect();
    const known = new LRUCache<string, DuckDBPreparedStatement>({
      max: COLUMNS.prepared,
      dispose: (statement) => statement.destroySync(),
    });
    const one = { connection, known, writes: this.#writes };
    this.#open.add(one);
    await connection.run(`SET perfect_ht_threshold = ${COLUMNS.arrayBits}`);
    return one;
  }
}

/** A connection, and what it has prepared: to parse and plan a text takes as long as many of them take to run. */
interface PreparedConnection {
  connection: DuckDBConnection;
  known: LRUCache<string, DuckDBPreparedStatement>;
  /** What had been written when it prepared them. */
  writes: number;
}

/** Rows of a grain that come in the place of those of some ids. */
export interface Replacement extends Incoming {
  grain: Grain;
  ids: readonly string[];
}

const SHOWN = sql`SELECT layout, seed, version::INTEGER AS version FROM shown`;
const NOTE = sql`DELETE FROM shown;
INSERT INTO shown VALUES ($layout, $seed, $version)`;

const noteShown = (connection: DuckDBConnection, { seed, version: of }: ShownVersion) =>
  runAll(connection, NOTE, { layout: LAYOUT, seed, version: of });

async function takeIn(connection: DuckDBConnection, incoming: readonly (Incoming & { grain: Grain })[]) {
  const things = new Set(incoming.flatMap((one) => one.things));
  if (things.size > 0) await runAll(connection, sqlFile('load/things'), { ids: JSON.stringify([...things]) });
  for (const { grain, rows } of incoming)
    if (rows.length > 0) await runAll(connection, sqlFile(`load/${grain}`), { rows: JSON.stringify(rows) });
}

/** Runs the statements of a text one after the other. */
async function runAll(connection: DuckDBConnection, text: Sql, parameters: Parameters = {}): Promise<void> {
  for (const statement of text.split(/;\s*(?:\n|$)/)) {
    if (statement.trim() !== '') await connection.run(statement, valuesOf(statement, parameters));
  }
}

const PARAMETERS = /\$(\w+)/g;

/** The parameters that a text names; one that is not given is null. */
export function namedParameters(text: string, parameters: Parameters): Parameters {
  const names = new Set([...text.matchAll(PARAMETERS)].map(([, name]) => name!));
  return Object.fromEntries([...names].map((name) => [name, parameters[name] ?? null]));
}

const valuesOf = (text: string, parameters: Parameters): Record<string, DuckDBValue> =>
  Object.fromEntries(
    Object.entries(namedParameters(text, parameters)).map(([name, value]) => [name, boundValue(value)]),
  );

const boundValue = (value: unknown): DuckDBValue =>
  Array.isArray(value) ? listValue(value) : (value as DuckDBValue);

/** The types of lists, which an empty one does not tell. */
const typesOf = (values: Record<string, DuckDBValue>): Record<string, DuckDBType> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value instanceof DuckDBListValue
        ? [[name, LIST(typeof value.items[0] === 'number' ? INTEGER : VARCHAR)]]
        : [],
    ),
  );
