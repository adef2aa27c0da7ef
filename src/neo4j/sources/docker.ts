import type { Config } from '../../config.ts';
import { findCompose } from '../docker/compose.ts';
import { type HeldContainer, holdContainer } from '../docker/hold-container.ts';
import { throwawayContainer } from '../docker/throwaway-container.ts';
import { everySecond } from '../server/run.ts';
import { verifyDatabase } from '../server/verify-database.ts';
import type { Database, ProvideOptions } from '../types.ts';

const PASSWORD_HINT =
  'If its volume was made with another password, set NEO4J_PASSWORD to that one, or start over with: npm run db -- reset';

/** The first query after a start takes long on a busy machine. */
const FIRST_QUERY_MS = 60_000;

const HOW: Record<HeldContainer['how'], string> = {
  started: 'run for this process',
  shared: 'run for the processes that use it',
  independent: 'already running',
};

/** Runs Neo4j in a container: that of docker-compose.yml, or an ephemeral one for tests. */
export async function provideDocker(config: Config, options: ProvideOptions): Promise<Database> {
  if (options.ephemeral) return throwawayContainer(options.onProgress);
  const compose = await findCompose(config, options);
  const { connection, how, release } = await holdContainer(compose, options.onProgress);
  const verified = verifyDatabase(connection, FIRST_QUERY_MS);
  const server = await everySecond(verified, (seconds) =>
    options.onProgress(`waiting for the first query: ${seconds} s`),
  ).catch(async (error: Error) => {
    await release();
    const hint = error.message.includes('refused the user') ? [PASSWORD_HINT] : [];
    throw new Error([error.message, ...hint].join('\n'));
  });
  const describe = `${server} in Docker, ${HOW[how]}, at ${connection.uri}`;
  return { ...connection, source: 'docker', describe, stop: release };
}
