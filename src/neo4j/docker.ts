import type { Config } from '../config.ts';
import { type Compose, findCompose, firstFault } from './compose.ts';
import { verifyDatabase } from './connectivity.ts';
import { startContainer } from './container.ts';
import { type Address, type Database, type ProvideOptions, SourceUnavailable } from './database.ts';
import { freePort, portIsFree } from './ports.ts';

const BOLT = '7687';

/** Runs Neo4j in a container: docker-compose.yml for people, a throwaway container for tests. */
export async function provideDocker(config: Config, options: ProvideOptions): Promise<Database> {
  if (options.ephemeral) return startContainer(options.onProgress);
  const compose = await findCompose(config, options);
  const running = await composeAddress(compose);
  const address = running ?? (await composeUp(compose, options.onProgress));
  const server = await verifyDatabase(address).catch((error: Error) => {
    throw new Error(`${error.message}\n${PASSWORD_HINT}`);
  });
  const stop = async () => {
    if (!running) await compose.run(['stop', 'neo4j']);
  };
  const how = running ? 'already running' : 'run for this process';
  return { ...address, source: 'docker', describe: `${server} in Docker, ${how}, at ${address.uri}`, stop };
}

const PASSWORD_HINT =
  'If its volume was made with another password, set NEO4J_PASSWORD to that one, or start over with: npm run db -- reset';

/** Where the database of docker-compose.yml is, if it runs. */
export async function composeAddress(compose: Compose): Promise<Address | undefined> {
  const { code, output } = await compose.run(['port', 'neo4j', BOLT]);
  const port = /^[\d.]+:(\d+)\s*$/m.exec(output)?.[1];
  if (code !== 0 || !port || port === '0') return undefined;
  return { uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password: compose.password, database: 'neo4j' };
}

/** Starts the database of docker-compose.yml and waits until its health check passes. */
export async function composeUp(compose: Compose, onProgress: (text: string) => void): Promise<Address> {
  const isNew = (await compose.run(['ps', '--all', '--quiet', 'neo4j'])).output.trim() === '';
  const port = (await portIsFree(Number(BOLT))) ? BOLT : String(await freePort());
  const begun = Date.now();
  const tell = () => onProgress(`starting Neo4j in Docker: ${Math.floor((Date.now() - begun) / 1000)} s`);
  const ticker = setInterval(tell, 1000);
  const up = ['up', '--detach', '--wait', 'neo4j'];
  const { code, output } = await compose
    .run(up, { NEO4J_BOLT_PORT: port })
    .finally(() => clearInterval(ticker));
  const address = code === 0 ? await composeAddress(compose) : undefined;
  if (address) return address;
  const message = `docker: docker compose up did not start Neo4j: ${firstFault(output)}`;
  // Data may already be in its volume: then an empty database from elsewhere would be no replacement.
  throw isNew ? new SourceUnavailable(message) : new Error(message);
}
