import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { listeningService } from '../../consumers/listening.ts';
import { faultRow } from '../../support/fault-row.ts';
import { expectGood, expectNoLeak } from '../../support/leaks.ts';

const service = listeningService();
const EACH = 200;
const DRIP = 500;
const PATIENCE = 10_000;

const HEADERS = 'GET /v1/statements HTTP/1.1\r\nHost: x\r\nX-Slow: ';
const BODY = [
  'POST /v1/reconcile HTTP/1.1',
  'Host: x',
  'Content-Type: application/x-www-form-urlencoded',
  'Content-Length: 1000',
  '',
  'queries=',
].join('\r\n');

interface Ended {
  after: number;
  received: string;
}

/** Sends a beginning and then a byte now and then, until the service has enough. */
async function drip(port: number, beginning: string): Promise<Ended> {
  const started = performance.now();
  const socket = connect(port, '127.0.0.1').setNoDelay();
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk;
  });
  socket.on('error', () => {});
  socket.write(beginning);
  const timer = setInterval(() => socket.writable && socket.write('x'), DRIP);
  await Promise.race([once(socket, 'close'), sleep(PATIENCE, null, { ref: false })]);
  clearInterval(timer);
  socket.destroy();
  return { after: performance.now() - started, received };
}

faultRow(
  25,
  'slowloris, 200 headers + 200 bodies',
  async () => {
    await expectGood((path) => fetch(service.url + path));
    const port = Number(new URL(service.url).port);
    const slow = Array.from({ length: EACH }, () => [drip(port, HEADERS), drip(port, BODY)]).flat();
    let open = true;
    const closing = Promise.all(slow).then((all) => {
      open = false;
      return all;
    });
    const took: number[] = [];
    while (open) {
      const started = performance.now();
      const response = await fetch(`${service.url}/v1/countries?limit=5`);
      await response.arrayBuffer();
      took.push(performance.now() - started);
      expect(response.status).toBe(200);
      await sleep(20);
    }
    const ended = await closing;
    for (const { received } of ended) {
      expect(received).toMatch(/^HTTP\/1\.1 4\d\d /);
      expectNoLeak(received);
    }
    const last = Math.max(...ended.map(({ after }) => after));
    expect(last).toBeLessThanOrEqual(7000);
    expect(took.length).toBeGreaterThan(50);
    const p99 = took.toSorted((a, b) => a - b)[Math.ceil(took.length * 0.99) - 1]!;
    expect(p99).toBeLessThan(200);
    await expectGood((path) => fetch(service.url + path));
    return `all ${ended.length} closed after ${(last / 1000).toFixed(1)} s; p99 of ${took.length} good GETs ${p99.toFixed(0)} ms`;
  },
  30_000,
);
