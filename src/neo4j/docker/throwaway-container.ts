import { randomBytes } from 'node:crypto';
import { type Database, SourceUnavailable } from '../types.ts';
import { errorLine, findEngine } from './engine.ts';

const IMAGE = 'neo4j:5.26-community';

/** Runs an empty Neo4j in a container that stop removes, with all that it holds: for tests. */
export async function throwawayContainer(onProgress: (text: string) => void): Promise<Database> {
  await findEngine();
  // It is a devDependency, which an installed service does not have.
  const { Neo4jContainer } = await import('@testcontainers/neo4j');
  onProgress(`starting ${IMAGE} in a throwaway container`);

  /** Its ports are published on loopback: with the default, all of the network reaches the database. */
  class LoopbackContainer extends Neo4jContainer {
    protected override async beforeContainerCreated(): Promise<void> {
      await super.beforeContainerCreated?.();
      for (const bindings of Object.values<Array<{ HostIp?: string }>>(this.hostConfig.PortBindings ?? {}))
        for (const binding of bindings) binding.HostIp = '127.0.0.1';
    }
  }
  const container = await new LoopbackContainer(IMAGE)
    .withPassword(randomBytes(24).toString('hex'))
    .withEnvironment({
      NEO4J_dbms_usage__report_enabled: 'false',
      NEO4J_db_transaction_monitor_check_interval: '250ms',
    })
    .withStartupTimeout(180_000)
    .start()
    .catch((error: Error) => {
      throw new SourceUnavailable(`docker: ${IMAGE} did not start: ${errorLine(error.message)}`);
    });
  // Its ports are published for IPv4.
  const uri = container.getBoltUri().replace('//localhost:', '//127.0.0.1:');
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
