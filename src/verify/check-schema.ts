import type { Graph } from '../db/client.ts';
import { type CheckResult, rowsOf } from './check.ts';
import { isSame } from './finding.ts';

interface Index {
  name: string;
  state: string;
  labelsOrTypes: string[] | null;
  properties: string[] | null;
  owningConstraint: string | null;
}

/** Whether the constraints and indexes of statements of a schema are there, are what these say, and serve. */
export async function checkSchema(graph: Graph, statements: readonly string[]): Promise<CheckResult> {
  const rows = await rowsOf<Index>(graph, 'indexes', 'Graph');
  const there = new Map(rows.map((index) => [index.name, index]));
  const wanted = statements.map(parseStatement);
  const findings = wanted.flatMap(({ kind, name, of, on }) => {
    const detail = indexFault(there.get(name), kind, of, on);
    return detail === undefined ? [] : [{ kind, id: name, detail }];
  });
  return { count: wanted.length, findings };
}

function indexFault(index: Index | undefined, kind: string, of: string[], on: string[]): string | undefined {
  if (!index) return 'is not there';
  if (kind === 'Constraint' && index.owningConstraint === null) return 'is an index without its constraint';
  if (!isSame(index.labelsOrTypes?.toSorted(), of) || !isSame(index.properties, on))
    return `is on ${index.labelsOrTypes} (${index.properties}), and should be on ${of} (${on})`;
  return index.state === 'ONLINE' ? undefined : `does not serve: ${index.state.toLowerCase()}`;
}

/** What a statement of the schema makes: `FOR (n:Label) … n.property` or `FOR ()-[r:TYPE]-() … r.property`. */
function parseStatement(statement: string) {
  const [, what, name] = /(INDEX|CONSTRAINT) (\w+) IF NOT EXISTS/.exec(statement)!;
  const [, of] = /[([][nr]:([\w|]+)[)\]]/.exec(statement)!;
  return {
    kind: what === 'INDEX' ? 'Index' : 'Constraint',
    name: name!,
    of: of!.split('|').sort(),
    on: [...statement.matchAll(/\b[nr]\.(\w+)/g)].map(([, property]) => property!),
  };
}
