import { stringify } from 'csv-stringify/sync';
import type { Row } from '../model/row.ts';
import { elementOf, type Schema, shapeOf } from '../model/schema-reader.ts';

/** The context of a span and the unit of its offsets are of no use in a table. */
const OMITTED = new Set(['prefix', 'suffix', 'unit']);

/** The columns of a row as a table: a field within a field is `outer.inner`, also within each item of a list. */
export function csvColumns(schema: Schema, path = ''): string[] {
  const element = elementOf(schema);
  if (element) return csvColumns(element, path);
  const shape = shapeOf(schema);
  if (!shape) return [path];
  return Object.entries(shape)
    .filter(([name]) => !OMITTED.has(name))
    .flatMap(([name, field]) => csvColumns(field, path === '' ? name : `${path}.${name}`));
}

const csvHeader = (columns: string[]) => stringify([columns], { record_delimiter: 'windows' });

/** Rows as RFC 4180; the values of a list are joined by "; ", and null is empty. */
export function csvRows(columns: string[], rows: Row[]): string {
  const table = rows.map((row) => columns.map((column) => cell(valuesAt(row, column.split('.')))));
  return stringify(table, { record_delimiter: 'windows' });
}

function valuesAt(value: unknown, path: string[]): unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  const [name, ...rest] = path;
  return name === undefined ? [value] : valuesAt((value as Row)[name], rest);
}

/** A spreadsheet would run text such as `=1+1` as a formula: it gets an apostrophe in front, and numbers stay numbers. */
function cell(values: unknown[]): string {
  if (values.length === 1 && typeof values[0] !== 'string') return String(values[0]);
  const text = values.map(String).join('; ');
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** Items as a table, some at a time: a header first. */
export async function* csvOf(columns: string[], items: AsyncIterable<Row[]>): AsyncGenerator<string> {
  yield csvHeader(columns);
  for await (const some of items) if (some.length > 0) yield csvRows(columns, some);
}
