import type { Config } from '../config.ts';
import { validate } from '../ingest/ingest.ts';
import { formatTally } from '../ingest/tally.ts';
import { refuseUnfillable } from '../neo4j/fill.ts';
import { ownAuthority, projectFolder, seedFolder } from '../project.ts';
import { databaseSteps, importStep, loadStep, type Prepared, release, schemaStep } from './prepare.ts';
import { runSteps } from './steps.ts';

/** Checks and loads annotated articles, and prints what that changed. */
export async function ingest(config: Config, paths: string[]): Promise<void> {
  const checked = validate(paths.length > 0 ? paths : [seedFolder], ownAuthority);
  const state: Prepared = {};
  try {
    await runSteps(state, [...databaseSteps(config, true), loadStep(checked)]);
    console.log(`\n${formatTally(state.tally!)}`);
    if (state.tally!.total('created') === 0) console.log('\nNothing was created.');
  } finally {
    await release(state);
  }
}

/** Checks annotated articles, makes a new managed database out of them, and prints what it holds. */
export async function ingestBulk(config: Config, paths: string[]): Promise<void> {
  await refuseUnfillable(config, { projectFolder });
  const checked = validate(paths.length > 0 ? paths : [seedFolder], ownAuthority);
  const state: Prepared = {};
  try {
    await runSteps(state, [importStep(config, checked), schemaStep]);
    console.log(`\n${formatTally(state.tally!)}`);
  } finally {
    await release(state);
  }
}

/** Checks annotated articles without a database. */
export function validateOnly(paths: string[]): void {
  const { entities, articles } = validate(paths.length > 0 ? paths : [seedFolder], ownAuthority);
  console.log(`Valid: ${entities.length} entities, ${articles.length} articles.`);
  for (const { id, facts } of articles) {
    const counts = Map.groupBy(facts, ({ kind }) => kind);
    console.log(`  ${id}: ${[...counts].map(([kind, of]) => `${kind} ${of.length}`).join(', ')}`);
  }
}
