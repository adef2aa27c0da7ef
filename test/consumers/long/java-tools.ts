import { join } from 'node:path';
import { CLIENT_VERSIONS } from '../client-versions.ts';
import { run, workshop } from '../workshop.ts';

const NEEDED = 'This needs Java 17 or later with its compiler, Maven, and packages from Maven Central.';

export const javaSources = join(import.meta.dirname, '../java');

const GENERATOR = `org.openapitools:openapi-generator-cli:${CLIENT_VERSIONS['openapi-generator']}`;

/** A folder with openapi-generator in `generator`, and what its clients in Java import in `lib`. */
export async function javaTools(): Promise<string> {
  const pom = join(javaSources, 'pom.xml');
  try {
    const version = await run('javac', ['-version'], { cwd: javaSources });
    return await workshop('java', { files: [pom], runtime: `${version} ${GENERATOR}` }, async (folder) => {
      const maven = (...args: string[]) => run('mvn', ['-q', '-B', ...args], { cwd: folder });
      await maven('dependency:copy', `-Dartifact=${GENERATOR}`, `-DoutputDirectory=${folder}/generator`);
      await maven('-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${folder}/lib`);
    });
  } catch (error) {
    throw new Error(`${NEEDED}\n${(error as Error).message}`);
  }
}

/** Generates a client, without its tests and its pages. */
export function generate(
  tools: string,
  document: string,
  { generator, output, options }: { generator: string; output: string; options: string[] },
): Promise<string> {
  const jar = join(tools, 'generator', `openapi-generator-cli-${CLIENT_VERSIONS['openapi-generator']}.jar`);
  return run(
    'java',
    [
      ...['-jar', jar, 'generate', '-i', document, '-g', generator, '-o', output, ...options],
      ...['--global-property', 'apiTests=false,modelTests=false,apiDocs=false,modelDocs=false'],
    ],
    { cwd: tools },
  );
}
