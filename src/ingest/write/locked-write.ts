import { randomUUID } from 'node:crypto';
import { type ManagedTransaction, Neo4jError } from 'neo4j-driver';
import {
  clientTimeout,
  type Graph,
  type Parameters,
  toNeo4jIntegers,
  withTimeout,
  write,
} from '../../db/client.ts';
import { cypherFile } from '../../db/cypher.ts';
import { isOfDrafts, wholeTransaction } from '../../db/drafts.ts';
import { currentWriter } from '../../db/writer.ts';
import { QUERIES } from '../../limits.ts';
import { MODEL_NUMBER } from '../../model/model-number.ts';
import type { Row } from '../../model/row.ts';
import { type ChangedThings, changeRow, withChanges } from './changed-things.ts';

/** Runs a query of `cypher/ingest` by name within a transaction; the caller says what its rows are. */
export type Run = <Of = Row>(name: string, parameters?: Parameters) => Promise<Of[]>;

export const runner =
  (transaction: ManagedTransaction): Run =>
  async <Of>(name: string, parameters: Parameters = {}) => {
    const { records } = await transaction.run(cypherFile(`ingest/${name}`), toNeo4jIntegers(parameters));
    return records.map((record) => record.toObject() as Of);
  };

/** The version that a transaction makes, and what it changes, as far as that was noted. */
interface Commit {
  version: number;
  things?: ChangedThings;
}

const commits = new WeakMap<ManagedTransaction, Commit>();

const rehearsals = new WeakSet<ManagedTransaction>();

/** Has a transaction that is to be rolled back move no version on, since other writers would wait for that. */
export const pretendVersion = (transaction: ManagedTransaction): void =>
  void rehearsals.add(wholeTransaction(transaction));

/** Moves the version of the graph on, once in a transaction, and returns it; no other transaction does before this one ends. */
export async function moveVersion(transaction: ManagedTransaction): Promise<number> {
  const whole = wholeTransaction(transaction);
  const begun = commits.get(whole);
  if (begun) return begun.version;
  const version = await (rehearsals.has(whole) ? unmovedVersion(whole) : movedVersion(transaction));
  commits.set(whole, { version });
  return version;
}

async function movedVersion(transaction: ManagedTransaction): Promise<number> {
  const [row] = await runner(transaction)<{ version: number }>('bump-version', { model: MODEL_NUMBER });
  return row!.version;
}

/** Changes something that nobody waits for: what a transaction reads after a change is planned apart. */
async function unmovedVersion(transaction: ManagedTransaction): Promise<number> {
  await runner(transaction)('announce-commit', { id: randomUUID(), within: 0 });
  return 0;
}

/**
 * Notes what a transaction changes that moved the version on; where none does, an index of counts is built anew. What it changes
 * of drafts is no change of the record: no list of changes shows it, and nothing is counted of it.
 */
export function noteChanges(transaction: ManagedTransaction, things: ChangedThings): void {
  const commit = commits.get(wholeTransaction(transaction))!;
  commit.things = withChanges(commit.things ?? {}, isOfDrafts(transaction) ? {} : things);
}

/** What a transaction has changed so far. */
export const changesOf = (transaction: ManagedTransaction): ChangedThings =>
  commits.get(wholeTransaction(transaction))?.things ?? {};

/** Another transaction removed what this one was waiting to lock; it is to be run again. */
export class ConcurrentDeletion extends Error {}

/**
 * Runs a unit of work that locks what it changes in one write transaction, again where it has to. Where it moved the
 * version on, the commit is announced before it begins and until it has ended: Neo4j shows a commit node by node, and
 * its indexes last, so whatever is read meanwhile may be of before or after, or of something in between.
 */
export async function writeLocked<T>(
  graph: Graph,
  work: (transaction: ManagedTransaction) => Promise<T>,
): Promise<T> {
  const id = randomUUID();
  let isAnnounced = false;
  const workAndAnnounce = async (transaction: ManagedTransaction) => {
    const outcome = await work(transaction);
    const commit = commits.get(wholeTransaction(transaction));
    if (!commit) return outcome;
    await runner(transaction)('write-change', changeRow(commit.version, currentWriter(), commit.things));
    isAnnounced = true;
    await write(graph, (apart) => runner(apart)('announce-commit', { id, within: QUERIES.commitWithin }));
    return outcome;
  };
  try {
    return await retryOnConcurrentDeletion(() => write(graph, workAndAnnounce));
  } finally {
    if (isAnnounced) await endCommit(graph, id);
  }
}

/** Where this fails or takes its time, what was written stays written, and the announcement ends by itself. */
async function endCommit(graph: Graph, id: string): Promise<void> {
  const ended = write(graph, (apart) => runner(apart)('end-commit', { id }));
  await withTimeout(ended, clientTimeout(graph)).catch(() => {});
}

async function retryOnConcurrentDeletion<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isConcurrentDeletion(error)) throw error;
    }
  }
}

/** Neo4j says of a node that another transaction removed that it does not exist. */
const isConcurrentDeletion = (error: unknown) =>
  error instanceof ConcurrentDeletion ||
  (error instanceof Neo4jError && error.code === 'Neo.ClientError.Statement.EntityNotFound');
