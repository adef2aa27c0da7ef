import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { sqlFile } from '../db/sql.ts';
import { PARQUET } from '../limits.ts';
import type { Row } from '../model/row.ts';
import { removeFile } from './files.ts';

/** Writes rows as a file of Parquet, some at a time: they are collected in a file of DuckDB beside it. */
export class ParquetWriter {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #path: string;
  /** The columns with their types, as JSON. */
  readonly #columns: string;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, path: string, columns: string) {
    this.#instance = instance;
    this.#connection = connection;
    this.#path = path;
    this.#columns = columns;
  }

  /**
   * @param path of the file to write.
   * @param columns the types of the columns by their names, as `from_json` of DuckDB has them.
   */
  static async open(path: string, columns: object): Promise<ParquetWriter> {
    const { memory } = PARQUET;
    const instance = await DuckDBInstance.create(besides(path), { memory_limit: memory, threads: '1' });
    const connection = await instance.connect();
    const writer = new ParquetWriter(instance, connection, path, JSON.stringify([columns]));
    await connection.run(sqlFile('parquet/begin'), { columns: writer.#columns });
    return writer;
  }

  async take(rows: Row[]): Promise<void> {
    if (rows.length === 0) return;
    await this.#connection.run(sqlFile('parquet/take'), {
      rows: JSON.stringify(rows),
      columns: this.#columns,
    });
  }

  /** Writes the file. @param about what it says of itself. */
  async write(about: { version: string; request: string }): Promise<void> {
    await this.#connection.run(sqlFile('parquet/write'), { path: this.#path, ...about });
  }

  /** Removes all but the file itself. */
  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
    removeFile(besides(this.#path));
  }
}

const besides = (path: string) => `${path}.duckdb`;
