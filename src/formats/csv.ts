import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { Row } from '../model/row.ts';
import { elementOf, type Schema, shapeOf } from '../model/schema-reader.ts';
import type { ListWriter } from './list-writer.ts';

/** The fields of an object that a table has: the context of a span and what is always the same, its unit, are of no use there. */
export const fieldsInTables = (shape: Readonly<Record<string, Schema>>): [name: string, field: Schema][] =>
  Object.entries(shape).filter(
    ([name, field]) => name !== 'prefix' && name !== 'suffix' && !(field instanceof z.ZodLiteral),
  );

/** A table: the names of its columns, and the rows that an item of the list has in it. */
export interface CsvTable {
  columns: string[];
  /** What each column holds; absent where all are texts. */
  schemas?: Schema[];
  rowsOf: (item: Row) => unknown[][];
}

/** The table of whole items, one a row; a column of what an item has several of is a list. */
export function wholeTable(schema: Schema): CsvTable {
  const columns = csvColumns(schema);
  const paths = columns.map((column) => column.split('.'));
  return { columns, rowsOf: (item) => [paths.map((path) => valueAt(item, path))] };
}

/** The columns of a row as a table: a field within a field is `outer.inner`, also within each item of a list. */
function csvColumns(schema: Schema, path = ''): string[] {
  const element = elementOf(schema);
  if (element) return csvColumns(element, path);
  const shape = shapeOf(schema);
  if (!shape) return [path];
  return fieldsInTables(shape).flatMap(([name, field]) =>
    csvColumns(field, path === '' ? name : `${path}.${name}`),
  );
}

/** What stands at a path; within a list, a list of as many values, so that its columns are of one length. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((item) => valueAt(item, path));
  const [name, ...rest] = path;
  return name === undefined ? value : valueAt((value as Row)[name], rest);
}

/** What some reader takes for the end of a line: RFC 4180 has CR LF alone, Python also U+2028 and others. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: readers split lines by them
const LINE_BREAK = /[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/;

/** Where a formula could begin, after what nobody sees: at the beginning of a cell, or of a line in it. */
const FORMULA =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: readers split lines by them
  /^(?=[\p{Zs}\p{Cf}]*[=+\-@\t＝＋－＠﹦﹢﹣﹫\r\n])|(?<=[\n\v\f\r\x1c-\x1e\x85\u2028\u2029])(?=[\p{Zs}\p{Cf}]*[=+\-@\t＝＋－＠﹦﹢﹣﹫])/gu;

/**
 * A value as the text of a cell. Null is empty, and a list is JSON: no separator could be told from the texts. A text that
 * a spreadsheet would run as a formula gets an apostrophe in front, in each of its lines; numbers stay numbers.
 */
function cell(value: unknown): string {
  if (value === null) return '';
  if (typeof value === 'string') return value.replaceAll(FORMULA, "'");
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Records of RFC 4180: with a line break anywhere, a field is quoted. */
export const csvRecords = (rows: unknown[][]): string =>
  stringify(
    rows.map((row) => row.map(cell)),
    { record_delimiter: 'windows', quoted_match: LINE_BREAK },
  );

/** By it a spreadsheet knows UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** Items as a table with a header; a last line that is no item begins with `# ` and has as many cells as the others. */
export const csvWriter = ({ columns, rowsOf }: CsvTable, { bom = false } = {}): ListWriter => ({
  head: (bom ? BYTE_ORDER_MARK : '') + csvRecords([columns]),
  write: (items) => csvRecords(items.flatMap(rowsOf)),
  lastLine: (text) => csvRecords([columns.map((_, place) => (place === 0 ? `# ${text}` : null))]),
});
