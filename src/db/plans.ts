import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { Neo4jError } from 'neo4j-driver';
import { QUERIES } from '../limits.ts';
import { type Graph, type Parameters, readOnce } from './client.ts';

/*
 * A database plans a text when it is first sent with parameters of these types, and again for lists and strings of another
 * order of magnitude. That takes a cold database seconds, far longer than a read may take, and EXPLAIN does not do it: the
 * plan of an EXPLAIN is kept apart. So a text is first sent with parameters that find nothing, and with more time.
 */

/** Texts that are planned at the same time: planning takes a processor, and reads need one too. */
const AT_ONCE = 3;

/** What a database has planned since this process began. */
export class Plans {
  readonly #known = new LRUCache<string, Set<string>>({ max: QUERIES.plans });
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #lanes = Array.from({ length: AT_ONCE }, (): Promise<unknown> => Promise.resolve());
  #turn = 0;
  #since = 0;
  #spent = 0;

  has(text: string, parameters: Parameters): boolean {
    return this.#known.get(text)?.has(shapeOf(parameters)) ?? false;
  }

  /** To be called where the database was started anew. */
  forget(): void {
    this.#known.clear();
  }

  /**
   * Waits until a text is planned.
   * @throws Error where the database is gone.
   */
  async ensure(graph: Graph, text: string, parameters: Parameters): Promise<void> {
    if (this.has(text, parameters)) return;
    const shape = shapeOf(parameters);
    const key = `${shape}\n${text}`;
    let planning = this.#underWay.get(key);
    if (!planning) {
      if (this.#underWay.size === 0) this.#since = performance.now();
      planning = this.#inTurn(() => plan(graph, text, parameters)).finally(() => {
        this.#underWay.delete(key);
        if (this.#underWay.size === 0) this.#spent += performance.now() - this.#since;
      });
      this.#underWay.set(key, planning);
    }
    await planning;
    const shapes = this.#known.get(text) ?? new Set();
    this.#known.set(text, shapes.add(shape));
  }

  /** Milliseconds during which anything was planned, so far: they count against no time limit of a response. */
  get spent(): number {
    return this.#spent + (this.#underWay.size > 0 ? performance.now() - this.#since : 0);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const lane = this.#turn++ % AT_ONCE;
    const done = this.#lanes[lane]!.then(work);
    this.#lanes[lane] = done.catch(() => {});
    return done;
  }
}

async function plan(graph: Graph, text: string, parameters: Parameters): Promise<void> {
  const patient = { ...graph, readTimeout: Math.max(graph.readTimeout, QUERIES.planning) };
  const planning = readOnce(patient, text, blank(parameters) as Parameters);
  try {
    await whileAlive(graph, planning);
  } catch (error) {
    // That a value is none of a date, or the like, is found when the plan is there.
    if (!(error instanceof Neo4jError && error.code.startsWith('Neo.ClientError.'))) throw error;
  }
}

/** Waits for a piece of work only while the database responds to something else. */
async function whileAlive<T>(graph: Graph, work: Promise<T>): Promise<T> {
  let isOver = false;
  const gone = (async () => {
    for (;;) {
      await sleep(QUERIES.pulse, undefined, { ref: false });
      if (isOver) return work;
      await readOnce(graph, 'RETURN 1 AS alive', {});
    }
  })();
  gone.catch(() => {});
  work.catch(() => {});
  try {
    return await Promise.race([work, gone]);
  } finally {
    isOver = true;
  }
}

/** Parameters of the same types and sizes that are found nowhere. */
function blank(value: unknown): unknown {
  if (typeof value === 'string') return 'z'.repeat(value.length);
  if (Array.isArray(value)) return value.map(blank);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, blank(inner)]));
}

/** What a plan depends on: the types of parameters, and of strings and lists the order of magnitude of their length. */
const shapeOf = (parameters: Parameters): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name} ${sizeOf(value)}`)
    .join();

function sizeOf(value: unknown): string {
  if (typeof value === 'string') return `s${magnitude(value.length)}`;
  if (Array.isArray(value)) return `l${magnitude(value.length)}`;
  return value === null ? 'null' : typeof value;
}

const magnitude = (length: number) => (length === 0 ? 0 : Math.ceil(Math.log10(length)));
