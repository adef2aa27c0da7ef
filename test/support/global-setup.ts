import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { CountIndex } from '../../src/columns/count-index.ts';
import { readConfig } from '../../src/config.ts';
import { closeGraph, type Graph, type GraphConnection, openPatientGraph, read } from '../../src/db/client.ts';
import { applySchema } from '../../src/db/schema.ts';
import { validate, writeChecked } from '../../src/ingest/ingest.ts';
import { provideDatabase } from '../../src/neo4j/sources/provide.ts';
import type { Database } from '../../src/neo4j/types.ts';
import { ownAuthority, projectFolder, seedFolder } from '../../src/project.ts';
import { verifyGraph } from '../../src/verify/verify.ts';
import { READ_TIMEOUT } from './read-timeout.ts';
import { WRITERS } from './writers.ts';

/** A database with the seed, for the tests of one worker or of all. */
export interface SeededDatabase {
  connection: GraphConnection;
  /** The file of an index of counts of it, which each file of tests takes a copy of. */
  columns: string;
}

/**
 * Provides real Neo4j with the seed for the whole run: that of NEO4J_URI, or containers or managed servers with data
 * folders of their own, one for each worker that writes. The data of a user are never touched: a database that holds
 * anything is refused.
 */
export default async function setup(project: TestProject) {
  const needed = project.vitest.projects.some(({ config }) => config.provide.writes) ? WRITERS : 1;
  const databases: Database[] = [];
  // One after the other: what is fetched and made for the first is there for the next.
  while (databases.length < needed) databases.push(await provide());
  const seeded = await Promise.all(databases.map(seed)).catch(async (error: unknown) => {
    await Promise.all(databases.map((database) => database.stop()));
    throw error;
  });
  project.provide(
    'databases',
    seeded.map(({ connection, columns }) => ({ connection, columns })),
  );
  return async () => {
    const unsound = (await Promise.all(seeded.map(({ close }) => close()))).flat();
    if (unsound.length > 0) throw new Error(`The graph is not sound:\n${unsound.join('\n')}`);
  };
}

/** Each time that a test empties the graph or fills it, the database would soon plan every text anew. */
const SETTINGS = 'dbms.cypher.min_replan_interval=1h\n';

const provide = () =>
  provideDatabase(readConfig(), {
    projectFolder,
    onProgress: console.log,
    ephemeral: true,
    settings: SETTINGS,
  });

async function seed(database: Database) {
  const graph = { ...openPatientGraph(database), readTimeout: READ_TIMEOUT };
  const [row] = await read(graph, 'MATCH (n) RETURN count(n) AS nodes');
  if (row?.nodes !== 0) {
    await closeGraph(graph);
    throw new Error(`The tests need an empty database, and ${database.uri} holds ${row?.nodes} nodes.`);
  }
  await applySchema(graph);
  await writeChecked(graph, validate([seedFolder], ownAuthority));
  const { uri, user, password, database: name } = database;
  const connection = { uri, user, password, database: name };
  const folder = mkdtempSync(join(tmpdir(), 'on-record-columns-'));
  const index = new CountIndex({ graph, connection, folder });
  await index.open();
  await index.close();
  const columns = join(folder, readdirSync(folder)[0]!);
  return { connection, columns, close };

  /** What is wrong with the graph: whatever the tests did, faults included, must have left a sound one. */
  async function close(): Promise<string[]> {
    const findings = await verifyGraph(graph);
    if (database.source === 'uri') await emptyDatabase(graph);
    await closeGraph(graph);
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
    return findings.map((finding) => Object.values(finding).join(' '));
  }
}

async function emptyDatabase(graph: Graph) {
  const session = graph.driver.session({ database: graph.database });
  await session.run('MATCH (n) DETACH DELETE n');
  await session.close();
}

declare module 'vitest' {
  interface ProvidedContext {
    databases: SeededDatabase[];
    /** Whether the tests of a project write, so that each worker needs a database of its own. */
    writes: boolean;
  }
}
