import { setImmediate } from 'node:timers/promises';
import { Neo4jError } from 'neo4j-driver';
import { draftsOf, type Graph } from '../db/client.ts';
import { applyDraftSchema } from '../db/schema.ts';
import { type CheckedInputs, check, type InputCheck, startCheck } from './check/check.ts';
import { batches } from './facts/batches.ts';
import { type ArticleFacts, statementCount } from './facts/facts.ts';
import { Progress } from './progress.ts';
import { loadInputs } from './read/load-inputs.ts';
import { Tally } from './tally.ts';
import { assertEventsExist } from './write/assert-events-exist.ts';
import { assertNamesUnshared } from './write/assert-names-unshared.ts';
import { entitiesApart } from './write/entities-apart.ts';
import { assertUnreviewed } from './write/hold-apart.ts';
import { readingRun } from './write/reading-run.ts';
import { forgetOtherRenderings, renderStatements } from './write/render-statements.ts';
import { takeDecisions } from './write/take-decisions.ts';
import { writeArticles } from './write/write-articles.ts';
import { writeEntities } from './write/write-entities.ts';

const WRITERS = 2;

/**
 * Reads and checks everything below the paths, without a database.
 * @param ownAuthority the project's own `entities.yaml`, which is always a part of the authority.
 * @throws InputError with every problem of every file.
 */
export const validate = (paths: string[], ownAuthority: string): CheckedInputs =>
  check(loadInputs(paths, ownAuthority));

/** The same, one article at a time. */
export const startValidation = (paths: string[], ownAuthority: string): InputCheck =>
  startCheck(loadInputs(paths, ownAuthority));

/**
 * The same with progress, and with time for other work in between.
 * @param options.mayBeInGraph whether events that no article tells of are left to be looked for in the graph.
 */
export async function validateMany(
  paths: string[],
  ownAuthority: string,
  onProgress: (text: string) => void,
  onArticle: (article: ArticleFacts) => void = () => {},
  options: { mayBeInGraph?: boolean } = {},
): Promise<CheckedInputs> {
  return finishValidation(startCheck(loadInputs(paths, ownAuthority), options), onProgress, onArticle);
}

/** Checks what is left of inputs, likewise. */
export async function finishValidation(
  { articles }: InputCheck,
  onProgress: (text: string) => void,
  onArticle: (article: ArticleFacts) => void = () => {},
): Promise<CheckedInputs> {
  const progress = new Progress(null, onProgress);
  for (let count = 1; ; count++) {
    const { done, value } = articles.next();
    if (done) return value;
    progress.add(statementCount(value));
    onArticle(value);
    if (count % 50 === 0) await setImmediate();
  }
}

/**
 * Writes what was checked: the authority first, then decisions and the articles, some thousand facts a transaction. What was written
 * stays where it ends early, and the next run goes on from there.
 * Drafts and the entities that they alone know are held apart.
 * @throws InputError where an entity bears a name of another one in the graph, an article names an event that nothing tells of, or a draft
 *   is of an article that was reviewed.
 */
export async function writeChecked(
  graph: Graph,
  checked: CheckedInputs,
  onProgress: (text: string) => void = () => {},
): Promise<Tally> {
  await assertNamesUnshared(graph, checked.entities);
  await assertEventsExist(graph, checked);
  await assertUnreviewed(readingRun(graph), checked.drafts);
  await forgetOtherRenderings(graph);
  const tally = new Tally();
  const { authority, ofDrafts } = await entitiesApart(graph, checked);
  const hasDrafts = checked.drafts.length + ofDrafts.length > 0;
  if (hasDrafts) await applyDraftSchema(graph, onProgress);
  onProgress(`${checked.entities.length} entities`);
  tally.merge(await writeEntities(graph, authority));
  if (ofDrafts.length > 0) tally.merge(await writeEntities(draftsOf(graph), ofDrafts));
  await takeDecisions(graph, checked.decisions);
  const progress = new Progress(checked.statements, onProgress);
  const left = batches(checked.read());
  let failed = false;
  const writer = async () => {
    try {
      for (let next = left.next(); !next.done && !failed; next = left.next()) {
        tally.merge(await writeBatch(graph, next.value));
        progress.add(next.value.reduce((count, article) => count + statementCount(article), 0));
      }
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: WRITERS }, writer));
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure) throw failure.reason;
  await renderStatements(graph);
  if (hasDrafts) await renderStatements(draftsOf(graph));
  return tally;
}

/** Where the database refuses a batch, its articles are written one by one, to find the one that it is about. */
async function writeBatch(graph: Graph, articles: ArticleFacts[]): Promise<Tally> {
  try {
    return await writeArticles(graph, articles);
  } catch (error) {
    if (!(error instanceof Neo4jError) || error.retriable) throw error;
    if (articles.length === 1) {
      const { id, file } = articles[0]!;
      throw new Error(`${file}: the database refuses article ${id}: ${error.message}`, { cause: error });
    }
    const tally = new Tally();
    for (const article of articles) tally.merge(await writeBatch(graph, [article]));
    return tally;
  }
}
