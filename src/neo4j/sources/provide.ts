import { existsSync } from 'node:fs';
import type { Config } from '../../config.ts';
import { dataFolder, managedFolder } from '../store/folder.ts';
import { type Database, type ProvideOptions, SourceUnavailable } from '../types.ts';
import { provideDocker } from './docker.ts';
import { provideManaged } from './managed.ts';
import { provideUri, uriConnection } from './uri.ts';

/**
 * Returns a Neo4j that responds: the one that NEO4J_URI names, else one in Docker, else a managed local server.
 * @throws Error that says what to provide, what was tried and why each source failed.
 */
export async function provideDatabase(config: Config, options: ProvideOptions): Promise<Database> {
  const connection = uriConnection(config);
  if (connection) return provideUri(connection);
  const hasStore = existsSync(managedFolder(dataFolder(config, options)).store);
  const reasons: string[] = [];
  for (const source of sourcesInOrder(config.NEO4J_SOURCE, hasStore && !options.ephemeral)) {
    try {
      const provide = source === 'docker' ? provideDocker : provideManaged;
      const database = await provide(config, options);
      return reasons.length === 0 ? database : { ...database, describe: describeFallback(database, reasons) };
    } catch (error) {
      if (!(error instanceof SourceUnavailable)) throw error;
      reasons.push(error.message);
      options.onProgress(firstLine(error.message));
    }
  }
  throw new Error(noDatabase(reasons, config.NEO4J_SOURCE));
}

/**
 * The sources that are tried, first to last. Docker comes first, unless the managed server's folder already holds data:
 * starting Docker must not hide them from the user.
 */
export function sourcesInOrder(
  setting: Config['NEO4J_SOURCE'],
  hasManagedData: boolean,
): ('docker' | 'managed')[] {
  if (setting !== 'auto') return [setting];
  return hasManagedData ? ['managed', 'docker'] : ['docker', 'managed'];
}

/** Which database this is, and why it is not one of the source that comes first. */
const describeFallback = ({ describe }: Database, reasons: string[]) =>
  `${describe} (${reasons.map(firstLine).join('; ')})`;

/** A reason in one line: the log of a container may follow it. */
export const firstLine = (reason: string): string => reason.split('\n', 1)[0]!;

/** The error of a machine without any source of a database: what to provide, and what was tried. */
export function noDatabase(reasons: string[], setting: Config['NEO4J_SOURCE']): string {
  return [
    'On Record needs a Neo4j database and has found none. Provide one of these three:',
    '  1. An existing Neo4j 5: set NEO4J_URI (for example bolt://localhost:7687) and NEO4J_PASSWORD.',
    '  2. A Docker engine with docker compose (Docker, Podman, Colima …): start it, and Neo4j runs in a container.',
    '  3. Java 17 or 21 and Maven on the PATH (for example apt install openjdk-17-jre-headless maven): Neo4j is',
    '     fetched once, about 120 MB, and runs on this machine alone.',
    `What was tried${setting === 'auto' ? '' : `, with NEO4J_SOURCE=${setting}`}:`,
    '  NEO4J_URI: not set',
    ...reasons.map((reason) => `  ${reason.replaceAll('\n', '\n  ')}`),
  ].join('\n');
}
