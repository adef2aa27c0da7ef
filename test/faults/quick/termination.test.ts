import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { projectFolder } from '../../../src/project.ts';
import { testDatabase } from '../../support/database.ts';
import { faultRow } from '../../support/fault-row.ts';
import { expectNoLeak } from '../../support/leaks.ts';

const IN_FLIGHT = 20;
const FORM = new URLSearchParams({ queries: '{"q":{"query":"Munir"}}' }).toString();

/** Starts the service on the database of this run. */
async function serving() {
  const { uri, user, password, database } = testDatabase().connection;
  const env = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
  const child = spawn(process.execPath, ['src/cli.ts', 'serve'], {
    cwd: projectFolder,
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  const ended = once(child, 'exit') as Promise<[code: number | null, signal: string | null]>;
  for (;;) {
    const address = /On Record serves http:\/\/\S+:(\d+)/.exec(output);
    if (address) return { child, ended, port: Number(address[1]), output: () => output };
    if (child.exitCode !== null) throw new Error(output);
    await sleep(50);
  }
}

/** The first question of a shape may take longer than a read may, on a busy machine. */
async function planned(port: number): Promise<void> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const ask = () => fetch(`http://127.0.0.1:${port}/v1/reconcile`, { method: 'POST', headers, body: FORM });
  while ((await ask()).status !== 200) await sleep(200);
}

/** A request on a connection that its client would keep, of which the last byte is still to come. */
class Request {
  readonly #socket: Socket;
  received = '';

  constructor(port: number) {
    this.#socket = connect(port, '127.0.0.1').setNoDelay();
    this.#socket.on('error', () => {});
    this.#socket.on('data', (chunk) => {
      this.received += chunk;
    });
    const head = [
      'POST /v1/reconcile HTTP/1.1',
      'Host: x',
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${FORM.length}`,
      'Expect: 100-continue',
    ];
    this.#socket.write(`${head.join('\r\n')}\r\n\r\n${FORM.slice(0, -1)}`);
  }

  finish() {
    this.#socket.write(FORM.slice(-1));
    return once(this.#socket, 'close');
  }

  destroy() {
    this.#socket.destroy();
  }
}

/** The processes that a process started, and those that they did. */
function descendants(pid: number): number[] {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const below = (parent: number): number[] =>
    all.filter(([, of]) => of === parent).flatMap(([one]) => [one, ...below(one)]);
  return below(pid);
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

faultRow(
  27,
  'SIGTERM with 20 in flight',
  async () => {
    const { child, ended, port, output } = await serving();
    await planned(port);
    const requests = Array.from({ length: IN_FLIGHT }, () => new Request(port));
    try {
      // The service says so once it has the head of a request.
      while (!requests.every(({ received }) => received.startsWith('HTTP/1.1 100 '))) await sleep(20);
      const children = descendants(child.pid!);
      child.kill('SIGTERM');
      const started = performance.now();
      await sleep(300);
      expect(child.exitCode, output()).toBeNull();
      await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
      const closed = Promise.all(requests.map((request) => request.finish()));
      const [code, signal] = await ended;
      const took = performance.now() - started;
      await closed;
      for (const { received } of requests) {
        expect(received.slice(0, 900)).toMatch(/^HTTP\/1\.1 100 .*?\r\n\r\nHTTP\/1\.1 200 /s);
        expect(received).toContain('asim-munir');
        expectNoLeak(received);
      }
      expect([code, signal], output()).toEqual([0, null]);
      expect(took).toBeLessThan(10_000);
      expect(children.filter(isAlive)).toEqual([]);
      return `${requests.length} answered, exit code ${code} after ${(took / 1000).toFixed(1)} s, no child left`;
    } finally {
      for (const request of requests) request.destroy();
      child.kill('SIGKILL');
    }
  },
  60_000,
);
