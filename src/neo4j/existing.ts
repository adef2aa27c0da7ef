import type { Config } from '../config.ts';
import { verifyDatabase } from './connectivity.ts';
import type { Address, Database } from './database.ts';

/**
 * The address that NEO4J_URI gives.
 * @throws Error where NEO4J_PASSWORD is missing.
 */
export function existingAddress(config: Config): Address | undefined {
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

/** Uses the database that NEO4J_URI names; it is not ours, so stop leaves it alone. */
export async function useExisting(address: Address): Promise<Database> {
  const server = await verifyDatabase(address);
  return {
    ...address,
    source: 'uri',
    describe: `${server} at ${address.uri} (NEO4J_URI)`,
    stop: async () => {},
  };
}
