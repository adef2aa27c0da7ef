import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { lastLines, type Outcome, type RunOptions, run } from '../server/run.ts';
import { dataFolder } from '../store/folder.ts';
import { readOrCreatePassword } from '../store/password.ts';
import type { ConnectionDetails, ProvideOptions } from '../types.ts';
import { findComposePlugin, findEngine } from './engine.ts';
import { refusePassword } from './refuse-password.ts';

export const BOLT_PORT = 7687;
const BOLT_PORT_HEX = BOLT_PORT.toString(16).toUpperCase();
const ESTABLISHED = '01';

/** `docker compose` for this project, with the password of its database. */
export interface Compose {
  projectFolder: string;
  /** The folder for what this project keeps on this machine. */
  data: string;
  password: string;
  /** The arguments of `docker` that a command of compose begins with. */
  prefix: string[];
  run(args: string[], options?: Pick<RunOptions, 'env' | 'signal'>): Promise<Outcome>;
}

/**
 * Finds `docker compose` and an engine for it.
 * @throws SourceUnavailable that says what is missing; Error where the password is one that Neo4j refuses.
 */
export async function findCompose(
  config: Config,
  options: Pick<ProvideOptions, 'projectFolder' | 'dataFolder'>,
): Promise<Compose> {
  refusePassword(config.NEO4J_PASSWORD);
  await findEngine();
  await findComposePlugin();
  const data = dataFolder(config, options);
  mkdirSync(data, { recursive: true });
  const password = config.NEO4J_PASSWORD ?? readOrCreatePassword(join(data, 'docker-password'));
  return composeOf(options.projectFolder, data, password);
}

/** `docker compose` for the project in a folder. */
export function composeOf(projectFolder: string, data: string, password: string): Compose {
  const prefix = ['compose', '-f', join(projectFolder, 'docker-compose.yml')];
  return {
    projectFolder,
    data,
    password,
    prefix,
    run: (args, { env, signal } = {}) =>
      run('docker', [...prefix, ...args], {
        cwd: projectFolder,
        env: { ...env, NEO4J_PASSWORD: password },
        signal,
      }),
  };
}

/** The connection to the database of docker-compose.yml; undefined where it does not run. */
export async function composeConnection(compose: Compose): Promise<ConnectionDetails | undefined> {
  const { code, stdout } = await compose.run(['port', 'neo4j', String(BOLT_PORT)]);
  const port = /^[\d.]+:(\d+)\s*$/m.exec(stdout)?.[1];
  if (code !== 0 || !port || port === '0') return undefined;
  return { uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password: compose.password, database: 'neo4j' };
}

/** Identifies one run of the container of Neo4j; undefined where there is no container. */
export const containerRun = (compose: Compose): Promise<string | undefined> =>
  inspectContainer(compose, '{{.Id}} {{.State.StartedAt}}');

/** Whether the container runs, and its health check has neither passed nor failed for good. */
export const isStarting = async (compose: Compose): Promise<boolean> =>
  (await inspectContainer(compose, '{{if .State.Health}}{{.State.Health.Status}}{{end}}')) === 'starting';

async function inspectContainer(compose: Compose, format: string): Promise<string | undefined> {
  const id = (await compose.run(['ps', '--all', '--quiet', 'neo4j'])).stdout.trim();
  if (!/^[0-9a-f]{12,}$/.test(id)) return undefined;
  const inspect = ['inspect', '--type', 'container', '--format', format, id];
  const { code, stdout } = await run('docker', inspect);
  return code === 0 ? stdout.trim() : undefined;
}

/** Whether there is a container or a volume of the database, which may hold data. */
export async function hasDockerData(compose: Compose): Promise<boolean> {
  const container = await compose.run(['ps', '--all', '--quiet', 'neo4j']);
  if (container.stdout.trim() !== '') return true;
  const { stdout } = await compose.run(['config', '--format', 'json']);
  const volume = /"neo4j-data":\s*\{\s*"name":\s*"([^"]+)"/.exec(stdout)?.[1];
  return volume !== undefined && (await run('docker', ['volume', 'inspect', volume])).code === 0;
}

/** The number of Bolt connections to the database, which the container itself counts: no password is needed. */
export async function countClients(compose: Compose): Promise<number> {
  const list = ['exec', '-T', 'neo4j', 'cat', '/proc/net/tcp', '/proc/net/tcp6'];
  const { stdout } = await compose.run(list);
  return stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(`:${BOLT_PORT_HEX}`) && state === ESTABLISHED).length;
}

/** The last lines that the container printed, without the password. */
export async function containerLog(compose: Compose): Promise<string> {
  const { code, output } = await compose.run([
    'logs',
    '--no-color',
    '--no-log-prefix',
    '--tail',
    '12',
    'neo4j',
  ]);
  if (code !== 0 || output.trim() === '') return '';
  return lastLines(output.replaceAll(compose.password, '…'), 12, '  ');
}
