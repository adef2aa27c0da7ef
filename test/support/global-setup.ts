import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { CountIndex } from '../../src/columns/count-index.ts';
import { readConfig } from '../../src/config.ts';
import type { GraphConnection } from '../../src/db/client.ts';
import { closeGraph, openGraph, read } from '../../src/db/client.ts';
import { applySchema } from '../../src/db/schema.ts';
import { validate, writeChecked } from '../../src/ingest/ingest.ts';
import { provideDatabase } from '../../src/neo4j/sources/provide.ts';
import { ownAuthority, projectFolder, seedFolder } from '../../src/project.ts';
import { verifyGraph } from '../../src/verify/verify.ts';
import { READ_TIMEOUT } from './read-timeout.ts';

/**
 * Provides one real Neo4j with the seed for the whole run: that of NEO4J_URI, a container, or a managed server with a
 * data folder of its own. The data of a user are never touched: a database that holds anything is refused.
 */
export default async function setup(project: TestProject) {
  const database = await provideDatabase(readConfig(), {
    projectFolder,
    onProgress: console.log,
    ephemeral: true,
  });
  const graph = { ...openGraph(database), readTimeout: READ_TIMEOUT };
  const [row] = await read(graph, 'MATCH (n) RETURN count(n) AS nodes');
  if (row?.nodes !== 0) {
    await closeGraph(graph);
    await database.stop();
    throw new Error(`The tests need an empty database, and ${database.uri} holds ${row?.nodes} nodes.`);
  }
  await applySchema(graph);
  await writeChecked(graph, validate([seedFolder], ownAuthority));
  const { uri, user, password, database: name } = database;
  const connection = { uri, user, password, database: name };
  project.provide('database', connection);
  // The index of counts of the seed, which each file of tests takes a copy of.
  const folder = mkdtempSync(join(tmpdir(), 'on-record-columns-'));
  const index = new CountIndex({ graph, connection, folder });
  await index.open();
  await index.close();
  project.provide('columns', join(folder, readdirSync(folder)[0]!));
  return async () => {
    // Whatever the tests did, faults included, must have left a sound graph.
    const findings = await verifyGraph(graph);
    if (database.source === 'uri') await emptyDatabase();
    await closeGraph(graph);
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
    if (findings.length > 0)
      throw new Error(
        `The graph is not sound:\n${findings.map((one) => Object.values(one).join(' ')).join('\n')}`,
      );
  };

  async function emptyDatabase() {
    const session = graph.driver.session({ database: graph.database });
    await session.run('MATCH (n) DETACH DELETE n');
    await session.close();
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    database: GraphConnection;
    /** The file of an index of counts of the seed. */
    columns: string;
  }
}
