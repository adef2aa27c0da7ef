import { type Compose, composeConnection, countClients, hasDockerData } from '../docker/compose.ts';
import { errorLine } from '../docker/engine.ts';
import { holdContainer } from '../docker/hold-container.ts';
import { usageIn } from '../docker/usage.ts';
import { dumpVolume, loadVolume } from '../docker/volume-tool.ts';
import { verifyDatabase } from '../server/verify-database.ts';
import { refuseDumpTarget } from '../store/dump.ts';
import { megabytes } from '../store/folder.ts';
import { refuseNoDump } from '../store/load.ts';
import type { DatabaseAdmin, DbOptions } from '../types.ts';

const DATA = 'the data in the volume of the database in Docker';

/** A busy machine lets a container wait. */
const STATUS_MS = 20_000;

/** Administers the database of docker-compose.yml. */
export function dockerAdmin(compose: Compose, { print }: DbOptions): DatabaseAdmin {
  const usage = usageIn(compose.data);
  const runCompose = async (args: string[]) => {
    const { code, output } = await compose.run(args);
    if (code !== 0) throw new Error(`docker compose ${args.join(' ')} failed: ${errorLine(output)}`);
  };
  /** Says who uses the running database; empty where nobody does. */
  const describeUsers = async () => {
    const users = usage.users();
    if (users.length > 0) return `pid ${users.join(', ')}`;
    const clients = (await composeConnection(compose)) ? await countClients(compose) : 0;
    return clients > 0 ? `${clients} connections` : '';
  };
  const refuseRunning = async () => {
    if (await composeConnection(compose))
      throw new Error('The database runs in Docker. Stop it first: npm run db -- stop');
  };
  return {
    async start() {
      const running = await composeConnection(compose);
      if (running) return print(`On Record's database already runs in Docker at ${running.uri}`);
      const { connection, keep } = await holdContainer(compose, print);
      await keep();
      print(`Neo4j runs in Docker at ${connection.uri}\nStop it with: npm run db -- stop`);
    },
    async stop() {
      const users = await describeUsers();
      if (users) print(`A service still uses it (${users}) and will have no database.`);
      await usage.exclusively(async () => {
        usage.noteIndependent();
        await runCompose(['stop', 'neo4j']);
      });
      print('The database is stopped; its volume keeps the data.');
    },
    async status() {
      const connection = await composeConnection(compose);
      if (!connection) return print('The database in Docker is not running.');
      print(`${await verifyDatabase(connection, STATUS_MS)} runs in Docker at ${connection.uri}, user neo4j`);
      print(`  used by   ${(await describeUsers()) || '0 connections'}`);
    },
    async beforeReset() {
      const users = await describeUsers();
      if (users) throw new Error(`A service uses this database (${users}): stop it first.`);
      return 'the container and the volume of the database in Docker';
    },
    reset: () =>
      usage.exclusively(async () => {
        usage.noteIndependent();
        await runCompose(['down', '--volumes']);
      }),
    async dump(file) {
      refuseDumpTarget(file);
      await refuseRunning();
      const size = await usage.exclusively(() => dumpVolume(compose, file));
      print(`Dumped the database in Docker to ${file} (${megabytes(size)}).`);
    },
    async beforeLoad(file) {
      await refuseRunning();
      refuseNoDump(file);
      return (await hasDockerData(compose)) ? DATA : '';
    },
    load: (file) => usage.exclusively(() => loadVolume(compose, file)),
  };
}
