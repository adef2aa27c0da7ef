import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, portAnswers } from '../../src/neo4j/ports.ts';
import { toxiproxy } from './tools.ts';

export type Stream = 'upstream' | 'downstream';

export type Toxic = [type: string, attributes: Record<string, number>, stream?: Stream];

/** A way to a database that can be disturbed. */
export interface ToxicProxy {
  port: number;
  /** Whether anybody is let through; connections end where nobody is. */
  enable(enabled: boolean): Promise<void>;
  disturb(...toxic: Toxic): Promise<void>;
  /** Ends all connections, and disturbs those that come. */
  disturbAnew(toxics: Toxic[]): Promise<void>;
  /** Takes away all that was done to it. */
  heal(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts toxiproxy on loopback, before one address. */
export async function startToxicProxy(upstream: string): Promise<ToxicProxy> {
  const program = await toxiproxy();
  const [control, port] = [await freePort(), await freePort()];
  const child = spawn(program, ['-host', '127.0.0.1', '-port', String(control)], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (!(await portAnswers(control))) {
    if (child.exitCode !== null) throw new Error('toxiproxy ended while it started');
    await sleep(50);
  }
  const ask = async (path: string, body: object = {}) => {
    const response = await fetch(`http://127.0.0.1:${control}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`toxiproxy answers ${response.status}: ${await response.text()}`);
  };
  await ask('/proxies', { name: 'neo4j', listen: `127.0.0.1:${port}`, upstream, enabled: true });
  const enable = (enabled: boolean) => ask('/proxies/neo4j', { enabled });
  const disturb = (...[type, attributes, stream = 'downstream']: Toxic) =>
    ask('/proxies/neo4j/toxics', { name: `${type} ${stream}`, type, stream, toxicity: 1, attributes });
  return {
    port,
    enable,
    disturb,
    // Toxiproxy waits for connections that are stuck in a disturbance before it changes anything.
    async disturbAnew(toxics) {
      await enable(false);
      await ask('/reset');
      await enable(false);
      for (const toxic of toxics) await disturb(...toxic);
      await enable(true);
    },
    heal: () => ask('/reset'),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
