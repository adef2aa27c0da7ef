import type { onRequestHookHandler } from 'fastify';
import { type Graph, isUnanswered, type KnownPlans, responseTimeout } from '../db/client.ts';
import { DRAFTING, HTTP, LOAD } from '../limits.ts';
import { sendPaced } from './paced-refusals.ts';
import { overloaded } from './problem.ts';

interface GateSettings {
  /** Pieces of work under way at once: at most, and so few that none is faster where there are fewer. */
  most: number;
  enough: number;
  /** Milliseconds that a piece of work should take, and after which it is of no use. */
  target: number;
  deadline: number;
  /** Milliseconds that a piece of work may wait for its turn. */
  longestWait: number;
  /** What is late for their making is no sign that fewer would be in time. */
  plans?: KnownPlans;
}

export interface Gates {
  reading: Gate;
  writing: Gate;
  drafting: Gate;
}

/** The gates of a service: reads, writes and drafts each have their own, so that none waits for the other. */
export const openGates = (graph: Graph): Gates => ({
  reading: new Gate({
    ...LOAD.reads,
    target: graph.readTimeout * LOAD.goodShare,
    deadline: responseTimeout(graph),
    longestWait: graph.readTimeout * LOAD.waitingShare,
    plans: graph.plans,
  }),
  writing: new Gate({
    most: LOAD.writes,
    enough: LOAD.writes,
    target: LOAD.firstWrite,
    deadline: HTTP.writeTimeout,
    longestWait: LOAD.longestWriterWait,
  }),
  drafting: new Gate({
    most: 1,
    enough: 1,
    target: LOAD.firstDraft,
    deadline: DRAFTING.timeout,
    longestWait: LOAD.longestWriterWait,
  }),
});

/** Refuses a request before anything is done for it where its turn would come too late. */
export const refusedWhenFull =
  (gate: Gate): onRequestHookHandler =>
  (_request, _reply, done) => {
    if (gate.isFull) sendPaced(() => done(overloaded()));
    else done();
  };

/** How much of what was learnt a new piece of work changes. */
const LEARNT = 0.1;
/** To which share fewer are let in after too slow a piece of work: the slower it was the fewer, between these two. */
const BACK_OFF = { least: 0.9, most: 0.5 };

/**
 * Lets so many pieces of work go on at once as the database does well with: more would each take longer, until none is in
 * time and all that was done for them is lost. The number is found by additive increase and multiplicative decrease, as
 * that of packets under way in TCP is. What cannot have its turn in time is refused before anything is done for it.
 */
export class Gate {
  readonly #settings: GateSettings;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #limit: number;
  /** Milliseconds that a piece of work took lately. */
  #took: number;
  #slowedAt = 0;

  constructor(settings: GateSettings) {
    this.#settings = settings;
    this.#limit = settings.most;
    this.#took = settings.target;
  }

  /** Whether what came now would have to wait too long. */
  get isFull(): boolean {
    if (this.#running < this.#limit) return false;
    return ((this.#waiting.length + 1) * this.#took) / this.#limit > this.#settings.longestWait;
  }

  /**
   * Does the work when its turn has come.
   * @throws Problem `overloaded` where that would be too late.
   */
  async run<T>(work: () => Promise<T> | T): Promise<T> {
    if (this.#running < this.#limit) this.#running++;
    else await this.#turn();
    const atOnce = this.#running;
    const wasUsed = atOnce >= this.#limit;
    const started = performance.now();
    const plannedBefore = this.#planned;
    const learn = () =>
      this.#learn(started, this.#planned - plannedBefore, Math.max(atOnce, this.#running), wasUsed);
    try {
      const outcome = await work();
      learn();
      return outcome;
    } catch (error) {
      // What a database that is gone takes tells nothing of how much it could do.
      if (!isUnanswered(error)) learn();
      throw error;
    } finally {
      this.#running--;
      this.#admit();
    }
  }

  #turn(): Promise<void> {
    if (this.isFull) throw overloaded();
    return new Promise((resolve, reject) => {
      const admit = () => {
        clearTimeout(timer);
        this.#running++;
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(admit), 1);
        reject(overloaded());
      }, this.#settings.longestWait);
      this.#waiting.push(admit);
    });
  }

  #admit(): void {
    while (this.#running < this.#limit && this.#waiting.length > 0) this.#waiting.shift()!();
  }

  /** Milliseconds during which plans were made, so far. */
  get #planned(): number {
    return this.#settings.plans?.spent ?? 0;
  }

  #learn(started: number, planned: number, atOnce: number, wasUsed: boolean): void {
    const { most, enough, target, deadline } = this.#settings;
    const took = performance.now() - started;
    this.#took += LEARNT * (took - this.#took);
    const isLate = took - planned > deadline;
    const isSlow = isLate || (took > target && this.#limit > enough);
    const least = isLate ? 1 : enough;
    // What had no others beside it was not slow for them, and what began before the last change tells nothing of how it is now.
    if (isSlow && atOnce > least && started > this.#slowedAt) {
      const share = Math.min(Math.max(target / took, BACK_OFF.most), BACK_OFF.least);
      this.#limit = Math.max(this.#limit * share, least);
      this.#slowedAt = performance.now();
    } else if (!isSlow && wasUsed) {
      this.#limit = Math.min(this.#limit + 1 / this.#limit, took > target ? enough : most);
    }
  }
}
