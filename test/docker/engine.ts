import { errorLine } from '../../src/neo4j/docker/engine.ts';
import { run } from '../../src/neo4j/server/run.ts';

/** The Docker engine that responds here, with `docker compose`, or why there is none. */
export type Engine = { version: string; missing?: undefined } | { version?: undefined; missing: string };

const look = async (...args: string[]) => run('docker', args, { timeoutMs: 20_000 });

export const engine: Engine = await findEngine();

async function findEngine(): Promise<Engine> {
  const server = await look('version', '--format', '{{.Server.Version}}');
  if (server.code === 'missing') return { missing: 'docker is not on the PATH' };
  if (server.code !== 0) return { missing: errorLine(server.output) };
  const compose = await look('compose', 'version', '--short');
  if (compose.code !== 0) return { missing: '`docker compose` is not installed' };
  return { version: `Docker ${server.output.trim()} with compose ${compose.output.trim()}` };
}
