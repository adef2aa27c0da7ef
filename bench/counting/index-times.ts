import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CountIndex } from '../../src/columns/count-index.ts';
import { closeGraph, type Graph, openGraph } from '../../src/db/client.ts';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import type { Database } from '../../src/neo4j/types.ts';
import { generatedArticles } from '../generate.ts';

/** Seconds that an index takes to build, to open and to follow, and megabytes of its file. */
export interface IndexTimes {
  built: number;
  megabytes: number;
  opened: number;
  /** After so many articles. */
  followed: Record<number, number>;
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

/** Builds an index of a database, opens it again, and writes articles that it has to follow. */
export async function indexTimes(database: Database): Promise<IndexTimes> {
  // A database that was just loaded is cold.
  const graph = { ...openGraph(database), readTimeout: 120_000 };
  const folder = mkdtempSync(join(tmpdir(), 'on-record-bench-'));
  const connection = { ...database, database: graph.database };
  const opening = () => new CountIndex({ graph, connection, folder, timeout: 600_000 });
  let index = opening();
  try {
    const built = await seconds(() => index.open());
    await index.close();
    const [file] = readdirSync(folder);
    const megabytes = statSync(join(folder, file!)).size / 1024 / 1024;
    index = opening();
    const opened = await seconds(() => index.open());
    const followed: IndexTimes['followed'] = {};
    for (const articles of [1, 100]) {
      await writeAnew(graph, articles);
      followed[articles] = await seconds(() => index.open());
    }
    return { built, megabytes, opened, followed };
  } finally {
    await index.close();
    await closeGraph(graph);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes so many articles with ids of their own. */
async function writeAnew(graph: Graph, articles: number): Promise<void> {
  const perArticle = 20;
  const facts = [...generatedArticles(articles * perArticle, { perArticle, seed: 1000 + articles })];
  for (const one of facts) await writeArticles(graph, [one]);
}
