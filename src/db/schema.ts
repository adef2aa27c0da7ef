import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from 'neo4j-driver';
import type { Graph } from './client.ts';
import { cypherFile } from './cypher.ts';
import { draftText } from './drafts.ts';
import { setModelNumber } from './model-number.ts';

const ASK_EVERY_MS = 100;
const TELL_EVERY_MS = 1000;

/**
 * Creates the constraints and indexes that are not there yet, and waits until they serve; an empty graph is given the
 * number of the model.
 * @throws Error that names the index that could not be filled.
 */
export async function applySchema(
  graph: Graph,
  onProgress: (text: string) => void = () => {},
): Promise<void> {
  await apply(graph, schemaStatements(), onProgress);
  await setModelNumber(graph);
}

/** Creates those for drafts, which are there where a service takes writes, or from the first draft on: none is kept up before. */
export const applyDraftSchema = (
  graph: Graph,
  onProgress: (text: string) => void = () => {},
): Promise<void> => apply(graph, draftSchemaStatements(), onProgress);

async function apply(
  graph: Graph,
  statements: readonly string[],
  onProgress: (text: string) => void,
): Promise<void> {
  const tell = seldom(onProgress);
  const session = graph.driver.session({ database: graph.database });
  try {
    // A constraint has an index of its name.
    const { records } = await session.run('SHOW INDEXES YIELD name');
    const there = new Set(records.map((record) => record.get('name')));
    const missing = statements.filter((statement) => !there.has(nameOf(statement)));
    if (missing.length > 0) {
      await create(session, missing, tell);
      await untilFilled(session, tell);
    }
  } finally {
    await session.close();
  }
}

/** In one transaction, for which Neo4j fills them all in one go. */
const create = (session: Session, statements: string[], tell: (text: string) => void) =>
  session.executeWrite(async (transaction) => {
    for (const [index, statement] of statements.entries()) {
      tell(`${index + 1} of ${statements.length}: ${nameOf(statement)}`);
      await transaction.run(statement);
    }
  });

async function untilFilled(session: Session, tell: (text: string) => void): Promise<void> {
  for (; ; await sleep(ASK_EVERY_MS)) {
    const { records } = await session.run(
      `SHOW INDEXES YIELD name, state, populationPercent WHERE state <> 'ONLINE' RETURN name, state, populationPercent`,
    );
    const indexes = records.map((record) => record.toObject());
    const failed = indexes.find(({ state }) => state === 'FAILED');
    if (failed) throw new Error(`The index ${failed.name} could not be filled; the log of Neo4j says why.`);
    if (indexes.length === 0) return;
    const { name, populationPercent } = indexes[0]!;
    tell(`filling ${indexes.length}, ${name}: ${Math.floor(populationPercent)} %`);
  }
}

/** Passes on what is said a second or more after what was passed on last. */
function seldom(tell: (text: string) => void): (text: string) => void {
  let told = performance.now();
  return (text) => {
    if (performance.now() - told < TELL_EVERY_MS) return;
    told = performance.now();
    tell(text);
  };
}

/** The statements of `cypher/schema.cypher`, in order. */
export const schemaStatements = () =>
  cypherFile('schema')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');

/** The same for drafts, but for what there is one of for both. */
export const draftSchemaStatements = () =>
  schemaStatements()
    .map(draftText)
    .filter((statement) => /:(?:Draft|DRAFT_)/.test(statement));

const nameOf = (statement: string) => /(?:INDEX|CONSTRAINT) (\w+) IF NOT EXISTS/.exec(statement)?.[1];
