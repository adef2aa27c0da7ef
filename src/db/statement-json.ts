import { inOrderOf } from '../model/field-order.ts';
import { Statement } from '../model/statement.ts';
import { type Graph, type Row, read } from './client.ts';
import { cypher } from './cypher.ts';

const arrange = inOrderOf(Statement) as (row: Row) => Row;

/** The JSON that a row of `statement-item` is answered as: the database keeps it with the statement, so that a page is put together of texts. */
export const statementJson = (row: Row) => JSON.stringify(arrange(row));

/** The rows of a page of `read/statements`. */
export const rowsOfPage = ([page]: Row[]): Row[] => {
  const { ids, texts, keys } = page as { ids: string[]; texts: string[]; keys: string[] };
  return ids.map((id, place) => ({ id, json: texts[place], key: keys[place] }));
};

/** Puts in the JSON of those rows that have none, because what it shows was changed and it is not made anew yet. */
export async function withStatementJson(graph: Graph, rows: Row[]): Promise<Row[]> {
  const without = rows.filter(({ json }) => json === '').map(({ id }) => id);
  if (without.length === 0) return rows;
  const made = await read(graph, cypher('read/statements-by-id'), { ids: without });
  const texts = new Map(made.map((row) => [row.id, statementJson(row)]));
  return rows
    .map((row) => ({ ...row, json: row.json || texts.get(row.id) }))
    .filter(({ json }) => json !== undefined);
}
