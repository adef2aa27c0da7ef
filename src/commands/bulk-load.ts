import type { Config } from '../config.ts';
import { closeGraph, openPatientGraph } from '../db/client.ts';
import { applySchema } from '../db/schema.ts';
import { tallyOf } from '../ingest/bulk/tables.ts';
import { type BulkInput, writeTables } from '../ingest/bulk/write-tables.ts';
import type { CheckedInputs, InputCheck } from '../ingest/check/check.ts';
import { decidedArticles } from '../ingest/check/decided-article.ts';
import { activeAmong, withId } from '../ingest/facts/active-decisions.ts';
import type { ArticleFacts } from '../ingest/facts/facts.ts';
import type { Tally } from '../ingest/tally.ts';
import { provideFilled } from '../neo4j/sources/fill.ts';
import { importStore } from '../neo4j/store/import.ts';
import type { Database, ProvideOptions } from '../neo4j/types.ts';

export interface BulkDatabase {
  database: Database;
  tally: Tally;
}

/**
 * What is being checked, with its articles as its decisions have them: each article is written as soon as it is, since a database that
 * is made of all of them is there as a whole or not at all.
 * @throws after the last article: InputError where something is wrong, Error where something is a draft.
 */
export function bulkInput(check: InputCheck): BulkInput {
  const { entities } = check;
  const decisions = check.decisions.map(withId);
  const articles = decidedArticles(reviewedArticles(check), activeAmong(decisions), entities);
  return { entities, articles, decisions };
}

function* reviewedArticles({ articles }: InputCheck): Generator<ArticleFacts> {
  refuseDrafts(yield* articles);
}

/** The importer writes what was reviewed alone. */
function refuseDrafts({ drafts, entities }: CheckedInputs): void {
  const [draft] = drafts;
  const entity = entities.find(({ isDraft }) => isDraft);
  if (!draft && !entity) return;
  const what = draft ? `${draft.file} is a draft` : `the entity ${entity!.id} is of drafts`;
  throw new Error(
    `${what}, and a bulk load takes only what was reviewed: nothing was written. Leave it out, and load it afterwards with npm run ingest.`,
  );
}

/**
 * Makes a new managed database out of articles with Neo4j's importer: for a first load of very many.
 * Everything is there but constraints and indexes.
 * @throws Error where there is a database already, or where it would not be the managed one, and what the input throws; no database
 *   is there then.
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
