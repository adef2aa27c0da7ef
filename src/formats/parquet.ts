import { z } from 'zod';
import type { Row } from '../model/row.ts';
import { elementOf, type Schema, shapeOf, unwrap } from '../model/schema-reader.ts';
import { type CsvTable, fieldsInTables } from './csv.ts';

/** The type of a column: a name of DuckDB's, a list of one, or fields with theirs. */
type ColumnType = string | readonly [ColumnType] | { readonly [field: string]: ColumnType };

/** What a list is as Parquet: the types of its columns, and the rows of some items. */
export interface ParquetTable {
  columns: Readonly<Record<string, ColumnType>>;
  rowsOf: (items: Row[]) => Row[];
}

/**
 * The table of whole items, one a row, with lists and fields within them as they are; or a table with one value a cell.
 * @param schema of an item.
 * @param table the same as CSV has it.
 */
export function parquetTable(schema: Schema, table?: CsvTable): ParquetTable {
  if (!table) return { columns: fieldTypes(schema), rowsOf: (items) => items };
  const { columns, schemas, rowsOf } = table;
  const typeOf = (at: number) => (schemas ? columnType(schemas[at]!) : TEXT);
  return {
    columns: Object.fromEntries(columns.map((name, at) => [name, typeOf(at)])),
    rowsOf: (items) =>
      items
        .flatMap(rowsOf)
        .map((values) => Object.fromEntries(columns.map((name, at) => [name, values[at]]))),
  };
}

const TEXT = 'VARCHAR';

function columnType(schema: Schema): ColumnType {
  const element = elementOf(schema);
  if (element) return [columnType(element)];
  if (shapeOf(schema)) return fieldTypes(schema);
  const bare = unwrap(schema);
  if (bare instanceof z.ZodBoolean) return 'BOOLEAN';
  if (bare instanceof z.ZodISODate) return 'DATE';
  if (bare instanceof z.ZodNumber) return bare.format?.includes('int') ? 'BIGINT' : 'DOUBLE';
  return TEXT;
}

const fieldTypes = (schema: Schema) =>
  Object.fromEntries(fieldsInTables(shapeOf(schema)!).map(([name, field]) => [name, columnType(field)]));
