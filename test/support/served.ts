import { setTimeout as sleep } from 'node:timers/promises';
import getPort from 'get-port';
import { type Running, startNode } from '../../bench/serve/processes.ts';
import PACKAGE from '../../package.json' with { type: 'json' };
import type { GraphConnection } from '../../src/db/client.ts';
import { ask } from './asked.ts';

export interface Served extends Running {
  url: string;
}

const SERVE = PACKAGE.scripts.serve.replace(/^node /, '').split(' ');

/** Starts the service on a database as `npm run serve` does, without a limit for one client. */
export async function startServed(
  { uri, user, password, database }: GraphConnection,
  settings: Record<string, string> = {},
): Promise<Served> {
  const port = String(await getPort({ host: '127.0.0.1' }));
  const neo4j = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
  const running = await startNode(SERVE, { ...neo4j, RATE_LIMIT: '0', ...settings, PORT: port }, /^Ctrl-C/);
  return { ...running, url: `http://127.0.0.1:${port}` };
}

/** The same, once it says that it is ready. */
export async function readyService(...args: Parameters<typeof startServed>): Promise<Served> {
  const service = await startServed(...args);
  while ((await ask(`${service.url}/readyz`)).status !== 200) await sleep(200);
  return service;
}
