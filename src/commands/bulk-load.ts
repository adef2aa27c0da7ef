import type { Config } from '../config.ts';
import { closeGraph, openPatientGraph } from '../db/client.ts';
import { applySchema } from '../db/schema.ts';
import { tallyOf } from '../ingest/bulk/tables.ts';
import { type BulkInput, writeTables } from '../ingest/bulk/write-tables.ts';
import type { CheckedInputs } from '../ingest/check/check.ts';
import { decidedArticles } from '../ingest/check/decided-article.ts';
import { activeAmong, withId } from '../ingest/facts/active-decisions.ts';
import type { Tally } from '../ingest/tally.ts';
import { provideFilled } from '../neo4j/sources/fill.ts';
import { importStore } from '../neo4j/store/import.ts';
import type { Database, ProvideOptions } from '../neo4j/types.ts';

export interface BulkDatabase {
  database: Database;
  tally: Tally;
}

/** What was checked, with its articles as its decisions have them. */
export function bulkInput({ entities, read, statements, decisions }: CheckedInputs): BulkInput {
  const stored = decisions.map(withId);
  const articles = decidedArticles(read(), activeAmong(stored), entities);
  return { entities, articles, statements, decisions: stored };
}

/**
 * Makes a new managed database out of checked articles with Neo4j's importer: for a first load of very many.
 * Everything is there but constraints and indexes.
 * @throws Error where there is a database already, or where it would not be the managed one; nothing is written then.
 */
export async function importGraph(
  config: Config,
  options: ProvideOptions,
  input: BulkInput,
): Promise<BulkDatabase> {
  let tally: Tally | undefined;
  const database = await provideFilled(config, options, (context) =>
    importStore(context, async (folder) => {
      const files = await writeTables(folder, input, options.onProgress);
      tally = tallyOf(files);
      return files;
    }),
  );
  return { database, tally: tally! };
}

/** The same with constraints and indexes that serve: for benchmarks and tests. */
export async function bulkLoad(config: Config, options: ProvideOptions, input: BulkInput): Promise<Database> {
  const { database } = await importGraph(config, options, input);
  const graph = openPatientGraph(database);
  try {
    await applySchema(graph, options.onProgress);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  } finally {
    await closeGraph(graph);
  }
}
