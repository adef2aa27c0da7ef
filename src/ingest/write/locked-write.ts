import { randomUUID } from 'node:crypto';
import type { ManagedTransaction } from 'neo4j-driver';
import {
  clientTimeout,
  type Graph,
  type Parameters,
  type Row,
  toNeo4jIntegers,
  withTimeout,
  write,
} from '../../db/client.ts';
import { cypher } from '../../db/cypher.ts';
import { QUERIES } from '../../limits.ts';

/** Runs a query of `cypher/ingest` by name within a transaction. */
export type Run = (name: string, parameters?: Parameters) => Promise<Row[]>;

export const runner =
  (transaction: ManagedTransaction): Run =>
  async (name, parameters = {}) => {
    const { records } = await transaction.run(cypher(`ingest/${name}`), toNeo4jIntegers(parameters));
    return records.map((record) => record.toObject());
  };

const moved = new WeakSet<ManagedTransaction>();

/** Moves the version of the graph on and answers it; nobody else does before this transaction ends. */
export async function moveVersion(transaction: ManagedTransaction): Promise<number> {
  moved.add(transaction);
  const [row] = await runner(transaction)('bump-version');
  return row!.version as number;
}

/** Another transaction removed what this one was waiting to lock; it is to be run again. */
export class Vanished extends Error {}

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
  const announced = async (transaction: ManagedTransaction) => {
    const outcome = await work(transaction);
    if (!moved.has(transaction)) return outcome;
    isAnnounced = true;
    await write(graph, (apart) => runner(apart)('announce-commit', { id, within: QUERIES.commitWithin }));
    return outcome;
  };
  try {
    return await untilNoneVanished(() => write(graph, announced));
  } finally {
    if (isAnnounced) await end(graph, id);
  }
}

/** Where this fails or takes its time, what was written stays written, and the announcement ends by itself. */
async function end(graph: Graph, id: string): Promise<void> {
  const ended = write(graph, (apart) => runner(apart)('end-commit', { id }));
  await withTimeout(ended, clientTimeout(graph)).catch(() => {});
}

async function untilNoneVanished<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Vanished)) throw error;
    }
  }
}
