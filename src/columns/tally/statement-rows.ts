import type { DuckDBIntegerVector } from '@duckdb/node-api';
import { z } from 'zod';
import { filledSql, type Sql, sql } from '../../db/sql.ts';
import type { ColumnName, PairEnds } from '../../db/tally-order.ts';
import { COLUMNS } from '../../limits.ts';
import type { ColumnStore } from '../store.ts';
import {
  BLOCK,
  COLUMN_NAMES,
  COLUMN_VALUES,
  extend,
  extendBlocks,
  NONE,
  noSpans,
  type SharedRows,
  type Span,
  ZONED,
} from './columns.ts';

/** Statements, entities and events by the hashes of their ids. */
const withIds = (table: Sql) => sql`SELECT n FROM ${table} WHERE hash IN (SELECT hash(unnest($ids)))`;

const rowsWhere = (which: Sql) => filledSql('memory/rows', { columns: COLUMN_VALUES, which });
const ALL_ROWS = rowsWhere(sql`true`);
const ROWS_OF_IDS = rowsWhere(sql`n IN (${withIds(sql`statement`)})`);
const SIZES = sql`SELECT ((SELECT count(*) FROM said) + (SELECT count(*) FROM reported WHERE NOT isfirst))::INTEGER AS rows,
  (SELECT coalesce(max(n), 0) FROM thing)::INTEGER AS things, (SELECT coalesce(max(n), 0) FROM pair)::INTEGER AS pairs`;
const Sizes = z.object({ rows: z.int(), things: z.int(), pairs: z.int() });
const Most = z.object({ most: z.int() });
const HOLDERS = sql`SELECT entity, roles::INTEGER FROM holder`;
const HOLDERS_OF_IDS = sql`SELECT thing.n, coalesce(roles, 0)::INTEGER FROM thing LEFT JOIN holder ON entity = thing.n
WHERE thing.n IN (${withIds(sql`thing`)})`;

/** What was touched of that which the rows are made of. */
export interface Touched {
  statements: readonly string[];
  entities: readonly string[];
}

/** The rows of an index that are in memory, as it has them in its file. */
export class StatementRows {
  readonly #store: ColumnStore;
  readonly #spare: number;
  #shared: SharedRows;

  private constructor(store: ColumnStore, spare: number, shared: SharedRows) {
    this.#store = store;
    this.#spare = spare;
    this.#shared = shared;
  }

  /** @param spare see `COLUMNS`. */
  static async read(store: ColumnStore, spare = COLUMNS.spare): Promise<StatementRows> {
    return new StatementRows(store, spare, await readAll(store, spare));
  }

  get shared(): SharedRows {
    return this.#shared;
  }

  ends(pair: number): PairEnds {
    const { speaker, target } = this.#shared.pairs;
    return { speaker: known(speaker[pair]!), target: known(target[pair]!) };
  }

  /** Does what changes the file, and follows it; nothing may be counted meanwhile. */
  async follow(touched: Touched, change: () => Promise<void>): Promise<void> {
    const gone = await this.#numbersOf(touched.statements);
    await change();
    this.#shared.state = nextState();
    this.#forget(gone);
    if (await this.#isTakenIn(touched)) this.#shared.ranks = await readRanks(this.#store);
    else this.#shared = await readAll(this.#store, this.#spare);
  }

  async #numbersOf(ids: readonly string[]): Promise<Set<number>> {
    const found = new Set<number>();
    if (ids.length > 0)
      await this.#store.numbers(withIds(sql`statement`), { ids }, ([n]) => {
        for (let row = 0; row < n!.itemCount; row++) found.add(n!.getItem(row)!);
      });
    return found;
  }

  /** Takes from the rows of some statements all that they would be counted by. */
  #forget(gone: ReadonlySet<number>): void {
    if (gone.size === 0) return;
    const { columns, length } = this.#shared;
    for (let row = 0; row < length; row++) if (gone.has(columns.n[row]!)) columns.marks[row] = 0;
  }

  /** Whether there was room for what was touched. */
  async #isTakenIn({ statements, entities }: Touched): Promise<boolean> {
    const rows = this.#shared;
    let isWhole = true;
    if (entities.length > 0)
      await this.#store.numbers(HOLDERS_OF_IDS, { ids: entities }, (values) => {
        isWhole &&= hold(rows, values);
      });
    if (statements.length > 0)
      await this.#store.numbers(ROWS_OF_IDS, { ids: statements }, (values) => {
        isWhole &&= add(rows, values);
      });
    return isWhole;
  }
}

let states = 0;
const nextState = () => ++states;

const known = (number: number) => (number === NONE ? null : number);

const numbers = (size: number) => new Int32Array(new SharedArrayBuffer(size * Int32Array.BYTES_PER_ELEMENT));

async function readRanks(store: ColumnStore): Promise<SharedRows['ranks']> {
  const [thing, article] = await Promise.all([ranksOf(store, sql`thing`), ranksOf(store, sql`article`)]);
  return { thing, article };
}

async function ranksOf(store: ColumnStore, table: Sql): Promise<Int32Array<SharedArrayBuffer>> {
  const { most } = Most.parse(
    (await store.rows(sql`SELECT coalesce(max(n), 0)::INTEGER AS most FROM ${table}`))[0],
  );
  const ranks = numbers(most + 1);
  let rank = 0;
  await store.numbers(sql`SELECT n FROM ${table} ORDER BY id`, {}, ([n]) => {
    for (let row = 0; row < n!.itemCount; row++) ranks[n!.getItem(row)!] = rank++;
  });
  return ranks;
}

async function readAll(store: ColumnStore, spare: number): Promise<SharedRows> {
  const sizes = Sizes.parse((await store.rows(SIZES))[0]);
  const room = (size: number) => numbers(size + spare);
  const columns = Object.fromEntries(COLUMN_NAMES.map((name) => [name, room(sizes.rows)]));
  const blocks = Math.ceil((sizes.rows + spare) / BLOCK);
  const zones = Object.fromEntries(
    ZONED.map((name) => [name, { low: numbers(blocks), high: numbers(blocks) }]),
  );
  const rows: SharedRows = {
    state: nextState(),
    columns: columns as SharedRows['columns'],
    length: 0,
    zones: zones as SharedRows['zones'],
    blockMarks: { all: numbers(blocks), any: numbers(blocks) },
    spans: noSpans(),
    ranks: await readRanks(store),
    holders: room(sizes.things + 1),
    pairs: { speaker: room(sizes.pairs + 1), target: room(sizes.pairs + 1) },
  };
  await store.numbers(ALL_ROWS, {}, (values) => add(rows, values));
  await store.numbers(HOLDERS, {}, (values) => hold(rows, values));
  return rows;
}

/** Adds rows at the end, if there is room. */
function add(rows: SharedRows, values: readonly DuckDBIntegerVector[]): boolean {
  const count = values[0]!.itemCount;
  if (rows.length + count > rows.columns.n.length) return false;
  for (const [at, name] of COLUMN_NAMES.entries()) {
    const column = rows.columns[name];
    for (let row = 0; row < count; row++) column[rows.length + row] = values[at]!.getItem(row)!;
    const span = (rows.spans as Partial<Record<ColumnName, Span>>)[name];
    if (span) for (let row = 0; row < count; row++) extend(span, column[rows.length + row]!);
  }
  extendBlocks(rows, rows.length, rows.length + count);
  const { pair, speaker, target } = rows.columns;
  for (let row = rows.length; row < rows.length + count; row++) {
    if (pair[row]! >= rows.pairs.speaker.length) return false;
    rows.pairs.speaker[pair[row]!] = speaker[row]!;
    rows.pairs.target[pair[row]!] = target[row]!;
  }
  rows.length += count;
  return true;
}

/** Sets the roles of entities, if there is room. */
function hold({ holders }: SharedRows, [entity, roles]: readonly DuckDBIntegerVector[]): boolean {
  for (let row = 0; row < entity!.itemCount; row++) {
    const n = entity!.getItem(row)!;
    if (n >= holders.length) return false;
    holders[n] = roles!.getItem(row)!;
  }
  return true;
}
