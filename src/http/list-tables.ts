import { z } from 'zod';
import { type CsvTable, csvWriter, wholeTable } from '../formats/csv.ts';
import { tableOf } from '../formats/csv-tables.ts';
import type { ListWriter } from '../formats/list-writer.ts';
import type { Format } from '../formats/media-types.ts';
import { ndjsonWriter } from '../formats/ndjson.ts';
import { inOrderOf } from '../model/field-order.ts';
import type { Row } from '../model/row.ts';
import { isList, PEOPLE, type Query, type RequestContext } from '../query/define.ts';
import { isOfDrafts } from '../query/drafts.ts';

/** Which table of a list is asked for, and whether as CSV with a byte order mark. */
export interface TableParameters {
  rows?: string;
  bom?: boolean;
  /** Whether drafts are asked for, whose rows have their mark. */
  review?: string;
}

/** An item of a table of what was reviewed, which has no mark. */
export function unmarkedRow({ row }: Pick<Query, 'row'>): z.ZodObject {
  const { review: _review, ...shape } = row.shape;
  return z.object(shape);
}

/** Prepares how a list is written to its end, as lines of JSON or as a table whose rows may be parts of the items. */
export function listWriterOf(query: Query) {
  const lines = ndjsonWriter(inOrderOf(query.row) as (item: Row) => Row);
  const tableOfAll = (row: z.ZodObject) =>
    isList(query) ? wholeTable(row) : { columns: [], rowsOf: () => [] };
  const [whole, marked] = [tableOfAll(unmarkedRow(query)), tableOfAll(query.row)];
  const tableFor = tablesOf(query);
  return (format: Format, table: TableParameters, context: RequestContext): ListWriter | undefined => {
    if (format === 'ndjson') return lines;
    return format === 'csv'
      ? csvWriter(tableFor(table, context) ?? (isOfDrafts(table.review) ? marked : whole), table)
      : undefined;
  };
}

/**
 * Prepares the tables of a list with one value a cell, and the one that people read. Where none is asked for there is none: the rows
 * are whole items then.
 */
export function tablesOf({ tables = {}, people, ...query }: Query) {
  const row = unmarkedRow(query);
  const inner = new Map(Object.keys(tables).map((name) => [name, tableOf(row, tables, name)]));
  return ({ rows }: TableParameters, context: RequestContext): CsvTable | undefined => {
    if (rows === PEOPLE && people)
      return { columns: people.columns, rowsOf: (item) => [people.row(item, context)] };
    return rows === undefined ? undefined : inner.get(rows);
  };
}
