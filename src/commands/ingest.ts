import type { Config } from '../config.ts';
import { type ArticleFacts, mergedFacts } from '../ingest/facts/facts.ts';
import { validateMany } from '../ingest/ingest.ts';
import { formatTally } from '../ingest/tally.ts';
import { refuseUnfillable } from '../neo4j/sources/fill.ts';
import { ownAuthority, projectFolder, seedFolder } from '../project.ts';
import {
  type CommandState,
  checkStep,
  databaseSteps,
  importStep,
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
      checkStep(paths.length > 0 ? paths : [seedFolder], { mayBeInGraph: true }),
      ...databaseSteps(config, true),
      loadStep,
    ]);
    console.log(`\n${formatTally(state.tally!)}`);
    if (state.tally!.total('created') === 0) console.log('\nNothing was created.');
  } finally {
    await release(state);
  }
}

/** Checks annotated articles, makes a new managed database out of them, and prints what it holds. */
export async function ingestBulk(config: Config, paths: string[]): Promise<void> {
  await refuseUnfillable(config, { projectFolder });
  const state: CommandState = {};
  try {
    await runSteps(state, [
      checkStep(paths.length > 0 ? paths : [seedFolder]),
      importStep(config),
      schemaStep,
    ]);
    console.log(`\n${formatTally(state.tally!)}`);
  } finally {
    await release(state);
  }
}

/** Checks annotated articles without a database. */
export async function validateOnly(paths: string[]): Promise<void> {
  const told: string[] = [];
  const report = process.stdout.isTTY ? console.log : () => {};
  const { entities, articles, statements } = await validateMany(
    paths.length > 0 ? paths : [seedFolder],
    ownAuthority,
    report,
    (article) => {
      if (told.length <= MOST_TOLD) told.push(summary(article));
    },
  );
  console.log(`Valid: ${entities.length} entities, ${articles} articles.`);
  if (told.length <= MOST_TOLD) for (const line of told) console.log(line);
  else console.log(`  ${statements} statements`);
}

/** How many of each kind an article tells of: what it shares with others, and what is its own. */
function summary({ id, facts }: ArticleFacts): string {
  const counts = Map.groupBy([...mergedFacts({ facts }).values(), ...facts], ({ kind }) => kind);
  return `  ${id}: ${[...counts].map(([kind, of]) => `${kind} ${of.length}`).join(', ')}`;
}
