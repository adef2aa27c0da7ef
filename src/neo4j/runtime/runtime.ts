import { resolve } from 'node:path';
import envPaths from 'env-paths';
import type { Config } from '../../config.ts';
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
  const cache = resolve(config.ON_RECORD_CACHE ?? envPaths('on-record', { suffix: '' }).cache);
  const jars = await assembleNeo4j(cache, onProgress);
  const plain = { program: java.program, arguments: ['-cp', `${jars}/*`] };
  const archive = `${jars}-java-${java.version}.jsa`;
  const sharing = await classDataSharing(config, plain, archive, onProgress);
  return { ...plain, arguments: [...sharing, ...plain.arguments] };
}
