import { join } from 'node:path';
import { Tally } from '../tally.ts';
import { type Columns, NODE_COLUMNS, RELATIONSHIP_COLUMNS } from './columns.ts';
import { CsvFile, cellsOf, headerOf, quoted, type Value } from './csv-file.ts';

/** A CSV file with its header, and what the importer takes it for. */
export interface TableFile {
  of: 'nodes' | 'relationships';
  /** The labels of the nodes, joined by colons, or the type of the relationships. */
  as: string;
  path: string;
}

type Properties = Record<string, Value>;
interface Table extends Pick<TableFile, 'of'> {
  /** What a tally counts the rows as. */
  what: string;
  file: CsvFile;
  cells: (properties: Properties) => string;
  rows: number;
}

/** Nodes and relationships that are derived, and part of no tally. */
const UNCOUNTED = new Set(['Graph', 'Name', 'SAID_BY']);

/** One end of a relationship: a kind of node, and the id of one. */
export type End = readonly [kind: string, id: string];

/** A graph as CSV files in a folder: one for each kind of node, and each type of relationship between two kinds. */
export class Tables {
  readonly files: TableFile[] = [];
  readonly #folder: string;
  readonly #tables = new Map<string, Table>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param label one more label, such as that of a person beside that of an entity. */
  node(kind: string, id: string, properties: Properties, label = ''): void {
    const name = kind + label;
    const columns = NODE_COLUMNS[kind]!;
    const table =
      this.#tables.get(name) ??
      this.#open(name, {
        of: 'nodes',
        as: label ? `${kind}:${label}` : kind,
        header: `${kind === 'Name' ? 'key' : 'id'}:ID(${kind})`,
        columns,
      });
    table.file.write(`${quoted(id)}${table.cells(properties)}\n`);
    table.rows++;
  }

  relationship(type: string, from: End, to: End, properties: Properties = {}): void {
    const name = `${from[0]}-${type}-${to[0]}`;
    const table =
      this.#tables.get(name) ??
      this.#open(name, {
        of: 'relationships',
        as: type,
        header: `:START_ID(${from[0]}),:END_ID(${to[0]})`,
        columns: RELATIONSHIP_COLUMNS[type] ?? {},
      });
    table.file.write(`${quoted(from[1])},${quoted(to[1])}${table.cells(properties)}\n`);
    table.rows++;
  }

  close(): void {
    for (const { file } of this.#tables.values()) file.close();
  }

  tally(): Tally {
    const tally = new Tally();
    for (const { of, what, rows } of this.#tables.values())
      if (!UNCOUNTED.has(what)) tally.add(of, what, 'created', rows);
    return tally;
  }

  #open(
    name: string,
    { of, as, header, columns }: Pick<TableFile, 'of' | 'as'> & { header: string; columns: Columns },
  ): Table {
    const path = join(this.#folder, `${name}.csv`);
    const what = as.replace(/.*:/, '');
    const table = { of, what, file: new CsvFile(path), cells: cellsOf(as, columns), rows: 0 };
    table.file.write(`${header}${headerOf(columns)}\n`);
    this.#tables.set(name, table);
    this.files.push({ of, as, path });
    return table;
  }
}
