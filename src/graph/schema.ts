import { cypher } from './cypher.ts';
import type { Graph } from './graph.ts';

/** Creates the constraints and indexes that are not there yet, and waits until they serve. */
export async function applySchema(graph: Graph): Promise<void> {
  const session = graph.driver.session({ database: graph.database });
  try {
    // A constraint has an index of its name.
    const { records } = await session.run('SHOW INDEXES YIELD name');
    const there = new Set(records.map((record) => record.get('name')));
    const missing = schemaStatements().filter((statement) => !there.has(nameOf(statement)));
    for (const statement of missing) await session.run(statement);
    if (missing.length > 0) await session.run('CALL db.awaitIndexes(300)');
  } finally {
    await session.close();
  }
}

/** The statements of `cypher/schema.cypher`, in order. */
export const schemaStatements = () =>
  cypher('schema')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');

const nameOf = (statement: string) => /(?:INDEX|CONSTRAINT) (\w+) IF NOT EXISTS/.exec(statement)?.[1];
