import neo4j from 'neo4j-driver';
import { verifyDatabase } from '../server/verify-database.ts';
import { type Compose, composeConnection, composeUp, errorLine } from '../sources/docker.ts';
import type { ConnectionDetails, DatabaseAdmin, DbOptions } from '../types.ts';

/** Administers the database of docker-compose.yml. */
export function dockerAdmin(compose: Compose, { print }: DbOptions): DatabaseAdmin {
  const runCompose = async (args: string[]) => {
    const { code, output } = await compose.run(args);
    if (code !== 0) throw new Error(`docker compose ${args.join(' ')} failed: ${errorLine(output)}`);
  };
  return {
    async start() {
      const running = await composeConnection(compose);
      if (running) return print(`On Record's database already runs in Docker at ${running.uri}`);
      const { uri } = await composeUp(compose, print);
      print(`Neo4j runs in Docker at ${uri}\nStop it with: npm run db -- stop`);
    },
    async stop() {
      await runCompose(['stop', 'neo4j']);
      print('The database is stopped; its volume keeps the data.');
    },
    async status() {
      const connection = await composeConnection(compose);
      if (!connection) return print('The database in Docker is not running.');
      print(`${await verifyDatabase(connection)} runs in Docker at ${connection.uri}, user neo4j`);
      print(`  used by   ${await countClients(connection)} connections`);
    },
    async beforeReset() {
      const connection = await composeConnection(compose);
      const clients = connection ? await countClients(connection) : 0;
      if (clients > 0)
        throw new Error(`A service uses this database (${clients} connections): stop it first.`);
      return 'the container and the volume of the database in Docker';
    },
    reset: () => runCompose(['down', '--volumes']),
    dump: explainInContainer('dump neo4j --to-path=/dumps'),
    beforeLoad: explainInContainer('load neo4j --from-path=/dumps --overwrite-destination=true'),
    load: explainInContainer('load neo4j --from-path=/dumps --overwrite-destination=true'),
  };
}

/** Only a container can reach the files of its volume. */
const explainInContainer = (command: string) => async (): Promise<never> => {
  throw new Error(
    `The database is in a container, and is dumped and loaded there, as neo4j.dump of this folder:
  docker compose stop neo4j
  docker compose run --rm --volume "$PWD:/dumps" neo4j neo4j-admin database ${command}
  docker compose start neo4j`,
  );
};

/** The number of connections that other programs hold to a database. */
async function countClients({ uri, user, password, database }: ConnectionDetails): Promise<number> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { userAgent: 'on-record-db' });
  try {
    const { records } = await driver.executeQuery(
      `CALL dbms.listConnections() YIELD userAgent WHERE userAgent <> 'on-record-db' RETURN count(*) AS clients`,
      {},
      { database, routing: 'READ' },
    );
    return Number(records[0]?.get('clients') ?? 0);
  } finally {
    await driver.close();
  }
}
