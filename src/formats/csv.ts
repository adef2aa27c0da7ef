import { stringify } from 'csv-stringify/sync';
import type { z } from 'zod';
import type { Row } from '../model/row.ts';

interface Definition {
  innerType?: z.ZodType;
  element?: z.ZodType;
  shape?: Record<string, z.ZodType>;
}

/** Context of a span and the unit of its offsets say nothing in a table. */
const LEFT_OUT = new Set(['prefix', 'suffix', 'unit']);

/** The columns of a row as a table: a field within a field is `outer.inner`, also within each item of a list. */
export function csvColumns(schema: z.ZodType, path = ''): string[] {
  const { innerType, element, shape } = schema._zod.def as unknown as Definition;
  if (innerType) return csvColumns(innerType, path);
  if (element) return csvColumns(element, path);
  if (!shape) return [path];
  return Object.entries(shape)
    .filter(([name]) => !LEFT_OUT.has(name))
    .flatMap(([name, field]) => csvColumns(field, path === '' ? name : `${path}.${name}`));
}

export const csvHeader = (columns: string[]) => stringify([columns], { record_delimiter: 'windows' });

/** Rows as RFC 4180; the values of a list are joined by "; ", what is null is empty. */
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

/** Text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers. */
function cell(values: unknown[]): string {
  if (values.length === 1 && typeof values[0] !== 'string') return String(values[0]);
  const text = values.map(String).join('; ');
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
