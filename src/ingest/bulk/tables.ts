import { join } from 'node:path';
import { IMPORT_BUFFER } from '../../limits.ts';
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
  /** Whether texts in it hold line breaks. */
  multiline: boolean;
}

type Values = Record<string, Value>;

/** The rows of one kind: those whose texts hold line breaks in files of their own, each of which the importer reads at once. */
class Table {
  readonly #what: Pick<TableFile, 'of' | 'as'>;
  readonly #path: string;
  readonly #header: string;
  readonly #cells: (properties: Values) => string;
  readonly #parts: (TableFile & { file: CsvFile })[] = [];

  /** @param path that of its files, without their number. */
  constructor(path: string, { of, as, header, columns }: TableShape) {
    this.#what = { of, as };
    this.#path = path;
    this.#header = `${header}${headerOf(columns)}\n`;
    this.#cells = cellsOf(as, columns);
  }

  write(start: string, properties: Values): void {
    const row = `${start}${this.#cells(properties)}\n`;
    const multiline = row.indexOf('\n') < row.length - 1 || row.includes('\r');
    const part = this.#partFor(row.length, multiline);
    part.file.write(row);
    part.rows++;
  }

  close(): TableFile[] {
    return this.#parts.map(({ file, ...part }) => {
      file.close();
      return part;
    });
  }

  #partFor(length: number, multiline: boolean) {
    const last = this.#parts.findLast((part) => part.multiline === multiline);
    if (last && !(multiline && last.file.length + length >= IMPORT_BUFFER)) return last;
    const path = `${this.#path}-${this.#parts.length}.csv`;
    const part = { ...this.#what, path, rows: 0, multiline, file: new CsvFile(path) };
    part.file.write(this.#header);
    this.#parts.push(part);
    return part;
  }
}

interface TableShape extends Pick<TableFile, 'of' | 'as'> {
  /** The columns before those of the properties. */
  header: string;
  columns: Properties;
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

/** A graph as CSV files in a folder: those of each kind of node, and of each type of relationship between two kinds. */
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
    const table =
      this.#tables.get(name) ??
      this.#open(name, {
        of: 'nodes',
        as: label ? `${kind}:${label}` : kind,
        header: `${kind === 'Name' ? 'key' : 'id'}:ID(${kind})`,
        columns: NODE_PROPERTIES[kind],
      });
    table.write(quoted(id), properties);
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
    table.write(`${quoted(from[1])},${quoted(to[1])}`, properties);
  }

  /** Ends all files; nothing can be written any more. */
  close(): TableFile[] {
    return [...this.#tables.values()].flatMap((table) => table.close());
  }

  #open(name: string, shape: TableShape): Table {
    const table = new Table(join(this.#folder, `${name}-${this.#name}`), shape);
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
