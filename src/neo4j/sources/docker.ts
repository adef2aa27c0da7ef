import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import getPort from 'get-port';
import type { Config } from '../../config.ts';
import { everySecond, type Outcome, run } from '../server/run.ts';
import { verifyDatabase } from '../server/verify-database.ts';
import { dataFolder } from '../store/folder.ts';
import { readOrCreatePassword } from '../store/password.ts';
import { type ConnectionDetails, type Database, type ProvideOptions, SourceUnavailable } from '../types.ts';

const IMAGE = 'neo4j:5.26-community';
const BOLT_PORT = 7687;
const PASSWORD_HINT =
  'If its volume was made with another password, set NEO4J_PASSWORD to that one, or start over with: npm run db -- reset';

/** `docker compose` for this project, with the password of its database. */
export interface Compose {
  password: string;
  run(args: string[], env?: NodeJS.ProcessEnv): Promise<Outcome>;
}

/** Runs Neo4j in a container: that of docker-compose.yml, or an ephemeral one for tests. */
export async function provideDocker(config: Config, options: ProvideOptions): Promise<Database> {
  if (options.ephemeral) return startContainer(options.onProgress);
  const compose = await findCompose(config, options);
  const running = await composeConnection(compose);
  const connection = running ?? (await composeUp(compose, options.onProgress));
  const server = await verifyDatabase(connection).catch((error: Error) => {
    throw new Error(`${error.message}\n${PASSWORD_HINT}`);
  });
  const stop = async () => {
    if (!running) await compose.run(['stop', 'neo4j']);
  };
  const how = running ? 'already running' : 'run for this process';
  const describe = `${server} in Docker, ${how}, at ${connection.uri}`;
  return { ...connection, source: 'docker', describe, stop };
}

/** Runs an empty Neo4j in a container that stop removes. */
async function startContainer(onProgress: (text: string) => void): Promise<Database> {
  await findEngine();
  // It is a devDependency, which an installed service does not have.
  const { Neo4jContainer } = await import('@testcontainers/neo4j');
  onProgress(`starting ${IMAGE} in a throwaway container`);
  const container = await new Neo4jContainer(IMAGE)
    .withPassword(randomBytes(24).toString('hex'))
    .withEnvironment({
      NEO4J_dbms_usage__report_enabled: 'false',
      NEO4J_db_transaction_monitor_check_interval: '250ms',
    })
    .withStartupTimeout(180_000)
    .start()
    .catch((error: Error) => {
      throw new SourceUnavailable(`docker: ${IMAGE} did not start: ${error.message}`);
    });
  const uri = container.getBoltUri();
  let stopping: Promise<unknown> | undefined;
  return {
    uri,
    user: container.getUsername(),
    password: container.getPassword(),
    database: 'neo4j',
    source: 'docker',
    describe: `${IMAGE} in a throwaway container at ${uri}`,
    async stop() {
      stopping ??= container.stop();
      await stopping;
    },
  };
}

/**
 * Looks for a Docker-compatible engine, for at most 3 s.
 * @throws SourceUnavailable that says what is missing.
 */
export async function findEngine(): Promise<void> {
  const info = ['info', '--format', '{{.ServerVersion}}'];
  const { code, output } = await run('docker', info, { timeoutMs: 3000 });
  if (code === 'missing') throw new SourceUnavailable('docker: not found on the PATH');
  if (code === 'timeout') throw new SourceUnavailable('docker: the engine does not respond within 3 s');
  if (code !== 0) throw new SourceUnavailable(`docker: no engine responds: ${errorLine(output)}`);
}

/**
 * Finds `docker compose` and an engine for it.
 * @throws SourceUnavailable that says what is missing.
 */
export async function findCompose(
  config: Config,
  options: Pick<ProvideOptions, 'projectFolder' | 'dataFolder'>,
): Promise<Compose> {
  await findEngine();
  const { code } = await run('docker', ['compose', 'version'], { timeoutMs: 3000 });
  if (code !== 0)
    throw new SourceUnavailable('docker: an engine responds, but `docker compose` is not installed');
  const data = dataFolder(config, options);
  mkdirSync(data, { recursive: true });
  const password = config.NEO4J_PASSWORD ?? readOrCreatePassword(join(data, 'docker-password'));
  const cwd = options.projectFolder;
  const compose = ['compose', '-f', join(cwd, 'docker-compose.yml')];
  return {
    password,
    run: (args, env) =>
      run('docker', [...compose, ...args], { cwd, env: { ...env, NEO4J_PASSWORD: password } }),
  };
}

/** The connection to the database of docker-compose.yml; undefined where it does not run. */
export async function composeConnection(compose: Compose): Promise<ConnectionDetails | undefined> {
  const { code, output } = await compose.run(['port', 'neo4j', String(BOLT_PORT)]);
  const port = /^[\d.]+:(\d+)\s*$/m.exec(output)?.[1];
  if (code !== 0 || !port || port === '0') return undefined;
  return { uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password: compose.password, database: 'neo4j' };
}

/** Starts the database of docker-compose.yml and waits until its health check passes. */
export async function composeUp(
  compose: Compose,
  onProgress: (text: string) => void,
): Promise<ConnectionDetails> {
  const isNew = (await compose.run(['ps', '--all', '--quiet', 'neo4j'])).output.trim() === '';
  const port = await getPort({ port: BOLT_PORT, host: '127.0.0.1' });
  const { code, output } = await everySecond(
    compose.run(['up', '--detach', '--wait', 'neo4j'], { NEO4J_BOLT_PORT: String(port) }),
    (seconds) => onProgress(`starting Neo4j in Docker: ${seconds} s`),
  );
  const connection = code === 0 ? await composeConnection(compose) : undefined;
  if (connection) return connection;
  const message = `docker: docker compose up did not start Neo4j: ${errorLine(output)}`;
  // Its volume may hold data already, which an empty database of another source must not replace.
  throw isNew ? new SourceUnavailable(message) : new Error(message);
}

/** The line of a command's output that tells the error. */
export function errorLine(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  return lines.find((line) => /error|cannot|denied|failed/i.test(line)) ?? lines.find(Boolean) ?? 'no output';
}
