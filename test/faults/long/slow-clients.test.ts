import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect } from 'vitest';
import { descriptors } from '../../../bench/serve/processes.ts';
import { testDatabase } from '../../support/database.ts';
import { faultRow } from '../../support/fault-row.ts';
import { expectGood, expectNoLeak } from '../../support/leaks.ts';
import { readyService, type Served } from '../../support/served.ts';

const DRIP = 500;
const FREE_AFTER = 10_000;
/** What the service opens for its own work meanwhile. */
const OWN = 10;

const HEADERS = 'GET /v1/statements HTTP/1.1\r\nHost: x\r\nX-Slow: ';
const BODY = [
  'POST /v1/reconcile HTTP/1.1',
  'Host: x',
  'Content-Type: application/x-www-form-urlencoded',
  'Content-Length: 1000',
  '',
  'queries=',
].join('\r\n');

let service: Served;
beforeAll(async () => {
  service = await readyService(testDatabase().connection);
});
afterAll(() => service?.stop());

interface Slow {
  socket: Socket;
  received: string;
  /** Milliseconds until the service had enough; it may close its own half alone. */
  after?: number;
}

/** Sends a beginning, and then a byte now and then; where the service ends the connection, it keeps its own half open. */
async function drip(beginning: string, drips = true): Promise<Slow> {
  const started = performance.now();
  const port = Number(new URL(service.url).port);
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }).setNoDelay();
  const slow: Slow = { socket, received: '' };
  const timer = setInterval(() => drips && socket.writable && socket.write('x'), DRIP);
  const end = () => {
    slow.after ??= performance.now() - started;
    clearInterval(timer);
  };
  socket.on('data', (chunk) => {
    slow.received += chunk;
  });
  socket.on('error', () => {});
  socket.once('end', end).once('close', end);
  await once(socket, 'connect');
  socket.write(beginning);
  return slow;
}

/** Opens connections while good requests go on, and sees what is left of them ten seconds later. */
async function withstand(beginnings: [bytes: string, count: number, drips?: boolean][]) {
  await expectGood((path) => fetch(service.url + path));
  await sleep(500);
  const before = descriptors(service.pid);
  const slow = await Promise.all(
    beginnings.flatMap(([bytes, count, drips]) => Array.from({ length: count }, () => drip(bytes, drips))),
  );
  const most = descriptors(service.pid);
  const started = performance.now();
  const took: number[] = [];
  try {
    while (performance.now() - started < FREE_AFTER) {
      const asked = performance.now();
      const response = await fetch(`${service.url}/v1/countries?limit=5`);
      await response.arrayBuffer();
      took.push(performance.now() - asked);
      expect(response.status).toBe(200);
      await sleep(20);
    }
    const left = descriptors(service.pid) - before;
    for (const { received } of slow) {
      expect(received).toMatch(/^HTTP\/1\.1 4\d\d /);
      expectNoLeak(received);
    }
    expect(left).toBeLessThanOrEqual(OWN);
    const p99 = took.toSorted((a, b) => a - b)[Math.ceil(took.length * 0.99) - 1]!;
    await expectGood((path) => fetch(service.url + path));
    const last = Math.max(...slow.map(({ after = Number.POSITIVE_INFINITY }) => after));
    return { all: slow.length, last, p99, good: took.length, held: most - before, left };
  } finally {
    for (const { socket } of slow) socket.destroy();
  }
}

faultRow(
  25,
  'slowloris, 200 headers + 200 bodies',
  async () => {
    const { all, last, p99, good, held, left } = await withstand([
      [HEADERS, 200],
      [BODY, 200],
    ]);
    expect(last).toBeLessThanOrEqual(7000);
    expect(good).toBeGreaterThan(50);
    expect(p99).toBeLessThan(200);
    return `all ${all} closed after ${(last / 1000).toFixed(1)} s; ${held} descriptors more at first, ${left} after 10 s; p99 of ${good} good GETs ${p99.toFixed(0)} ms`;
  },
  60_000,
);

faultRow(
  33,
  'connections of which the client keeps its half open',
  async () => {
    const kinds: [bytes: string, count: number, drips?: boolean][] = [
      [HEADERS, 150],
      [BODY, 150],
      ['BAD\r\n\r\n', 150, false],
      ['', 30, false],
    ];
    const slow = await withstand(kinds);
    const bad = await withstand([['BAD\r\n\r\n', 700, false]]);
    const { all, held, left } = slow;
    return `${all} slow or broken ones: ${held} descriptors more at first, ${left} after 10 s; 700 broken ones at once: ${bad.held}, then ${bad.left}`;
  },
  90_000,
);
