import neo4j, { type BookmarkManager, type Driver, type ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { DRIVER, QUERIES } from '../limits.ts';
import type { Row } from '../model/row.ts';
import type { Cypher } from './cypher.ts';
import { draftText, draftTransaction } from './drafts.ts';
import type { Sql } from './sql.ts';
import type { StateWitness } from './state-witness.ts';
import type { GroupDetails, Name, NamedKind, PairEnds, Tallied, TallyOrder } from './tally-order.ts';

/** What is known of the plans of a database, see `Plans`. */
export interface KnownPlans {
  has(text: string, parameters: Parameters): boolean;
  ensure(graph: Graph, text: string, parameters: Parameters): Promise<void>;
  /** Milliseconds during which anything was planned, so far. */
  readonly spent: number;
}

/** An index of counts as it is while it is asked. */
export interface CountedState {
  /** The rows of a query over it. */
  rows(text: Sql, parameters?: Parameters): Promise<Row[]>;
  /** The same, kept as long as the index stays as it is: of few rows that are asked for more than once. */
  kept(text: Sql, parameters: Parameters): Promise<Row[]>;
  /** Counts the statements that it has in memory. */
  tally(order: TallyOrder): Promise<Tallied>;
  /** Tells what is in some of the groups of an order, by their numbers. */
  detail(order: TallyOrder, groups: readonly number[]): Promise<GroupDetails[]>;
  /** What is called how, by its number. */
  names(kind: NamedKind, numbers: readonly number[]): Promise<ReadonlyMap<number, Name>>;
  ends(pair: number): PairEnds;
}

/** Counts of what a graph holds, from an index beside it. */
export interface Counts {
  /**
   * Asks the index one thing or several, all of one version: that which the graph names or a later one.
   * @throws Problem `starting` where the index is not there yet.
   */
  ask<T>(graph: Graph, work: (state: CountedState) => Promise<T>): Promise<T>;
  /** How far it is where it is being built. */
  readonly progress: string | undefined;
}

/** Names by kind and id; undefined of what is there no longer. */
export type ThingNames = Map<string, string | undefined>;

/** A database and how long it may take to respond. */
export interface Graph {
  driver: Driver;
  /** For writes alone. */
  writer: Driver;
  database: string;
  /** Milliseconds after which the server ends a read. */
  readTimeout: number;
  /**
   * In a cluster: what this process has seen, so that no member shows it an older state than another one did. A single
   * server needs none.
   */
  bookmarks?: BookmarkManager;
  /** Whether rows are held to their schemas: for tests, since that costs more than the read itself. */
  checksRows?: boolean;
  /** What is known to be planned; the time that planning takes counts against no limit then. */
  plans?: KnownPlans;
  counts?: Counts;
  /** Follows what is read for a response. */
  witness?: StateWitness;
  /** The version that the response is to be of, where there is one. */
  version?: string | null;
  /** Ids by what named them, where they were resolved before at the version that is asked for. */
  resolvedNames?: KnownNames;
  /** What things are called, where that was read before at the version that is asked for. */
  thingNames?: ThingNames;
  /** Whether it is read and written for what drafts say, which is held apart. */
  ofDrafts?: boolean;
}

/** Ids by names, to be asked and added to. */
type KnownNames = Pick<Map<string, string>, 'has' | 'get'> & { set(name: string, id: string): unknown };

/** The same database for what drafts say, which nothing is counted of, and for what was reviewed. */
export const draftsOf = (graph: Graph): Graph => ({
  ...graph,
  ofDrafts: true,
  resolvedNames: undefined,
  thingNames: undefined,
  counts: undefined,
});
export const reviewedOf = (graph: Graph): Graph => ({ ...graph, ofDrafts: false });

/** A text as it is sent to a graph. */
export const sentText = (graph: Graph, text: string): string => (graph.ofDrafts ? draftText(text) : text);

export interface GraphConnection {
  uri: string;
  user: string;
  password: string;
  database: string;
}

/**
 * Opens a graph; nothing is connected until the first query. Close it with `closeGraph`.
 * @param acquireTimeout milliseconds until a query that gets no connection fails.
 */
export function openGraph(connection: GraphConnection, acquireTimeout = DRIVER.acquireTimeout): Graph {
  const open = (poolSize: number) => openDriver(connection, poolSize, acquireTimeout);
  const bookmarks = connection.uri.startsWith('neo4j') ? neo4j.bookmarkManager() : undefined;
  return {
    driver: open(DRIVER.poolSize),
    writer: open(DRIVER.writerPoolSize),
    database: connection.database,
    readTimeout: QUERIES.readTimeout,
    bookmarks,
  };
}

/** A graph for a command: it waits for connections, where a request would fail. Close it with `closeGraph`. */
export const openPatientGraph = (connection: GraphConnection): Graph =>
  openGraph(connection, DRIVER.patientAcquireTimeout);

const openDriver = (
  { uri, user, password }: GraphConnection,
  maxConnectionPoolSize: number,
  connectionAcquisitionTimeout: number,
): Driver =>
  neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    connectionTimeout: DRIVER.connectTimeout,
    connectionAcquisitionTimeout,
    maxTransactionRetryTime: DRIVER.writeRetryTime,
    maxConnectionPoolSize,
    userAgent: 'on-record',
    telemetryDisabled: true,
  });

/** Closes all connections of a graph. */
export async function closeGraph({ driver, writer }: Graph): Promise<void> {
  await Promise.all([driver.close(), writer.close()]);
}

/** Parameters of a query by name. */
export type Parameters = Record<string, unknown>;

/** The database took a query and did not respond in time, not even to say that it ended it. */
export class DatabaseTimeoutError extends Error {
  override name = 'DatabaseTimeoutError';
}

/**
 * Whether a read failed since the database said nothing, and not by what it said: what has no code of the server's own came
 * from the connection.
 */
export const isUnanswered = (error: unknown): boolean =>
  error instanceof DatabaseTimeoutError ||
  (error instanceof neo4j.Neo4jError && !error.code.startsWith('Neo.'));

/**
 * Runs one read and returns its rows as plain objects. A connection that turns out to be lost is tried once more;
 * `session.run` in READ mode costs a third less than `executeRead`.
 */
export async function read(graph: Graph, written: string, parameters: Parameters = {}): Promise<Row[]> {
  const text = sentText(graph, written);
  if (graph.plans && !graph.plans.has(text, parameters)) await graph.plans.ensure(graph, text, parameters);
  const started = performance.now();
  try {
    return await readOnce(graph, text, parameters);
  } catch (error) {
    if (!isWorthRetrying(error) || performance.now() - started > QUERIES.quickFailure) throw error;
    return await readOnce(graph, text, parameters);
  }
}

/** The same without a second try, and without a look at whether it is planned. */
export async function readOnce(graph: Graph, text: string, parameters: Parameters): Promise<Row[]> {
  const session = graph.driver.session({
    database: graph.database,
    defaultAccessMode: neo4j.session.READ,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
    bookmarkManager: graph.bookmarks,
  });
  const ended = graph.witness?.begin();
  const rows = (async () => {
    try {
      const result = await session.run(text, toNeo4jIntegers(parameters), { timeout: graph.readTimeout });
      return result.records.map((record) => record.toObject());
    } finally {
      ended?.();
      await session.close();
    }
  })();
  return withTimeout(rows, clientTimeout(graph));
}

/** A read that the service sends: its text, which depends on options and never on values, and the schema of its rows. */
export interface Read<S extends z.ZodType = z.ZodType, Options = undefined, Text = Cypher> {
  name: string;
  row: S;
  /** The parameters that it is given, beside those that its options name as given. */
  parameters: readonly string[];
  text: (options: Options) => Text;
  /** Options that between them make every part of every text. */
  variants: readonly Options[];
  /** Runs it. Its rows are held to the schema where the graph says so. */
  rows: (graph: Graph, parameters: Parameters, options: Options) => Promise<z.output<S>[]>;
}

interface ReadDefinition<S extends z.ZodType, Options> {
  /** What it reads, in words. */
  name: string;
  row: S;
  parameters: readonly string[];
  text: (options: Options) => Cypher;
  variants: readonly NoInfer<Options>[];
}

/** Defines a read of which there is one text, or one for each of several options. */
export function defineRead<S extends z.ZodType>(
  definition: Omit<ReadDefinition<S, undefined>, 'text' | 'variants'> & { text: Cypher },
): Read<S> & { rows: (graph: Graph, parameters?: Parameters) => Promise<z.output<S>[]> };
export function defineRead<S extends z.ZodType, Options>(
  definition: ReadDefinition<S, Options>,
): Read<S, Options>;
export function defineRead<S extends z.ZodType, Options>({
  name,
  row,
  parameters,
  text,
  variants = [undefined as Options],
}: Omit<ReadDefinition<S, Options>, 'text' | 'variants'> & {
  text: Cypher | ((options: Options) => Cypher);
  variants?: readonly Options[];
}) {
  const textOf = typeof text === 'string' ? () => text : memoized(text);
  return {
    name,
    row,
    parameters,
    text: textOf,
    variants,
    rows: async (graph: Graph, given: Parameters = {}, options?: Options) =>
      parsed(graph, row, await read(graph, textOf(options!), given)),
  };
}

/** Rows of a schema, held to it where the graph says so. */
export const parsed = <S extends z.ZodType>({ checksRows }: Graph, schema: S, rows: Row[]): z.output<S>[] =>
  checksRows ? z.array(schema).parse(rows) : (rows as z.output<S>[]);

/** Texts are composed once for each of their options. */
export function memoized<Options, Text extends string>(
  text: (options: Options) => Text,
): (options: Options) => Text {
  const texts = new Map<string, Text>();
  return (options) => {
    const key = JSON.stringify(options);
    let known = texts.get(key);
    if (known === undefined) {
      known = text(options);
      texts.set(key, known);
    }
    return known;
  };
}

/** Milliseconds after which a whole response is given up, however many reads it takes. */
export const responseTimeout = (graph: Graph) => graph.readTimeout - QUERIES.sending;

/** Milliseconds after which a read is given up: the server would have ended it by then, and said so. */
export const clientTimeout = (graph: Graph) => graph.readTimeout + QUERIES.timeoutMargin;

/**
 * The outcome of work on the database, or a failure after so many milliseconds. The work goes on until its connection
 * ends, since a driver cannot take back what it sent.
 * @param plans where they are given, the time during which they were made does not count.
 * @throws DatabaseTimeoutError where there is no outcome in time.
 */
export async function withTimeout<T>(work: Promise<T>, limit: number, plans?: KnownPlans): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const started = performance.now();
  const spentBefore = plans?.spent ?? 0;
  const timeout = new Promise<never>((_, reject) => {
    const wait = (left: number) => {
      timer = setTimeout(() => {
        const planning = Math.min((plans?.spent ?? 0) - spentBefore, QUERIES.planning);
        const rest = limit + planning - (performance.now() - started);
        if (rest >= 1) wait(rest);
        else reject(new DatabaseTimeoutError(`no response within ${limit} ms`));
      }, left);
    };
    wait(limit);
  });
  try {
    return await Promise.race([work, timeout]);
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
  const session = graph.writer.session({ database: graph.database, bookmarkManager: graph.bookmarks });
  try {
    return await session.executeWrite(
      (transaction) => work(graph.ofDrafts ? draftTransaction(transaction) : transaction),
      { timeout: QUERIES.writeTimeout },
    );
  } finally {
    await session.close();
  }
}

/** The driver takes a running out of memory for retriable, and would run the read again for half a minute. */
const isWorthRetrying = (error: unknown) =>
  error instanceof neo4j.Neo4jError && error.retriable && !/MemoryPool|OutOfMemory/.test(error.code);

/**
 * Parameters with their whole numbers as Neo4j's integers: the driver sends a JavaScript number as a float, which LIMIT
 * and the offsets of spans do not take.
 */
export const toNeo4jIntegers = (parameters: Parameters): Parameters =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, withIntegers(value)]));

function withIntegers(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(withIntegers);
  return value !== null && typeof value === 'object' ? toNeo4jIntegers(value as Parameters) : value;
}
