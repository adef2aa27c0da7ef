import { type Config, cacheFolder } from '../../config.ts';
import type { Runtime } from '../types.ts';
import { classDataSharing } from './class-data-sharing.ts';
import { assembleNeo4j } from './jars.ts';
import { findJava } from './java.ts';

/**
 * Finds Java and Neo4j's jars, and fetches and prepares what this machine does not have yet.
 * @throws SourceUnavailable where Java or Maven is missing.
 */
export async function provideRuntime(config: Config, onProgress: (text: string) => void): Promise<Runtime> {
  const java = await findJava(config.JAVA_HOME);
  const jars = await assembleNeo4j(cacheFolder(config), onProgress);
  const plain = { program: java.program, arguments: ['-cp', `${jars}/*`] };
  const archive = `${jars}-java-${java.version}.jsa`;
  const sharing = await classDataSharing(config, plain, archive, onProgress);
  return { ...plain, arguments: [...sharing, ...plain.arguments] };
}
