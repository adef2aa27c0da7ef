import neo4j, { type Driver } from 'neo4j-driver';
import type { Row } from '../model/row.ts';
import { clientTimeout, type Graph, type Parameters, read, sentText, withTimeout } from './client.ts';

/** Reads of a batch, and batches under way: more of either makes each request wait longer and no more of them pass. */
const MAX_BATCH = 16;
const MAX_BATCHES = 3;
/** Milliseconds that a batch should take at most: heavy queries go alone, so that none waits for another's rows. */
const BATCH_TIME = 50;

/** A read that waits for its turn. */
interface Ask {
  parameters: Parameters;
  resolve: (rows: Row[]) => void;
  reject: (error: unknown) => void;
}

/** The asks of one text with the same shared parameters. */
interface Lane {
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
 */
export async function batchedRead(
  graph: Graph,
  written: string,
  parameters: Parameters = {},
): Promise<Row[]> {
  const text = sentText(graph, written);
  if (graph.plans && !graph.plans.has(text, parameters)) await graph.plans.ensure(graph, text, parameters);
  const lanes = lanesOf.get(graph.driver) ?? { open: new Map(), cost: new Map() };
  lanesOf.set(graph.driver, lanes);
  const key = [text, ...sharedParameters(text).map((name) => parameters[name])].join('\n');
  const lane = lanes.open.get(key) ?? { waiting: [], running: 0 };
  lanes.open.set(key, lane);
  const send = () => {
    while (lane.running < MAX_BATCHES && lane.waiting.length > 0) {
      const together = Math.floor(BATCH_TIME / (lanes.cost.get(text) ?? BATCH_TIME / MAX_BATCH));
      const asks = lane.waiting.splice(0, Math.min(Math.max(together, 1), MAX_BATCH));
      lane.running++;
      const started = performance.now();
      runBatch(graph, text, asks).finally(() => {
        const cost = (performance.now() - started) / asks.length;
        lanes.cost.set(text, 0.8 * (lanes.cost.get(text) ?? cost) + 0.2 * cost);
        lane.running--;
        if (lane.running === 0 && lane.waiting.length === 0) lanes.open.delete(key);
        else send();
      });
    }
  };
  const { promise, resolve, reject } = Promise.withResolvers<Row[]>();
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

async function runBatch(graph: Graph, text: string, asks: Ask[]): Promise<void> {
  if (asks.length === 1) return runAlone(graph, text, asks[0]!);
  const shared = Object.fromEntries(sharedParameters(text).map((name) => [name, asks[0]!.parameters[name]]));
  const batch = { ...shared, asks: asks.map(({ parameters }) => parameters) };
  if (graph.plans && !graph.plans.has(batchedText(text), batch)) {
    // Each has its plan already, so that none has to wait for that of the batch.
    graph.plans.ensure(graph, batchedText(text), batch).catch(() => {});
    await Promise.all(asks.map((ask) => runAlone(graph, text, ask)));
    return;
  }
  try {
    const rows = await read(graph, batchedText(text), batch);
    const rowsOf: Row[][] = asks.map(() => []);
    for (const { ask, ...row } of rows) rowsOf[ask as number]!.push(row);
    for (const [index, { resolve }] of asks.entries()) resolve(rowsOf[index]!);
  } catch (error) {
    // What one ask did, such as taking too long, must not fail the others.
    if (isOfOneRead(error)) await Promise.all(asks.map((ask) => runAlone(graph, text, ask)));
    else for (const { reject } of asks) reject(error);
  }
}

const runAlone = (graph: Graph, text: string, { parameters, resolve, reject }: Ask) =>
  read(graph, text, parameters).then(resolve, reject);

const isOfOneRead = (error: unknown) =>
  error instanceof neo4j.Neo4jError && error.code.startsWith('Neo.ClientError');

/** Strings and quoted names, in which nothing is a parameter or a clause; else a parameter. */
const PARAMETERS = /'(?:[^'\\]|\\[\s\S])*'?|"(?:[^"\\]|\\[\s\S])*"?|`[^`]*`?|\$(\w+)/g;
const SUBQUERIES = /'(?:[^'\\]|\\[\s\S])*'?|"(?:[^"\\]|\\[\s\S])*"?|`[^`]*`?|\bCALL \(([^()]*)\) \{/g;
const LIMITS = /'(?:[^'\\]|\\[\s\S])*'?|"(?:[^"\\]|\\[\s\S])*"?|`[^`]*`?|\bLIMIT \$(\w+)/g;

const texts = new Map<string, string>();
const shared = new Map<string, string[]>();

/** Parameters that all reads of a batch must share, because LIMIT takes no value of a row. */
function sharedParameters(text: string): string[] {
  let names = shared.get(text);
  if (!names) {
    names = [...text.matchAll(LIMITS)].flatMap(([, name]) => name ?? []);
    shared.set(text, names);
  }
  return names;
}

/** A text that runs for the list `$asks` of parameters, each row with the place of its read in the list as `ask`. */
export function batchedText(text: string): string {
  let batched = texts.get(text);
  if (!batched) {
    const isShared = new Set(sharedParameters(text));
    const body = text
      .replaceAll(PARAMETERS, (found, name?: string) =>
        name === undefined || isShared.has(name) ? found : `$asks[ask].${name}`,
      )
      .replaceAll(SUBQUERIES, (found, scope?: string) =>
        scope === undefined ? found : `CALL (${scope ? `${scope}, ` : ''}ask) {`,
      );
    batched = `UNWIND range(0, size($asks) - 1) AS ask\nCALL (ask) {\n${body}\n}\nRETURN *`;
    texts.set(text, batched);
  }
  return batched;
}
