import neo4j, { type BookmarkManager, type Driver, type ManagedTransaction } from 'neo4j-driver';
import { DRIVER, QUERIES } from '../limits.ts';
import type { Row } from '../model/row.ts';

/** A database and how long it may take to answer. */
export interface Graph {
  driver: Driver;
  database: string;
  /** Milliseconds after which the server ends a read. */
  readTimeout: number;
  /**
   * In a cluster: what this process has seen, so that no member shows it an older state than another one did. A single
   * server needs none.
   */
  bookmarks?: BookmarkManager;
  /** Ids by what named them, where they were resolved before at the version that is asked for. */
  resolvedNames?: Map<string, string>;
}

export interface GraphAddress {
  uri: string;
  user: string;
  password: string;
  database: string;
}

/** Opens a graph; nothing is connected until the first query. Close it with `graph.driver.close()`. */
export function openGraph(address: GraphAddress): Graph {
  const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password), {
    disableLosslessIntegers: true,
    connectionTimeout: DRIVER.connectTimeout,
    connectionAcquisitionTimeout: DRIVER.acquireTimeout,
    maxTransactionRetryTime: DRIVER.writeRetryTime,
    maxConnectionPoolSize: DRIVER.poolSize,
    userAgent: 'on-record',
    telemetryDisabled: true,
  });
  const bookmarks = address.uri.startsWith('neo4j') ? neo4j.bookmarkManager() : undefined;
  return { driver, database: address.database, readTimeout: QUERIES.readTimeout, bookmarks };
}

export type Parameters = Record<string, unknown>;
export type { Row } from '../model/row.ts';

/** The database took a query and says nothing, not even that it ended it. */
export class DatabaseTimeoutError extends Error {}

/**
 * Runs one read and returns its rows as plain objects.
 * A connection that turns out to be lost is tried once more; `session.run` in READ mode costs a third less than `executeRead`.
 */
export async function read(graph: Graph, text: string, parameters: Parameters = {}): Promise<Row[]> {
  const started = performance.now();
  try {
    return await readOnce(graph, text, parameters);
  } catch (error) {
    if (!isWorthRetrying(error) || performance.now() - started > QUERIES.quickFailure) throw error;
    return await readOnce(graph, text, parameters);
  }
}

async function readOnce(graph: Graph, text: string, parameters: Parameters): Promise<Row[]> {
  const session = graph.driver.session({
    database: graph.database,
    defaultAccessMode: neo4j.session.READ,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
    bookmarkManager: graph.bookmarks,
  });
  const rows = (async () => {
    try {
      const result = await session.run(text, toNeo4jIntegers(parameters), { timeout: graph.readTimeout });
      return result.records.map((record) => record.toObject());
    } finally {
      await session.close();
    }
  })();
  return withTimeout(rows, clientTimeout(graph));
}

/** Milliseconds after which a whole answer is given up, however many reads it takes. */
export const answerWithin = (graph: Graph) => graph.readTimeout - QUERIES.sending;

/** Milliseconds after which a read is given up: the server would have ended it by then, and said so. */
export const clientTimeout = (graph: Graph) => graph.readTimeout + QUERIES.timeoutMargin;

/**
 * The outcome of work on the database, or a failure after so many milliseconds. The work goes on until its connection
 * ends, since a driver cannot take back what it sent.
 * @throws DatabaseTimeoutError where there is no outcome in time.
 */
export async function withTimeout<T>(work: Promise<T>, limit: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseTimeoutError(`no answer within ${limit} ms`)), limit);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
    work.catch(() => {});
  }
}

/** Runs a unit of work in one write transaction; the driver repeats it after a deadlock or a change of leader. */
export async function write<T>(
  graph: Graph,
  work: (transaction: ManagedTransaction) => Promise<T>,
): Promise<T> {
  const session = graph.driver.session({ database: graph.database, bookmarkManager: graph.bookmarks });
  try {
    return await session.executeWrite(work, { timeout: QUERIES.writeTimeout });
  } finally {
    await session.close();
  }
}

/** A running out of memory counts as retriable to the driver, and would be run again for half a minute. */
const isWorthRetrying = (error: unknown) =>
  error instanceof neo4j.Neo4jError && error.retriable && !/MemoryPool|OutOfMemory/.test(error.code);

/** The driver sends a JavaScript number as a float, which LIMIT and the offsets of spans do not take. */
export function toNeo4jIntegers(value: unknown): never {
  return convert(value) as never;
}

function convert(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(convert);
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, convert(item)]));
  }
  return value;
}
