import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import getPort from 'get-port';
import { toxiproxy } from './tools.ts';

type Stream = 'upstream' | 'downstream';
export type Toxic = [type: string, attributes: Record<string, number>, stream?: Stream];

/** A way to a database that can be disturbed. */
export interface ToxicProxy {
  port: number;
  /** Whether anybody is let through; connections end where nobody is. */
  enable(enabled: boolean): Promise<void>;
  disturb(...toxic: Toxic): Promise<void>;
  /** Ends all connections, and disturbs those that come in these ways only. */
  disturbAnew(toxics: Toxic[]): Promise<void>;
  /** Takes away all that was done to it. */
  heal(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts toxiproxy on loopback, before one address. */
export async function startToxicProxy(upstream: string): Promise<ToxicProxy> {
  const program = await toxiproxy();
  const [control, port] = [await getPort({ host: '127.0.0.1' }), await getPort({ host: '127.0.0.1' })];
  const ask = async (path: string, body: object = {}) => {
    const response = await fetch(`http://127.0.0.1:${control}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`toxiproxy answers ${response.status}: ${await response.text()}`);
  };
  const begin = async (enabled: boolean) => {
    const child = await untilItAnswers(program, control);
    await ask('/proxies', { name: 'neo4j', listen: `127.0.0.1:${port}`, upstream, enabled });
    return child;
  };
  const disturb = (...[type, attributes, stream = 'downstream']: Toxic) =>
    ask('/proxies/neo4j/toxics', { name: `${type} ${stream}`, type, stream, toxicity: 1, attributes });
  let child = await begin(true);
  return {
    port,
    enable: (enabled) => ask('/proxies/neo4j', { enabled }),
    disturb,
    // Another process, since toxiproxy never ends to wait for connections that it has reset or cut itself.
    async disturbAnew(toxics) {
      await end(child);
      child = await begin(false);
      for (const toxic of toxics) await disturb(...toxic);
      await ask('/proxies/neo4j', { enabled: true });
    },
    heal: () => ask('/reset'),
    stop: () => end(child),
  };
}

async function untilItAnswers(program: string, control: number): Promise<ChildProcess> {
  const child = spawn(program, ['-host', '127.0.0.1', '-port', String(control)], { stdio: 'ignore' });
  const responds = () =>
    fetch(`http://127.0.0.1:${control}/version`).then(
      () => true,
      () => false,
    );
  while (!(await responds())) {
    if (child.exitCode !== null) throw new Error('toxiproxy ended while it started');
    await sleep(50);
  }
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
