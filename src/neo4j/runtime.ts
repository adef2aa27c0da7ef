import type { Config } from '../config.ts';
import { cacheFolder } from './cache-folder.ts';
import { fastStartArguments } from './class-archive.ts';
import { assembleNeo4j } from './distribution.ts';
import { findJava } from './java.ts';

/** How to run a class of Neo4j: the Java program, and the arguments that come before the name of the class. */
export interface Runtime {
  program: string;
  arguments: string[];
}

/**
 * Finds Java and Neo4j's jars, and fetches and prepares what this machine does not have yet.
 * @throws SourceUnavailable where Java or Maven is missing.
 */
export async function provideRuntime(config: Config, onProgress: (text: string) => void): Promise<Runtime> {
  const java = await findJava();
  const jars = await assembleNeo4j(await cacheFolder(config), onProgress);
  const plain = { program: java.program, arguments: ['-cp', `${jars}/*`] };
  const archive = await fastStartArguments(config, plain, `${jars}-java-${java.version}.jsa`, onProgress);
  return { ...plain, arguments: [...archive, ...plain.arguments] };
}
