import { type Graph, read } from '../db/client.ts';
import { cypher } from '../db/cypher.ts';
import { statementJson } from '../db/statement-json.ts';
import { type Looked, rowsOf } from './check.ts';
import { shown } from './finding.ts';

interface Stored {
  id: string;
  json: string | null;
  unrendered: boolean | null;
}

/** Compares the JSON that is kept with statements with what they are answered as; it may be marked as still to be made. */
export async function lookAtJson(graph: Graph, ids: string[]): Promise<Looked> {
  const stored = await rowsOf<Stored>(graph, 'statement-stored', 'Statement', { ids });
  const rows = await read(graph, cypher('read/statements-by-id'), { ids });
  const fresh = new Map(rows.map((row) => [row.id, statementJson(row)]));
  const faults = stored.flatMap(({ id, json, unrendered }) => {
    const detail = fault(json, unrendered === true, fresh.get(id));
    return detail === undefined ? [] : [{ kind: 'Statement', id, detail }];
  });
  return { looked: stored.length, faults };
}

function fault(json: string | null, isMarked: boolean, fresh: string | undefined): string | undefined {
  if (json === null) return isMarked ? undefined : 'has no JSON, and is not marked so';
  if (isMarked) return 'has JSON, and is marked as having none';
  if (json === fresh) return undefined;
  const at = firstDifference(json, fresh ?? '');
  const from = Math.max(0, at - 20);
  return `its JSON has "${shown(json.slice(from))}", and should have "${shown(fresh?.slice(from))}"`;
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}
