import neo4j, { type Neo4jError } from 'neo4j-driver';
import type { Address } from './database.ts';

/**
 * Runs one query, with short timeouts, and returns the server's name and version.
 * @throws Error that names the address and says what is wrong with it.
 */
export async function verifyDatabase(address: Address, timeoutMs = 5000): Promise<string> {
  const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password), {
    connectionTimeout: timeoutMs,
    connectionAcquisitionTimeout: timeoutMs,
    maxTransactionRetryTime: 0,
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), timeoutMs);
  });
  try {
    const query = driver.executeQuery('RETURN 1', {}, { database: address.database, routing: 'READ' });
    query.catch(() => {});
    const { summary } = await Promise.race([query, late]);
    return summary.server.agent ?? 'Neo4j';
  } catch (error) {
    throw new Error(explainFailure(address, error as Neo4jError), { cause: error });
  } finally {
    clearTimeout(timer);
    await Promise.race([driver.close(), new Promise((done) => setTimeout(done, 500).unref())]).catch(
      () => {},
    );
  }
}

/** Says what a failed connection means for the person who gave the address. */
export function explainFailure(address: Address, error: { code?: string; message: string }): string {
  const where = `${address.uri} (user ${address.user}, database ${address.database})`;
  switch (error.code) {
    case 'Neo.ClientError.Security.Unauthorized':
    case 'Neo.ClientError.Security.AuthenticationRateLimit':
      return `The database at ${where} refused the user or the password.`;
    case 'Neo.ClientError.Security.CredentialsExpired':
      return `The database at ${where} wants its initial password changed first.`;
    case 'Neo.ClientError.Database.DatabaseNotFound':
      return `The server at ${address.uri} has no database named ${address.database}.`;
    default:
      return `No database can be reached at ${where}: ${rootCause(error.message)}`;
  }
}

// The driver wraps the one telling line in advice about other causes.
function rootCause(message: string): string {
  if (message.includes('No routing servers available')) return 'no server answers there as Neo4j';
  return message.split('Caused by: ').at(-1) ?? message;
}
