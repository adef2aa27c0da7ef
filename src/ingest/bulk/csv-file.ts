import { closeSync, openSync, writeSync } from 'node:fs';
import type { Properties, PropertyType } from '../facts/graph-properties.ts';

const FLUSH_AT = 1 << 16;

/** Between the elements of a list: a control character, which no text of the graph holds. */
export const ARRAY_DELIMITER = '\x1f';

export type Value = string | number | boolean | string[] | number[] | null | undefined;

/** A CSV file that is written from start to end in large pieces. */
export class CsvFile {
  readonly path: string;
  /** Its length so far, in UTF-16 code units. */
  length = 0;
  readonly #file: number;
  #pending = '';

  constructor(path: string) {
    this.path = path;
    this.#file = openSync(path, 'w');
  }

  write(row: string): void {
    this.#pending += row;
    this.length += row.length;
    if (this.#pending.length > FLUSH_AT) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    writeSync(this.#file, this.#pending);
    this.#pending = '';
  }
}

/** The header cells of properties, as the importer reads them. */
export const headerOf = (columns: Properties) =>
  Object.entries(columns)
    .map(([name, type]) => `,${name}:${type}`)
    .join('');

/**
 * Makes the function that writes properties as cells, each after a comma.
 * @returns a function that throws where a property has no column, since it would be lost without a word.
 */
export function cellsOf(what: string, columns: Properties): (properties: Record<string, Value>) => string {
  const cells = Object.entries(columns).map(([name, type]) => [name, ENCODERS[type]] as const);
  return (properties) => {
    let row = '';
    for (const [name, encode] of cells) {
      const value = properties[name];
      row += value === null || value === undefined ? ',' : `,${encode(value)}`;
    }
    for (const name in properties)
      if (!(name in columns))
        throw new Error(`${what}.${name} has no column in src/ingest/facts/graph-properties.ts`);
    return row;
  };
}

// Quotes stand around every string: without them an empty one would be read as null.
export const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

const ENCODERS: Record<PropertyType, (value: NonNullable<Value>) => string> = {
  string: (value) => quoted(String(value)),
  'string[]': (value) => quoted((value as string[]).join(ARRAY_DELIMITER)),
  'long[]': (value) => quoted((value as number[]).join(ARRAY_DELIMITER)),
  long: String,
  double: String,
  boolean: String,
};
