import { once } from 'node:events';
import { parentPort, Worker } from 'node:worker_threads';

/** What a thread is started with. */
interface ThreadSettings {
  /** Its file: plain JavaScript of `bin`, which starts what strips types. */
  file: URL;
  /** Megabytes that it may take. */
  memory: number;
  /** Milliseconds that one piece of work may take. */
  timeout: number;
}

/** What a thread asks of who started it, by name. */
interface Question {
  of: string;
  given: readonly unknown[];
}

type FromThread<Outcome> = { question: Question } | { outcome: Outcome } | { failure: string };
type ToThread<Order> = { order: Order } | { reply: unknown };

/** What a thread may ask, by name. */
type Replies = Record<string, (...given: never[]) => Promise<unknown>>;

const STOPPED = 'the thread was stopped';

/** A piece of work took more memory or time than it may. */
export class TooCostly extends Error {
  readonly what: 'more memory' | 'longer';

  constructor(what: 'more memory' | 'longer') {
    super(`the work takes ${what} than it may`);
    this.what = what;
  }
}

/**
 * Does work in a thread of its own, one piece after another: the process goes on responding meanwhile, and where a piece takes all
 * the time or memory that it may, the thread ends and nothing else; it is started again with the next one.
 */
export class WorkThread<Order, Outcome> {
  readonly #settings: ThreadSettings;
  #queue: Promise<unknown> = Promise.resolve();
  #worker: Worker | null = null;
  #isStopped = false;

  constructor(settings: ThreadSettings) {
    this.#settings = settings;
  }

  /** Starts it, so that the first piece of work does not wait for it. */
  start(): void {
    this.#worker ??= this.#startWorker();
  }

  /** Ends it for good: the piece of work that it does fails, and so do those that wait. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#worker?.terminate();
  }

  /**
   * Does a piece of work when those before it are done.
   * @param replies what it may ask meanwhile.
   * @throws TooCostly; what a reply throws.
   */
  run(order: Order, replies: object = {}): Promise<Outcome> {
    const done = this.#queue.then(() => this.#run(order, replies as Replies));
    this.#queue = done.catch(() => {});
    return done;
  }

  #startWorker(): Worker {
    const { file, memory: maxOldGenerationSizeMb } = this.#settings;
    const started = new Worker(file, {
      resourceLimits: { maxOldGenerationSizeMb },
    });
    started.on('exit', () => {
      if (this.#worker === started) this.#worker = null;
    });
    // Who waits for work hears of it; a thread that fails while nobody waits is started anew.
    started.on('error', () => {});
    started.unref();
    return started;
  }

  #run(order: Order, replies: Replies): Promise<Outcome> {
    if (this.#isStopped) throw new Error(STOPPED);
    this.#worker ??= this.#startWorker();
    const worker = this.#worker;
    const tell = (message: ToThread<Order>) => worker.postMessage(message);
    const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
    const end = (error: unknown) => {
      this.#worker = null;
      worker.terminate();
      reject(error);
    };
    const onMessage = (message: FromThread<Outcome>) => {
      if ('question' in message) {
        const { of, given } = message.question;
        replies[of]!(...(given as never[])).then((reply) => tell({ reply }), end);
      } else if ('outcome' in message) resolve(message.outcome);
      else reject(new Error(message.failure));
    };
    const onError = (error: Error & { code?: string }) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TooCostly('more memory') : error);
    const onExit = () => end(new Error(STOPPED));
    const timer = setTimeout(() => end(new TooCostly('longer')), this.#settings.timeout);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit).ref();
    tell({ order });
    return promise.finally(() => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref();
    });
  }
}

/** Within the thread: who started it, as far as it lets itself be asked. */
export const starterAs = <Known extends object>(...names: (keyof Known & string)[]): Known =>
  Object.fromEntries(names.map((of) => [of, (...given: unknown[]) => ask({ of, given })])) as Known;

async function ask(question: Question): Promise<unknown> {
  say({ question });
  const [{ reply }] = await once(parentPort!, 'message');
  return reply;
}

/** Within the thread: does each piece of work that it is told. */
export function takeOrders<Order, Outcome>(work: (order: Order) => Promise<Outcome>): void {
  parentPort!.on('message', async (message: ToThread<Order>) => {
    if (!('order' in message)) return;
    say(
      await work(message.order).then(
        (outcome) => ({ outcome }),
        (error: unknown) => ({ failure: String((error as Error).stack) }),
      ),
    );
  });
}

const say = (message: FromThread<unknown>) => parentPort!.postMessage(message);
