import type { Config } from '../../config.ts';
import { verifyDatabase } from '../server/verify-database.ts';
import type { ConnectionDetails, Database } from '../types.ts';

/**
 * The connection that NEO4J_URI and its companions describe; undefined where it is not set.
 * @throws Error where NEO4J_PASSWORD is missing.
 */
export function uriConnection(config: Config): ConnectionDetails | undefined {
  if (config.NEO4J_URI === undefined) return undefined;
  if (config.NEO4J_PASSWORD === undefined) {
    throw new Error(
      `NEO4J_URI is set to ${config.NEO4J_URI}, but NEO4J_PASSWORD is not: set it to the password of user ${config.NEO4J_USER}.`,
    );
  }
  return {
    uri: config.NEO4J_URI,
    user: config.NEO4J_USER,
    password: config.NEO4J_PASSWORD,
    database: config.NEO4J_DATABASE,
  };
}

/** A server that has just started takes long for its first query on a busy machine, and longer than its health check. */
const FIRST_QUERY_MS = 30_000;

/** Provides the database that NEO4J_URI names, which stop leaves running. */
export async function provideUri(connection: ConnectionDetails): Promise<Database> {
  const server = await verifyDatabase(connection, FIRST_QUERY_MS);
  return {
    ...connection,
    source: 'uri',
    describe: `${server} at ${connection.uri} (NEO4J_URI)`,
    stop: async () => {},
  };
}
