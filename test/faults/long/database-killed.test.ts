import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect } from 'vitest';
import { generatedArticles, generatedEntities } from '../../../bench/generate.ts';
import { Random } from '../../../bench/generated/random.ts';
import { neo4jProcess } from '../../../bench/serve/processes.ts';
import { buildApp } from '../../../src/app.ts';
import { closeGraph, type Graph, openGraph } from '../../../src/db/client.ts';
import { applySchema } from '../../../src/db/schema.ts';
import type { ArticleFacts } from '../../../src/ingest/facts/facts.ts';
import { renderStatements } from '../../../src/ingest/write/render-statements.ts';
import { writeArticles } from '../../../src/ingest/write/write-articles.ts';
import { writeEntities } from '../../../src/ingest/write/write-entities.ts';
import { provideDatabase } from '../../../src/neo4j/sources/provide.ts';
import type { Database } from '../../../src/neo4j/types.ts';
import { projectFolder } from '../../../src/project.ts';
import { articleStates, inState } from '../../support/article-state.ts';
import { faultRow } from '../../support/fault-row.ts';
import { managedConfig } from '../../support/managed-config.ts';
import { READ_TIMEOUT } from '../../support/read-timeout.ts';
import { expectSound } from '../../support/verify.ts';

const KILLS = 3;
const WRITERS = 3;
const READY_WITHIN = 60_000;
const config = { ...managedConfig, NEO4J_HEAP: '512m', NEO4J_PAGECACHE: '64m' };
const dataFolder = mkdtempSync(join(tmpdir(), 'on-record-killed-'));
const provide = () => provideDatabase(config, { projectFolder, dataFolder, onProgress: () => {} });
const patient = (database: Database) => ({ ...openGraph(database), readTimeout: READ_TIMEOUT });

let database: Database | undefined;
afterAll(async () => {
  await database?.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

faultRow(20, 'Neo4j is killed while articles are written', async () => {
  const random = new Random(20);
  const left = generatedArticles(100_000);
  const acknowledged: ArticleFacts[] = [];
  const ready: number[] = [];
  database = await provide();
  await writeAuthority(database);
  for (let kill = 0; kill < KILLS; kill++) {
    const graph = openGraph(database);
    const enough = acknowledged.length + 10 + random.below(20);
    const failures: unknown[] = [];
    let isOver = false;
    const writers = Array.from({ length: WRITERS }, () =>
      writeUntil(() => isOver, graph, left, acknowledged).catch((error: unknown) => failures.push(error)),
    );
    while (acknowledged.length < enough) {
      if (failures.length > 0) throw failures[0];
      await sleep(5);
    }
    await sleep(random.below(300));
    process.kill(neo4jProcess(database.uri), 'SIGKILL');
    const killed = performance.now();
    await database.stop();
    database = await provide();
    await untilReady(database);
    ready.push(performance.now() - killed);
    console.log(`kill ${kill + 1} of ${KILLS}: ${acknowledged.length} articles acknowledged`);
    isOver = true;
    // The driver tries each write again for half a minute, and its last pause may take as long again: one may find the new Neo4j.
    const haveEnded = Promise.all(writers).then(() => true);
    expect(await Promise.race([haveEnded, sleep(75_000, false)]), 'all writers have ended').toBe(true);
    await closeGraph(graph);
    await expectAllThere(database, acknowledged);
  }
  expect(ready.filter((time) => time > READY_WITHIN)).toEqual([]);
  const sound = await finished(database);
  const slowest = (Math.max(...ready) / 1000).toFixed(0);
  return `${KILLS} kills, ${acknowledged.length} acknowledged articles, 0 lost, ready after ${slowest} s at most; ${sound}`;
});

async function writeAuthority(database: Database): Promise<void> {
  const graph = patient(database);
  await applySchema(graph);
  await renderStatements(graph);
  await writeEntities(graph, generatedEntities());
  await closeGraph(graph);
}

/** Ends with a failure when the database is gone: what was not acknowledged may be there or not. */
async function writeUntil(
  isOver: () => boolean,
  graph: Graph,
  left: Iterator<ArticleFacts>,
  acknowledged: ArticleFacts[],
) {
  for (let next = left.next(); !next.done && !isOver(); next = left.next()) {
    await writeArticles(graph, [next.value]);
    acknowledged.push(next.value);
  }
}

async function untilReady(database: Database): Promise<void> {
  const graph = openGraph(database);
  const app = await buildApp({ graph });
  const patience = performance.now() + 2 * READY_WITHIN;
  while ((await app.inject('/readyz')).statusCode !== 200 && performance.now() < patience) await sleep(50);
  await app.close();
  await closeGraph(graph);
}

async function expectAllThere(database: Database, articles: ArticleFacts[]): Promise<void> {
  const graph = patient(database);
  const states = await articleStates(graph, articles);
  await closeGraph(graph);
  expect(inState(states, 'whole')).toHaveLength(articles.length);
}

/** The JSON of what was written last is made by whoever starts next, as the service does. */
async function finished(database: Database): Promise<string> {
  const graph = patient(database);
  await renderStatements(graph);
  try {
    return await expectSound(graph);
  } finally {
    await closeGraph(graph);
  }
}
