import { type CsvTable, csvWriter, wholeTable } from '../formats/csv.ts';
import { tableOf } from '../formats/csv-tables.ts';
import type { ListWriter } from '../formats/list-writer.ts';
import type { Format } from '../formats/media-types.ts';
import { ndjsonWriter } from '../formats/ndjson.ts';
import { inOrderOf } from '../model/field-order.ts';
import type { Row } from '../model/row.ts';
import { isList, PEOPLE, type Query, type RequestContext } from '../query/define.ts';

/** Which table of a list is asked for, and whether as CSV with a byte order mark. */
export interface TableParameters {
  rows?: string;
  bom?: boolean;
}

/** Prepares how a list is written to its end, as lines of JSON or as a table whose rows may be parts of the items. */
export function listWriterOf(query: Query) {
  const lines = ndjsonWriter(inOrderOf(query.row) as (item: Row) => Row);
  const whole = isList(query) ? wholeTable(query.row) : { columns: [], rowsOf: () => [] };
  const tableFor = tablesOf(query);
  return (format: Format, table: TableParameters, context: RequestContext): ListWriter | undefined => {
    if (format === 'ndjson') return lines;
    return format === 'csv' ? csvWriter(tableFor(table, context) ?? whole, table) : undefined;
  };
}

/**
 * Prepares the tables of a list with one value a cell, and the one that people read. Where none is asked for there is none: the rows
 * are whole items then.
 */
export function tablesOf({ row, tables = {}, people }: Query) {
  const inner = new Map(Object.keys(tables).map((name) => [name, tableOf(row, tables, name)]));
  return ({ rows }: TableParameters, context: RequestContext): CsvTable | undefined => {
    if (rows === PEOPLE && people)
      return { columns: people.columns, rowsOf: (item) => [people.row(item, context)] };
    return rows === undefined ? undefined : inner.get(rows);
  };
}
