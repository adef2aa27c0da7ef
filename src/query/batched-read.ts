import neo4j, { type Driver } from 'neo4j-driver';
import { clientTimeout, type Graph, type Parameters, type Row, read, withTimeout } from '../db/client.ts';
import { batchedText, sharedParameters } from './batched-text.ts';

/** Together, and at a time: more of either made each request wait longer and no more of them pass. */
const MOST_TOGETHER = 16;
const MOST_RUNNING = 3;
/** Milliseconds that a batch should take at most: heavy queries go alone, so that none waits for another's rows. */
const BATCH_TIME = 50;

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
 * Like `read`, but reads of the same text that wait at the same time are sent as one. Nothing is held back for company:
 * a read that finds no other under way goes at once.
 */
export function batchedRead(graph: Graph, text: string, parameters: Parameters = {}): Promise<Row[]> {
  const lanes = lanesOf.get(graph.driver) ?? { open: new Map(), cost: new Map() };
  lanesOf.set(graph.driver, lanes);
  const key = [text, ...sharedParameters(text).map((name) => parameters[name])].join('\n');
  const lane = lanes.open.get(key) ?? { waiting: [], running: 0 };
  lanes.open.set(key, lane);
  const send = () => {
    while (lane.running < MOST_RUNNING && lane.waiting.length > 0) {
      const together = Math.floor(BATCH_TIME / (lanes.cost.get(text) ?? BATCH_TIME / MOST_TOGETHER));
      const asks = lane.waiting.splice(0, Math.min(Math.max(together, 1), MOST_TOGETHER));
      lane.running++;
      const started = performance.now();
      answerTogether(graph, text, asks).finally(() => {
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

async function answerTogether(graph: Graph, text: string, asks: Ask[]): Promise<void> {
  if (asks.length === 1) return answerAlone(graph, text, asks[0]!);
  const shared = Object.fromEntries(sharedParameters(text).map((name) => [name, asks[0]!.parameters[name]]));
  try {
    const rows = await read(graph, batchedText(text), {
      ...shared,
      asks: asks.map(({ parameters }) => parameters),
    });
    const rowsOf: Row[][] = asks.map(() => []);
    for (const { ask, ...row } of rows) rowsOf[ask as number]!.push(row);
    for (const [index, { resolve }] of asks.entries()) resolve(rowsOf[index]!);
  } catch (error) {
    // What one ask did, such as taking too long, must not fail the others.
    if (isOfTheAsk(error)) await Promise.all(asks.map((ask) => answerAlone(graph, text, ask)));
    else for (const { reject } of asks) reject(error);
  }
}

const answerAlone = (graph: Graph, text: string, { parameters, resolve, reject }: Ask) =>
  read(graph, text, parameters).then(resolve, reject);

const isOfTheAsk = (error: unknown) =>
  error instanceof neo4j.Neo4jError && error.code.startsWith('Neo.ClientError');
