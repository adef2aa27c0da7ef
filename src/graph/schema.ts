import { cypher } from './cypher.ts';
import type { Graph } from './graph.ts';

/** Creates the constraints and indexes that are not there yet, and waits until they serve. */
export async function applySchema(graph: Graph): Promise<void> {
  const session = graph.driver.session({ database: graph.database });
  try {
    for (const statement of schemaStatements()) await session.run(statement);
    await session.run('CALL db.awaitIndexes(300)');
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
