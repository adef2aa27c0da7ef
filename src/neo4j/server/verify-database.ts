import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { type Neo4jError } from 'neo4j-driver';
import type { ConnectionDetails } from '../types.ts';

/** Connecting takes no longer even where the first query does. */
const CONNECT_MS = 5000;

/**
 * Runs one query, with short timeouts, and returns the server's name and version.
 * @throws Error that names the URI and says why the query failed.
 */
export async function verifyDatabase(connection: ConnectionDetails, timeoutMs = 5000): Promise<string> {
  const { uri, user, password, database } = connection;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
    connectionTimeout: Math.min(timeoutMs, CONNECT_MS),
    connectionAcquisitionTimeout: timeoutMs,
    maxTransactionRetryTime: 0,
  });
  const timeout = sleep(timeoutMs, undefined, { ref: false }).then(() => {
    throw new Error('no response in time');
  });
  try {
    const query = driver.executeQuery('RETURN 1', {}, { database, routing: 'READ' });
    for (const loser of [query, timeout]) loser.catch(() => {});
    const { summary } = await Promise.race([query, timeout]);
    return summary.server.agent ?? 'Neo4j';
  } catch (error) {
    throw new Error(explainFailure(connection, error as Neo4jError), { cause: error });
  } finally {
    // A driver that waits for a silent server closes late.
    await Promise.race([driver.close(), sleep(500, undefined, { ref: false })]).catch(() => {});
  }
}

/** Says what a failed connection means for the person who configured it. */
export function explainFailure(
  { uri, user, database }: ConnectionDetails,
  error: { code?: string; message: string },
): string {
  const where = `${uri} (user ${user}, database ${database})`;
  switch (error.code) {
    case 'Neo.ClientError.Security.Unauthorized':
    case 'Neo.ClientError.Security.AuthenticationRateLimit':
      return `The database at ${where} refused the user or the password.`;
    case 'Neo.ClientError.Security.CredentialsExpired':
      return `The database at ${where} wants its initial password changed first.`;
    case 'Neo.ClientError.Database.DatabaseNotFound':
      return `The server at ${uri} has no database named ${database}.`;
    default:
      return `No database can be reached at ${where}: ${rootCause(error.message)}`;
  }
}

// The driver puts advice about other causes around the one line that tells the cause.
function rootCause(message: string): string {
  if (message.includes('No routing servers available')) return 'no server responds there as Neo4j';
  return message.split('Caused by: ').at(-1) ?? message;
}
