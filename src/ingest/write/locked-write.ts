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
import { CHANGES, QUERIES } from '../../limits.ts';
import { MODEL_NUMBER } from '../../model/model-number.ts';
import type { Row } from '../../model/row.ts';
import { sizeOf, type Touched } from './touched.ts';

/** Runs a query of `cypher/ingest` by name within a transaction; the caller says what its rows are. */
export type Run = <Of = Row>(name: string, parameters?: Parameters) => Promise<Of[]>;

export const runner =
  (transaction: ManagedTransaction): Run =>
  async <Of>(name: string, parameters: Parameters = {}) => {
    const { records } = await transaction.run(cypherFile(`ingest/${name}`), toNeo4jIntegers(parameters));
    return records.map((record) => record.toObject() as Of);
  };

const moved = new WeakSet<ManagedTransaction>();

/**
 * Moves the version of the graph on and returns it; no other transaction does before this one ends.
 * @param touched what the commit touches; where that is not noted now or later in the transaction, an index of counts is built anew.
 */
export async function moveVersion(transaction: ManagedTransaction, touched?: Touched): Promise<number> {
  moved.add(transaction);
  const [row] = await runner(transaction)<{ version: number }>('bump-version', {
    model: MODEL_NUMBER,
    touched: touched && sizeOf(touched) <= CHANGES.touched ? touched : null,
    kept: CHANGES.kept,
  });
  return row!.version;
}

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
    if (!moved.has(transaction)) return outcome;
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
