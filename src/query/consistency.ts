import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import neo4j, { type Driver } from 'neo4j-driver';
import {
  clientTimeout,
  DatabaseTimeoutError,
  type Graph,
  type ThingNames,
  withTimeout,
} from '../db/client.ts';
import { graphVersion, stateOf } from '../db/graph-version.ts';
import { type GraphState, type GraphVersion, StateWitness } from '../db/state-witness.ts';
import { Problem, type ProblemCode } from '../errors.ts';
import { LOAD, QUERIES } from '../limits.ts';

/*
 * Every response is of one version of the graph, and says of which.
 *
 * The graph has a number that each commit moves on. Neo4j reads what is committed at each moment and shows a commit node by
 * node, so a response that is read during a write may hold some of before and some of after. Writers therefore
 * announce a commit before it begins and take that back when it has ended; while none is announced, the version is settled.
 * A response is read, then the version: where that is settled, and is one that was seen settled at any time before the
 * response was read, the graph was the same all the while. Otherwise the response is read again, and after a time it is
 * given as one of no version. Work that failed on what it read is repeated likewise: a row of a half-shown commit may have
 * nulls where the schema has none, and lack what is there before and after.
 *
 * To read the version costs as much as to read a page, so the last read of a response brings it where it can; else all
 * requests that wait for it share one read, and so do those that ask the same. A shared read never begins before the
 * request that is given its outcome, since what is under way may be of before a write that the client knows of.
 *
 * A response is cached under its version and served only after the version was read anew: it is never stale.
 */

interface Flight<T> {
  running: Promise<T>;
  /** Begins when `running` has ended. */
  next?: Promise<T>;
}

/** Lets those who ask the same at the same time share one piece of work, which begins after each of them asked. */
export class RequestCoalescer<T> {
  private readonly flights = new Map<string, Flight<T>>();
  private readonly timeout: number;

  /** @param timeout milliseconds after which the next piece of work is given up, from when it was first asked for. */
  constructor(timeout = Number.POSITIVE_INFINITY) {
    this.timeout = timeout;
  }

  /** @param key the same for work that has the same outcome. */
  run(key: string, work: () => Promise<T>): Promise<T> {
    const flight = this.flights.get(key);
    if (flight) {
      flight.next ??= this.after(flight.running, () => this.run(key, work));
      return flight.next;
    }
    const running = work().finally(() => this.flights.delete(key));
    this.flights.set(key, { running });
    return running;
  }

  /** Behind a database that hangs, the work after what is under way would come too late. */
  private after(running: Promise<T>, begin: () => Promise<T>): Promise<T> {
    const next = running.catch(() => {}).then(begin);
    return Number.isFinite(this.timeout) ? withTimeout(next, this.timeout) : next;
  }
}

/** What this process knows of the versions of one database. */
interface VersionReader {
  reads: RequestCoalescer<GraphState>;
  latestSettled?: GraphVersion;
  /** Ids by what named them at a version, and what things are called at it. */
  names?: { version: GraphVersion; ids: Map<string, string>; things: ThingNames };
}

const readers = new WeakMap<Driver, VersionReader>();

function readerOf(graph: Graph): VersionReader {
  const reader = readers.get(graph.driver) ?? { reads: new RequestCoalescer(clientTimeout(graph)) };
  readers.set(graph.driver, reader);
  return reader;
}

/** The state of the graph, read after the call and never before it. Calls that wait at the same time share one read. */
export function currentState(graph: Graph): Promise<GraphState> {
  const reader = readerOf(graph);
  return reader.reads.run('', async () => {
    const [row] = await graphVersion.rows(graph);
    return noted(reader, stateOf(row!));
  });
}

function noted(reader: VersionReader, state: GraphState): GraphState {
  if (state.isSettled) reader.latestSettled = state.version;
  return state;
}

/** The version of the graph as soon as no commit is under way, or null where one still is after a time. */
async function settledVersion(graph: Graph, until: number): Promise<GraphVersion | null> {
  for (;;) {
    const { version, isSettled } = await currentState(graph);
    if (isSettled) return version;
    if (performance.now() > until) return null;
    await sleep(QUERIES.settlingInterval);
  }
}

/** The settled version after what a witness followed, which the last of it may have told. */
async function versionAfter(
  graph: Graph,
  { state }: StateWitness,
  until: number,
): Promise<GraphVersion | null> {
  if (!state?.isSettled) return settledVersion(graph, until);
  return noted(readerOf(graph), state).version;
}

/** An outcome with the version that it shows, or with null where a commit was under way all the time. */
export interface Versioned<T> {
  outcome: T;
  version: GraphVersion | null;
}

/** What work that reads the graph came to. */
type Attempt<T> = { outcome: T } | { failure: unknown };

/**
 * Does work that reads the graph, and does it again if the graph moved on meanwhile, whether it succeeded or failed.
 * @param work is given the graph with the names that are known at its version.
 * @throws what the work throws at one version; Problem `overloaded` where it throws at none.
 */
export async function atOneVersion<T>(
  graph: Graph,
  work: (graph: Graph) => Promise<T>,
): Promise<Versioned<T>> {
  const until = performance.now() + QUERIES.settling;
  const known = readerOf(graph).latestSettled;
  let version = known ?? (await settledVersion(graph, until));
  // A count of what was known before the request may be older than a write that its client knows of.
  let isOfBefore = known !== undefined;
  for (;;) {
    const begun = performance.now();
    const witness = new StateWitness();
    const attempt = await attempted(() =>
      work({ ...(version === null ? { ...graph, version } : withKnownNames(graph, version)), witness }),
    );
    const took = performance.now() - begun;
    const after = await versionAfter(graph, witness, until).catch((error: unknown) => {
      throw 'failure' in attempt ? attempt.failure : error;
    });
    if (after !== null && after === version) return { outcome: outcomeOf(attempt), version };
    const isLate = after === null || performance.now() + took > until;
    if (isLate && !isOfBefore) return { outcome: outcomeAtNoVersion(attempt), version: null };
    version = after;
    isOfBefore = false;
  }
}

/** @throws what does not depend on what was read, which would be the same at another version. */
async function attempted<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { outcome: await work() };
  } catch (failure) {
    if (!dependsOnWhatWasRead(failure)) throw failure;
    return { failure };
  }
}

/** Problems that say what the graph holds. */
const OF_THE_GRAPH = new Set<ProblemCode>(['not-found', 'unknown-entity', 'ambiguous-name']);

/** Whether a failure may come of rows, and not of the request, a time limit or the connection. */
function dependsOnWhatWasRead(failure: unknown): boolean {
  if (failure instanceof Problem) return OF_THE_GRAPH.has(failure.code);
  if (failure instanceof neo4j.Neo4jError) return failure.code.startsWith('Neo.ClientError.Statement.');
  return !(failure instanceof DatabaseTimeoutError);
}

function outcomeOf<T>(attempt: Attempt<T>): T {
  if ('failure' in attempt) throw attempt.failure;
  return attempt.outcome;
}

function outcomeAtNoVersion<T>(attempt: Attempt<T>): T {
  if ('outcome' in attempt || attempt.failure instanceof Problem) return outcomeOf(attempt);
  const detail = 'Articles are being written, and nothing whole could be read between them.';
  const problem = new Problem('overloaded', detail, [], { 'retry-after': LOAD.retryAfter });
  problem.cause = attempt.failure;
  throw problem;
}

/** Many more than are asked for while a graph stays as it is. */
const MAX_KNOWN_NAMES = 10_000;

/**
 * The graph with the ids that names were found to mean at a version, and with what things are called at it; both are forgotten
 * when it moves on.
 */
function withKnownNames(graph: Graph, version: GraphVersion): Graph {
  const reader = readerOf(graph);
  const { names } = reader;
  const isFull = names !== undefined && Math.max(names.ids.size, names.things.size) >= MAX_KNOWN_NAMES;
  if (names?.version !== version || isFull) reader.names = { version, ids: new Map(), things: new Map() };
  const { ids, things } = reader.names!;
  return { ...graph, version, resolvedNames: ids, thingNames: things };
}

/** A response as it goes to the wire, with the version of the graph that it shows. */
export interface CachedResponse {
  version: GraphVersion;
  etag: string;
  contentType: string;
  /** Names and values in turn, without those of the content. */
  headers: string[];
  plain: Content;
  /** By coding; undefined while it is being compressed. */
  compressed: Map<string, Content | undefined>;
}

/** A body with all headers of its response, names and values in turn: Node writes a flat list fastest. */
export interface Content {
  headers: string[];
  body: Buffer;
}

/** Responses by what was asked; those asked for least lately go first. */
export interface ResponseCache {
  get(key: string): CachedResponse | undefined;
  set(key: string, response: CachedResponse): unknown;
}

/** Bytes that an entry takes beside its body and its key, roughly: headers, and the body compressed in two codings. */
const ENTRY_SIZE = 4000;
const COMPRESSED_SHARE = 0.5;

/** @param megabytes what the responses may take in all; with 0 none is cached. */
export const responseCache = (megabytes: number): ResponseCache =>
  megabytes === 0
    ? { get: () => undefined, set: () => {} }
    : new LRUCache<string, CachedResponse>({
        maxSize: megabytes * 1024 * 1024,
        sizeCalculation: ({ plain }, key) =>
          Math.ceil(plain.body.length * (1 + COMPRESSED_SHARE)) + key.length + ENTRY_SIZE,
      });
