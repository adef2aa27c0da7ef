import { join } from 'node:path';
import type { NodeKind } from '../../model/node-kind.ts';
import { NODE_PROPERTIES, type Properties, RELATIONSHIP_PROPERTIES } from '../facts/graph-properties.ts';
import { Tally } from '../tally.ts';
import { CsvFile, cellsOf, headerOf, quoted, type Value } from './csv-file.ts';

/** A CSV file with its header, and what the importer takes it for. */
export interface TableFile {
  of: 'nodes' | 'relationships';
  /** The labels of the nodes, joined by colons, or the type of the relationships. */
  as: string;
  path: string;
  /** How many nodes or relationships it holds. */
  rows: number;
}

type Values = Record<string, Value>;
interface Table extends TableFile {
  file: CsvFile;
  cells: (properties: Values) => string;
}

/** Nodes and relationships that are derived, and part of no tally. */
const UNCOUNTED = new Set([
  ...[
    'Graph',
    'Source',
    'Change',
    'Decision',
    'FormerId',
    'DECIDED_BY',
    'MergedEntity',
    'MERGED_INTO',
    'Name',
    'EventReference',
  ],
  ...['SAID_BY', 'SPEAKS_ABOUT', 'NAMES_EVENT'],
]);

/** One end of a relationship: a kind of node, and the id of one. */
export type End = readonly [kind: string, id: string];

/** A graph as CSV files in a folder: one for each kind of node, and each type of relationship between two kinds. */
export class Tables {
  readonly #folder: string;
  readonly #name: string;
  readonly #tables = new Map<string, Table>();

  /** @param name tells its files from those of others in the folder. */
  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#name = name;
  }

  /** @param label one more label, such as that of a person beside that of an entity. */
  node(kind: NodeKind, id: string, properties: Values, label = ''): void {
    const name = kind + label;
    const columns = NODE_PROPERTIES[kind];
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

  relationship(type: string, from: End, to: End, properties: Values = {}): void {
    const name = `${from[0]}-${type}-${to[0]}`;
    const table =
      this.#tables.get(name) ??
      this.#open(name, {
        of: 'relationships',
        as: type,
        header: `:START_ID(${from[0]}),:END_ID(${to[0]})`,
        columns: RELATIONSHIP_PROPERTIES[type] ?? {},
      });
    table.file.write(`${quoted(from[1])},${quoted(to[1])}${table.cells(properties)}\n`);
    table.rows++;
  }

  /** Ends all files; nothing can be written any more. */
  close(): TableFile[] {
    const tables = [...this.#tables.values()];
    for (const { file } of tables) file.close();
    return tables.map(({ of, as, path, rows }) => ({ of, as, path, rows }));
  }

  #open(
    name: string,
    { of, as, header, columns }: Pick<TableFile, 'of' | 'as'> & { header: string; columns: Properties },
  ): Table {
    const path = join(this.#folder, `${name}-${this.#name}.csv`);
    const table = { of, as, path, rows: 0, file: new CsvFile(path), cells: cellsOf(as, columns) };
    table.file.write(`${header}${headerOf(columns)}\n`);
    this.#tables.set(name, table);
    return table;
  }
}

/** What was created, by the last label of the nodes and the type of the relationships. */
export function tallyOf(files: TableFile[]): Tally {
  const tally = new Tally();
  for (const { of, as, rows } of files) {
    const kind = as.slice(as.indexOf(':') + 1);
    if (!UNCOUNTED.has(kind)) tally.add(of, kind, 'created', rows);
  }
  return tally;
}
