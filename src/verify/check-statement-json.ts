import type { Graph } from '../db/client.ts';
import { ACTS } from '../model/act.ts';
import { inOrderOf } from '../model/field-order.ts';
import { Statement } from '../model/statement.ts';
import { type CheckResult, rowsOf } from './check.ts';
import { excerpt } from './finding.ts';

interface StoredJson {
  id: string;
  json: string | null;
  unrendered: boolean | null;
}

/** The database knows no labels of acts that are not those of a statement. */
interface WantedStatement {
  id: string;
  act: { readings: { cameo: string; label?: string }[] } | null;
}

const inOrder = inOrderOf(Statement);

/**
 * Compares the JSON that is kept with statements with what the database puts together itself; the JSON may be marked as
 * still to be made.
 */
export async function checkStatementJson(graph: Graph, ids: string[]): Promise<CheckResult> {
  const stored = await rowsOf<StoredJson>(graph, 'statement-stored', 'Statement', { ids });
  const wanted = await wantedJson(graph, ids);
  const findings = stored.flatMap(({ id, json, unrendered }) => {
    const detail = jsonFault(json, unrendered === true, wanted.get(id));
    return detail === undefined ? [] : [{ kind: 'Statement', id, detail }];
  });
  return { count: stored.length, findings };
}

/** The JSON of statements by their ids, made without what ingestion makes it with. */
export async function wantedJson(graph: Graph, ids: string[]): Promise<Map<string, string>> {
  const rows = await rowsOf<WantedStatement>(graph, 'statement-json', 'Statement', { ids });
  for (const { act } of rows)
    for (const reading of act?.readings ?? []) reading.label = ACTS.get(reading.cameo)?.label;
  return new Map(rows.map((row) => [row.id, JSON.stringify(inOrder(row))]));
}

function jsonFault(json: string | null, isMarked: boolean, wanted: string | undefined): string | undefined {
  if (json === null) return isMarked ? undefined : 'has no JSON, and is not marked so';
  if (isMarked) return 'has JSON, and is marked as having none';
  if (json === wanted) return undefined;
  const at = firstDifference(json, wanted ?? '');
  const from = Math.max(0, at - 20);
  return `its JSON has "${excerpt(json.slice(from))}", and should have "${excerpt(wanted?.slice(from))}"`;
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}
