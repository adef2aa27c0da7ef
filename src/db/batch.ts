import neo4j, { type Driver } from 'neo4j-driver';
import type { Row } from '../model/row.ts';
import { clientTimeout, type Graph, type Parameters, parsed, read, sentText, withTimeout } from './client.ts';
import type { Cypher } from './cypher.ts';
import { graphVersion, rowsAndVersion, stateOf } from './graph-version.ts';
import type { GraphState } from './state-witness.ts';

/** Reads of a batch, and batches under way: more of either makes each request wait longer and no more of them pass. */
const MAX_BATCH = 16;
const MAX_BATCHES = 2;
/** Heavy queries under way, which go alone. */
const MAX_ALONE = 3;
/** Milliseconds that a batch should take at most: heavy queries go alone, so that none waits for another's rows. */
const BATCH_TIME = 50;

/** A read that waits for its turn. */
interface Ask {
  parameters: Parameters;
  resolve: (found: Found) => void;
  reject: (error: unknown) => void;
}

/** What a read found, and the state of the graph after it where the text tells it. */
interface Found {
  rows: Row[];
  state?: GraphState;
}

/** A text, and how it is sent for one ask alone. */
interface Question {
  text: string;
  /** What it returns, where the state of the graph is read as well. */
  columns?: readonly string[];
  alone: string;
}

/** The asks of one question with the same shared parameters. */
interface Lane extends Question {
  waiting: Ask[];
  running: number;
}

interface Lanes {
  open: Map<string, Lane>;
  /** Milliseconds that one ask of a text took lately. */
  cost: Map<string, number>;
}

const lanesOf = new WeakMap<Driver, Lanes>();

/**
 * Like `read`, but reads of the same text that wait at the same time are sent as one: different questions of one shape are
 * answered by a third more. Nothing is held back for company: a read that finds no other under way goes at once.
 * @param columns what the text returns, of a read that may be the last of its response: the state of the graph comes with it
 *   then, which else takes a read of its own.
 * @param following what may be read next: where the database has to plan this one, it plans those at the same time, each of
 *   which takes a processor of its own.
 */
export async function batchedRead(
  graph: Graph,
  written: string,
  parameters: Parameters = {},
  columns?: readonly string[],
  following: () => readonly BatchedRead[] = () => [],
): Promise<Row[]> {
  const question = questionOf(graph, written, columns);
  // The text is that of drafts already where it is to be, and the version is of all.
  const { witness, ofDrafts: _, ...plain } = graph;
  const ended = witness?.begin();
  let found: Found | undefined;
  try {
    found = await inTurn(plain, question, namedOf(question.text, parameters), () =>
      planAll(graph, following()),
    );
    return found.rows;
  } finally {
    ended?.(found?.state);
  }
}

/** A read as `batchedRead` takes it. */
export interface BatchedRead {
  text: Cypher;
  parameters: Parameters;
  columns?: readonly string[];
}

function planAll({ witness: _, ...graph }: Graph, reads: readonly BatchedRead[]): void {
  for (const { text, parameters, columns } of reads) {
    const question = questionOf(graph, text, columns);
    graph.plans?.ensure(graph, question.alone, namedOf(question.text, parameters)).catch(() => {});
  }
}

function questionOf(graph: Graph, written: string, columns?: readonly string[]): Question {
  const text = sentText(graph, written);
  return { text, columns, alone: columns ? tellingState(text, columns) : text };
}

async function inTurn(
  graph: Graph,
  question: Question,
  parameters: Parameters,
  planFollowing: () => void,
): Promise<Found> {
  const { text, alone } = question;
  if (graph.plans && !graph.plans.has(alone, parameters)) {
    const planning = graph.plans.ensure(graph, alone, parameters);
    planFollowing();
    await planning;
  }
  const lanes = lanesOf.get(graph.driver) ?? { open: new Map(), cost: new Map() };
  lanesOf.set(graph.driver, lanes);
  const key = [alone, ...sharedParameters(text).map((name) => parameters[name])].join('\n');
  const lane: Lane = lanes.open.get(key) ?? { ...question, waiting: [], running: 0 };
  lanes.open.set(key, lane);
  const send = () => {
    while (lane.waiting.length > 0) {
      const together = Math.floor(BATCH_TIME / (lanes.cost.get(text) ?? BATCH_TIME / MAX_BATCH));
      if (lane.running >= (together > 1 ? MAX_BATCHES : MAX_ALONE)) break;
      const asks = lane.waiting.splice(0, Math.min(Math.max(together, 1), MAX_BATCH));
      lane.running++;
      const started = performance.now();
      runBatch(graph, lane, asks).finally(() => {
        const cost = (performance.now() - started) / asks.length;
        lanes.cost.set(text, 0.8 * (lanes.cost.get(text) ?? cost) + 0.2 * cost);
        lane.running--;
        if (lane.running === 0 && lane.waiting.length === 0) lanes.open.delete(key);
        else send();
      });
    }
  };
  const { promise, resolve, reject } = Promise.withResolvers<Found>();
  const ask = { parameters, resolve, reject };
  lane.waiting.push(ask);
  send();
  // Behind a database that hangs, a turn would come too late.
  return withTimeout(promise, clientTimeout(graph)).catch((error: unknown) => {
    const place = lane.waiting.indexOf(ask);
    if (place >= 0) lane.waiting.splice(place, 1);
    throw error;
  });
}

async function runBatch(graph: Graph, { text, columns, alone }: Question, asks: Ask[]): Promise<void> {
  const runAlone = (ask: Ask) => find(graph, alone, ask.parameters, columns).then(ask.resolve, ask.reject);
  if (asks.length === 1) return runAlone(asks[0]!);
  const shared = Object.fromEntries(sharedParameters(text).map((name) => [name, asks[0]!.parameters[name]]));
  const parameters = { ...shared, asks: asks.map((ask) => ask.parameters) };
  const together = batchedText(text, columns);
  if (graph.plans && !graph.plans.has(together, parameters)) {
    // Each has its plan already, so that none has to wait for that of the batch.
    graph.plans.ensure(graph, together, parameters).catch(() => {});
    await Promise.all(asks.map(runAlone));
    return;
  }
  try {
    const { rows, state } = await find(graph, together, parameters, columns && ['ask', ...columns]);
    const rowsOf: Row[][] = asks.map(() => []);
    for (const { ask, ...row } of rows) rowsOf[ask as number]!.push(row);
    for (const [index, { resolve }] of asks.entries()) resolve({ rows: rowsOf[index]!, state });
  } catch (error) {
    // What one ask did, such as taking too long, must not fail the others.
    if (isOfOneRead(error)) await Promise.all(asks.map(runAlone));
    else for (const { reject } of asks) reject(error);
  }
}

/** @param columns those of a text that tells the state. */
async function find(
  graph: Graph,
  text: string,
  parameters: Parameters,
  columns?: readonly string[],
): Promise<Found> {
  const rows = await read(graph, text, parameters);
  if (!columns) return { rows };
  const [all] = rows;
  return {
    rows: (all!.rows as unknown[][]).map((row) =>
      Object.fromEntries(row.map((value, nth) => [columns[nth]!, value])),
    ),
    state: stateOf(parsed(graph, graphVersion.row, [all!])[0]!),
  };
}

const isOfOneRead = (error: unknown) =>
  error instanceof neo4j.Neo4jError && error.code.startsWith('Neo.ClientError');

/** Strings and quoted names, in which nothing is a parameter or a clause; else a parameter. */
const PARAMETERS = /'(?:[^'\\]|\\[\s\S])*'?|"(?:[^"\\]|\\[\s\S])*"?|`[^`]*`?|\$(\w+)/g;
const SUBQUERIES = /'(?:[^'\\]|\\[\s\S])*'?|"(?:[^"\\]|\\[\s\S])*"?|`[^`]*`?|\bCALL \(([^()]*)\) \{/g;
const LIMITS = /'(?:[^'\\]|\\[\s\S])*'?|"(?:[^"\\]|\\[\s\S])*"?|`[^`]*`?|\bLIMIT \$(\w+)/g;

const named = new Map<string, ReadonlySet<string>>();
const batched = new Map<string, string>();
const telling = new Map<string, string>();
const shared = new Map<string, string[]>();

/** Those of the parameters that a text names: the database would plan it anew for each set of others beside them. */
function namedOf(text: string, parameters: Parameters): Parameters {
  let names = named.get(text);
  if (!names) {
    names = new Set([...text.matchAll(PARAMETERS)].flatMap(([, name]) => name ?? []));
    named.set(text, names);
  }
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => names.has(name)));
}

/** Parameters that all reads of a batch must share, because LIMIT takes no value of a row. */
function sharedParameters(text: string): string[] {
  let names = shared.get(text);
  if (!names) {
    names = [...text.matchAll(LIMITS)].flatMap(([, name]) => name ?? []);
    shared.set(text, names);
  }
  return names;
}

/**
 * A text that runs for the list `$asks` of parameters, each row with the place of its read in the list as `ask`.
 * @param columns what the text returns, where the state of the graph is to be read after all of them.
 */
export function batchedText(text: string, columns?: readonly string[]): string {
  const key = columns ? tellingState(text, columns) : text;
  let together = batched.get(key);
  if (!together) {
    const isShared = new Set(sharedParameters(text));
    const body = text
      .replaceAll(PARAMETERS, (found, name?: string) =>
        name === undefined || isShared.has(name) ? found : `$asks[ask].${name}`,
      )
      .replaceAll(SUBQUERIES, (found, scope?: string) =>
        scope === undefined ? found : `CALL (${scope ? `${scope}, ` : ''}ask) {`,
      );
    const end = columns ? stateAfter(['ask', ...columns]) : 'RETURN *';
    together = `UNWIND range(0, size($asks) - 1) AS ask\nCALL (ask) {\n${body}\n}\n${end}`;
    batched.set(key, together);
  }
  return together;
}

/**
 * A text that returns the rows of another as lists of columns in one row, with the state of the graph after them.
 * @param columns what the other returns, which is the same whenever it is sent.
 */
export function tellingState(text: string, columns: readonly string[]): string {
  let told = telling.get(text);
  if (!told) {
    const last = text.lastIndexOf(RETURN);
    told = `${text.slice(0, last)}\nWITH ${text.slice(last + RETURN.length)}\n${stateAfter(columns)}`;
    telling.set(text, told);
  }
  return told;
}

/** The last that begins a line is that of the text; those of its subqueries are indented, or stand before it. */
const RETURN = '\nRETURN ';

/** All rows are there before the version is read, since `collect` takes them first. */
const stateAfter = (columns: readonly string[]) =>
  `WITH collect([${columns.join(', ')}]) AS rows\n${rowsAndVersion}`;
