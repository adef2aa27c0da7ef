import type { Config } from '../config.ts';
import { type Graph, openPatientGraph } from '../db/client.ts';
import { assertModelNumber } from '../db/model-number.ts';
import { findAlike, findAlikeTogether } from '../ingest/alike/find-alike.ts';
import type { CheckedInputs } from '../ingest/check/check.ts';
import { type ArticleFacts, mergedFacts } from '../ingest/facts/facts.ts';
import { validateMany } from '../ingest/ingest.ts';
import { formatTally } from '../ingest/tally.ts';
import { assertEventsExist } from '../ingest/write/assert-events-exist.ts';
import { refuseUnfillable } from '../neo4j/sources/fill.ts';
import { findRunning } from '../neo4j/sources/find-running.ts';
import { ownAuthority, projectFolder, seedFolder } from '../project.ts';
import { formatAlike } from './format-alike.ts';
import {
  type CommandState,
  checkStep,
  databaseSteps,
  importStep,
  joinStep,
  loadStep,
  release,
  schemaStep,
} from './prepare.ts';
import { runSteps } from './steps.ts';

/** More articles than these are summed up instead of told one by one. */
const MOST_TOLD = 20;

/** Checks and loads annotated articles, and prints what that changed. */
export async function ingest(config: Config, paths: string[]): Promise<void> {
  const state: CommandState = {};
  try {
    await runSteps(state, [
      checkStep(paths.length > 0 ? paths : [seedFolder]),
      ...databaseSteps(config, true),
      loadStep,
    ]);
    console.log(`\n${formatTally(state.tally!)}`);
    if (state.tally!.total('created') === 0) console.log('\nNothing was created.');
  } finally {
    await release(state);
  }
}

/** Checks annotated articles while it makes a new managed database out of them, and prints what it holds. */
export async function ingestBulk(config: Config, paths: string[]): Promise<void> {
  await refuseUnfillable(config, { projectFolder });
  const state: CommandState = {};
  try {
    await runSteps(state, [
      importStep(config, paths.length > 0 ? paths : [seedFolder]),
      schemaStep,
      joinStep,
    ]);
    console.log(`\n${formatTally(state.tally!)}`);
  } finally {
    await release(state);
  }
}

/**
 * Checks annotated articles, and prints what they would be joined with: among themselves, and in the graph where one is there already.
 */
export async function validateOnly(config: Config, paths: string[]): Promise<void> {
  const told: string[] = [];
  const report = process.stdout.isTTY ? console.log : () => {};
  const state = await readableGraph(config, report);
  try {
    const checked = await validateMany(
      paths.length > 0 ? paths : [seedFolder],
      ownAuthority,
      report,
      (article) => {
        if (told.length <= MOST_TOLD) told.push(summary(article));
      },
      { mayBeInGraph: state.graph !== undefined },
    );
    if (state.graph) await assertEventsExist(state.graph, checked);
    const { entities, articles, statements } = checked;
    console.log(`Valid: ${entities.length} entities, ${articles} articles.`);
    if (told.length <= MOST_TOLD) for (const line of told) console.log(line);
    else console.log(`  ${statements} statements`);
    if (articles > 0) await printAlike(checked, state.graph);
  } finally {
    await release(state);
  }
}

/** The graph that is there already, where it can be read; what keeps it from that is told. */
async function readableGraph(config: Config, report: (text: string) => void): Promise<CommandState> {
  const state: CommandState = {};
  try {
    state.database = await findRunning(config, { projectFolder, onProgress: report });
    if (!state.database) return state;
    state.graph = openPatientGraph(state.database);
    await assertModelNumber(state.graph);
    return state;
  } catch (error) {
    await release(state);
    console.log(`The graph cannot be read: ${(error as Error).message}`);
    return {};
  }
}

async function printAlike(checked: CheckedInputs, graph: Graph | undefined): Promise<void> {
  const articles = [...checked.read()];
  const together = findAlikeTogether(articles);
  if (together.length > 0) console.log(`\nAmong these articles:\n${formatAlike(together)}`);
  if (!graph) {
    console.log(
      '\nNo database runs, so that nothing was compared with a graph: npm start, or set NEO4J_URI.',
    );
    return;
  }
  const { statements, events, entities } = await findAlike(graph, articles, checked.entities);
  console.log(
    statements.length > 0
      ? `\nStatements of the graph:\n${formatAlike(statements)}`
      : '\nNo statement of the graph is alike.',
  );
  if (events.length > 0) console.log(`\nEvents of the graph:\n${formatAlike(events)}`);
  if (entities.length > 0) console.log(`\nEntities of the graph:\n${formatAlike(entities)}`);
}

/** How many of each kind an article tells of: what it shares with others, and what is its own. */
function summary({ id, facts }: ArticleFacts): string {
  const counts = Map.groupBy([...mergedFacts({ facts }).values(), ...facts], ({ kind }) => kind);
  return `  ${id}: ${[...counts].map(([kind, of]) => `${kind} ${of.length}`).join(', ')}`;
}
