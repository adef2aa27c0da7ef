import { setTimeout as sleep } from 'node:timers/promises';
import Fastify from 'fastify';
import { Neo4jError } from 'neo4j-driver';
import { describe, expect, test } from 'vitest';
import { DatabaseTimeoutError } from '../../src/db/client.ts';
import { Gate, refusedWhenFull } from '../../src/http/gate.ts';
import { sendPaced } from '../../src/http/paced-refusals.ts';
import { registerProblems } from '../../src/http/problem.ts';
import { LOAD } from '../../src/limits.ts';

const gateOf = (settings: Partial<ConstructorParameters<typeof Gate>[0]> = {}) =>
  new Gate({ most: 4, enough: 1, target: 50, deadline: 10_000, longestWait: 100, ...settings });

/** Work that ends when it is told to. */
function work() {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let begun = false;
  const run = () => {
    begun = true;
    return promise;
  };
  return { run, resolve, reject, hasBegun: () => begun };
}

describe('what may be done at once', () => {
  test('is done at once, and the next in its turn', async () => {
    const gate = gateOf({ most: 2, longestWait: 10_000 });
    const all = Array.from({ length: 4 }, work);
    const done = all.map(({ run }) => gate.run(run));
    expect(all.map(({ hasBegun }) => hasBegun())).toEqual([true, true, false, false]);
    all[0]!.resolve();
    await done[0];
    expect(all.map(({ hasBegun }) => hasBegun())).toEqual([true, true, true, false]);
    for (const { resolve } of all) resolve();
    await Promise.all(done);
  });

  test('is refused where its turn does not come in time, and is never done then', async () => {
    const gate = gateOf({ most: 1, longestWait: 50, target: 10 });
    const [first, second] = [work(), work()];
    const done = gate.run(first.run);
    await expect(gate.run(second.run)).rejects.toMatchObject({ code: 'overloaded' });
    first.resolve();
    await done;
    expect(second.hasBegun()).toBe(false);
    await gate.run(() => {});
  });

  test('is refused at once where the others that wait would take too long', async () => {
    const gate = gateOf({ most: 1, longestWait: 60_000, target: 25_000 });
    const begun = work();
    const waiting = [gate.run(begun.run), gate.run(() => {}), gate.run(() => {})];
    expect(gate.isFull).toBe(true);
    await expect(gate.run(() => {})).rejects.toMatchObject({ code: 'overloaded' });
    begun.resolve();
    await Promise.all(waiting);
    expect(gate.isFull).toBe(false);
  });

  test('gives its place back when it fails', async () => {
    const gate = gateOf({ most: 1 });
    for (let count = 0; count < 5; count++)
      await expect(gate.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await gate.run(() => {});
  });
});

/** How many of so many that come at the same time are let in. */
async function letIn(gate: Gate, many: number): Promise<number> {
  const all = Array.from({ length: many }, work);
  const done = all.map(({ run }) => gate.run(run).catch(() => {}));
  const count = all.filter(({ hasBegun }) => hasBegun()).length;
  for (const { resolve } of all) resolve();
  await Promise.all(done);
  return count;
}

describe('how much may be done at once', () => {
  const slow = () => sleep(20);
  const together = (gate: Gate, done: () => Promise<unknown> = slow) =>
    Promise.all(Array.from({ length: 16 }, () => gate.run(done).catch(() => {})));

  test('falls while it takes too long, and rises again when it does not', async () => {
    const gate = gateOf({ most: 16, enough: 4, target: 10, longestWait: 60_000 });
    expect(await letIn(gate, 32)).toBe(16);
    for (let round = 0; round < 20; round++) await together(gate);
    expect(await letIn(gate, 32)).toBeLessThanOrEqual(5);
    for (let round = 0; round < 60; round++) await together(gate, async () => {});
    expect(await letIn(gate, 32)).toBeGreaterThanOrEqual(12);
  });

  test('falls no further than what helps, unless what is done comes too late', async () => {
    const gate = gateOf({ most: 16, enough: 8, target: 10, deadline: 60_000, longestWait: 60_000 });
    for (let round = 0; round < 6; round++) await together(gate);
    expect(await letIn(gate, 32)).toBe(8);
    const late = gateOf({ most: 16, enough: 8, target: 5, deadline: 10, longestWait: 60_000 });
    for (let round = 0; round < 6; round++) await together(late);
    expect(await letIn(late, 32)).toBe(1);
  });

  test('falls no further where what is done is late for plans that are made', async () => {
    const plans = { spent: 0, has: () => false, ensure: async () => {} };
    const gate = gateOf({ most: 16, enough: 8, target: 5, deadline: 10, longestWait: 60_000, plans });
    const planned = async () => {
      const started = performance.now();
      await sleep(20);
      plans.spent += performance.now() - started;
    };
    for (let round = 0; round < 6; round++) await together(gate, planned);
    expect(await letIn(gate, 32)).toBe(8);
    for (let round = 0; round < 6; round++) await together(gate);
    expect(await letIn(gate, 32)).toBe(1);
  });

  test.each([
    ['says nothing', new DatabaseTimeoutError()],
    ['lets no connection through', new Neo4jError('no connection', 'ServiceUnavailable', '', '')],
  ])('is not learnt from a database that %s', async (_what, error) => {
    const gate = gateOf({ most: 16, enough: 4, target: 10, deadline: 15, longestWait: 60_000 });
    const silent = async () => {
      await sleep(20);
      throw error;
    };
    for (let round = 0; round < 10; round++) await together(gate, silent);
    expect(await letIn(gate, 32)).toBe(16);
  });

  test('is not learnt from what was slow alone', async () => {
    const gate = gateOf({ most: 16, enough: 4, target: 10, deadline: 15, longestWait: 60_000 });
    for (let round = 0; round < 10; round++) await gate.run(slow);
    expect(await letIn(gate, 32)).toBe(16);
  });
});

test('what cannot have its turn is told when to try again', async () => {
  const gate = gateOf({ most: 1, longestWait: 0 });
  const busy = work();
  const done = gate.run(busy.run);
  const app = Fastify();
  registerProblems(app);
  app.get('/', { onRequest: refusedWhenFull(gate) }, () => 'done');
  const { statusCode, headers } = await app.inject('/');
  expect([statusCode, headers['retry-after']]).toEqual([503, LOAD.retryAfter]);
  busy.resolve();
  await done;
  expect((await app.inject('/')).statusCode).toBe(200);
});

test('refusals are sent at once, but those of clients that keep coming are held back a little', async () => {
  let sent = 0;
  const started = performance.now();
  const refuse = (many: number) => {
    for (let count = 0; count < many; count++) sendPaced(() => sent++);
  };
  refuse(5);
  expect(sent).toBe(5);
  const held = (LOAD.refusals * LOAD.heldBack) / 1000;
  refuse(2 * held);
  expect(sent).toBeLessThanOrEqual(held + 5 + LOAD.refusals / 50);
  await expect.poll(() => sent, { timeout: 10 * LOAD.heldBack }).toBe(2 * held + 5);
  expect(performance.now() - started).toBeGreaterThan(0.8 * LOAD.heldBack);
  // Once nobody comes, the next one is told at once again.
  await sleep(100);
  refuse(1);
  expect(sent).toBe(2 * held + 6);
});
