import { randomBytes } from 'node:crypto';
import { findEngine } from './compose.ts';
import { type Database, SourceUnavailable } from './database.ts';

const IMAGE = 'neo4j:5.26-community';
const BOLT = 7687;

/** Runs an empty Neo4j in a container of its own, which goes with everything in it at stop. */
export async function startContainer(onProgress: (text: string) => void): Promise<Database> {
  await findEngine();
  // A devDependency: an installed service has no tests to run, and no testcontainers.
  const { GenericContainer, Wait } = await import('testcontainers');
  const password = randomBytes(24).toString('hex');
  onProgress(`starting ${IMAGE} in a throwaway container`);
  const container = await new GenericContainer(IMAGE)
    .withEnvironment({
      NEO4J_AUTH: `neo4j/${password}`,
      NEO4J_dbms_usage__report_enabled: 'false',
      NEO4J_db_transaction_monitor_check_interval: '250ms',
    })
    .withExposedPorts(BOLT)
    .withWaitStrategy(Wait.forAll([Wait.forListeningPorts(), Wait.forLogMessage('Started.')]))
    .withStartupTimeout(180_000)
    .start()
    .catch((error: Error) => {
      throw new SourceUnavailable(`docker: ${IMAGE} did not start: ${error.message}`);
    });
  const uri = `bolt://${container.getHost()}:${container.getMappedPort(BOLT)}`;
  let stopping: Promise<unknown> | undefined;
  return {
    uri,
    user: 'neo4j',
    password,
    database: 'neo4j',
    source: 'docker',
    describe: `${IMAGE} in a throwaway container at ${uri}`,
    async stop() {
      stopping ??= container.stop();
      await stopping;
    },
  };
}
