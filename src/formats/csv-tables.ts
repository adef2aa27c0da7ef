import { z } from 'zod';
import type { Row } from '../model/row.ts';
import { elementOf, type Schema, shapeOf, unwrap } from '../model/schema-reader.ts';
import { type CsvTable, fieldsInTables, valueAt } from './csv.ts';

/**
 * The tables of a list that have one value a cell, by what a row of them is: the path of the inner list that its rows come
 * from, such as `quotations.attributions`; that of the items themselves is empty.
 */
export type TablePaths = Readonly<Record<string, string>>;

interface Column {
  name: string;
  schema: Schema;
  valueIn: (value: unknown, place: number) => unknown;
}

/** A list within the list before it, the items themselves first, with the columns that its rows are known by. */
interface Level {
  table: string;
  /** The field that holds the list, with the fields of one value that it stands in. */
  path: readonly string[];
  schema: Schema;
}

/**
 * A table with one value a cell. Its rows are known by an `id`, or by a `number` counted from 1 within what they belong to,
 * and name what they belong to alike: `statement.id`. What a row has several of is in a table of its own.
 */
export function tableOf(schema: Schema, tables: TablePaths, table: string): CsvTable {
  const levels = levelsOf(schema, tables, table);
  const outer = levels.slice(0, -1);
  const inner = levels.at(-1)!.schema;
  const own = shapeOf(inner)
    ? [...(outer.length > 0 && !hasId(inner) ? [NUMBER] : []), ...scalarColumns(inner)]
    : [{ name: table, schema: inner, valueIn: (value: unknown) => value }];
  const keys = outer.map(({ schema: of, table: name }, depth) => {
    const key = hasId(of) ? ID : NUMBER;
    return { ...key, name: `${name}.${key.name}`, depth };
  });
  return {
    columns: [...keys, ...own].map(({ name }) => name),
    schemas: [...keys, ...own].map(({ schema: of }) => of),
    rowsOf: (item) =>
      chainsOf(item, levels).map((chain) => [
        ...keys.map(({ depth, valueIn }) => valueIn(chain[depth]!.value, chain[depth]!.place)),
        ...own.map(({ valueIn }) => valueIn(chain.at(-1)!.value, chain.at(-1)!.place)),
      ]),
  };
}

const ID: Column = { name: 'id', schema: z.string(), valueIn: (value) => (value as Row).id };
const NUMBER: Column = { name: 'number', schema: z.int(), valueIn: (_, place) => place + 1 };
const hasId = (schema: Schema) => shapeOf(schema)?.id !== undefined;

/** The lists that lead to the rows of a table, from the items inwards. */
function levelsOf(schema: Schema, tables: TablePaths, table: string): Level[] {
  const fields = tables[table]!.split('.').filter((field) => field !== '');
  const nameOf = (depth: number) => {
    const path = fields.slice(0, depth).join('.');
    return Object.keys(tables).find((name) => tables[name] === path) ?? path;
  };
  const levels: Level[] = [{ table: nameOf(0), path: [], schema }];
  let [within, path]: [Schema, string[]] = [schema, []];
  for (const [at, field] of fields.entries()) {
    const held = shapeOf(within)![field]!;
    const element = elementOf(held);
    path.push(field);
    within = element ?? held;
    if (!element) continue;
    levels.push({ table: nameOf(at + 1), path, schema: element });
    path = [];
  }
  return levels;
}

/** A row of an inner list with all that it belongs to, and the place of each in its list. */
type Chain = { value: unknown; place: number }[];

const chainsOf = (item: Row, levels: Level[]): Chain[] =>
  levels.slice(1).reduce<Chain[]>(
    (chains, { path }) =>
      chains.flatMap((chain) => {
        const list = (valueAt(chain.at(-1)!.value, path) ?? []) as unknown[];
        return list.map((value, place) => [...chain, { value, place }]);
      }),
    [[{ value: item, place: 0 }]],
  );

/** The columns of what there is one of; a list of words of a vocabulary is a column for each word, true or false. */
function scalarColumns(schema: Schema, path: readonly string[] = []): Column[] {
  const shape = shapeOf(schema);
  if (!shape) return [{ name: path.join('.'), schema, valueIn: (value) => valueAt(value, path) }];
  return fieldsInTables(shape).flatMap(([name, field]) => {
    const at = [...path, name];
    const element = elementOf(field);
    if (!element) return scalarColumns(field, at);
    const words = unwrap(element);
    if (!(words instanceof z.ZodEnum)) return [];
    return words.options.map((word) => ({
      name: [...at, word].join('.'),
      schema: z.boolean(),
      valueIn: (value: unknown) => ((valueAt(value, at) ?? []) as unknown[]).includes(word),
    }));
  });
}
