import neo4j from 'neo4j-driver';
import type { CommandOptions, KeptDatabase } from './command.ts';
import { type Compose, firstFault } from './compose.ts';
import { verifyDatabase } from './connectivity.ts';
import type { Address } from './database.ts';
import { composeAddress, composeUp } from './docker.ts';

/** The database of docker-compose.yml, started and stopped on its own. */
export function keptInDocker(compose: Compose, { print }: CommandOptions): KeptDatabase {
  const must = async (args: string[]) => {
    const { code, output } = await compose.run(args);
    if (code !== 0) throw new Error(`docker compose ${args.join(' ')} failed: ${firstFault(output)}`);
    return output;
  };
  return {
    async start() {
      const running = await composeAddress(compose);
      if (running) return print(`On Record's database already runs in Docker at ${running.uri}`);
      const address = await composeUp(compose, print);
      print(`Neo4j runs in Docker at ${address.uri}\nStop it with: npm run db -- stop`);
    },
    async stop() {
      await must(['stop', 'neo4j']);
      print('The database is stopped; its volume keeps the data.');
    },
    async status() {
      const address = await composeAddress(compose);
      if (!address) return print('The database in Docker is not running.');
      print(`${await verifyDatabase(address)} runs in Docker at ${address.uri}, user neo4j`);
      print(`  used by   ${await countClients(address)} connections`);
    },
    async beforeReset() {
      const address = await composeAddress(compose);
      const clients = address ? await countClients(address) : 0;
      if (clients > 0)
        throw new Error(`A service uses this database (${clients} connections): stop it first.`);
      return 'the container and the volume of the database in Docker';
    },
    async reset() {
      await must(['down', '--volumes']);
    },
    dump: inContainer('dump neo4j --to-path=/dumps'),
    async beforeLoad() {
      await inContainer('load neo4j --from-path=/dumps --overwrite-destination=true')();
      return '';
    },
    load: inContainer('load neo4j --from-path=/dumps --overwrite-destination=true'),
  };
}

/** The files of a container's volume are only within its reach. */
const inContainer = (command: string) => async () => {
  throw new Error(
    `The database is in a container, and is dumped and loaded there, as neo4j.dump of this folder:
  docker compose stop neo4j
  docker compose run --rm --volume "$PWD:/dumps" neo4j neo4j-admin database ${command}
  docker compose start neo4j`,
  );
};

/** How many connections others hold to a database. */
export async function countClients(address: Address): Promise<number> {
  const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password), {
    userAgent: 'on-record-db',
  });
  try {
    const { records } = await driver.executeQuery(
      `CALL dbms.listConnections() YIELD userAgent WHERE userAgent <> 'on-record-db' RETURN count(*) AS clients`,
      {},
      { database: address.database, routing: 'READ' },
    );
    return Number(records[0]?.get('clients') ?? 0);
  } finally {
    await driver.close();
  }
}
