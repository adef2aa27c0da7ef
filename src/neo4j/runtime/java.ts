import { join } from 'node:path';
import { run } from '../server/run.ts';
import { SourceUnavailable } from '../types.ts';

/** A Java runtime: its program, its major version and its exact build. */
export interface Java {
  program: string;
  major: number;
  version: string;
}

const SUPPORTED = [17, 21];

/** Finds Java 17 or 21, in JAVA_HOME first and then on the PATH. */
export async function findJava(javaHome: string | undefined): Promise<Java> {
  const candidates = javaHome === undefined ? ['java'] : [join(javaHome, 'bin', 'java'), 'java'];
  const unsupported: string[] = [];
  for (const program of candidates) {
    const java = await describeJava(program);
    if (java && SUPPORTED.includes(java.major)) return java;
    if (java) unsupported.push(`Java ${java.major} at ${java.program}`);
  }
  throw new SourceUnavailable(
    unsupported.length > 0
      ? `java: found ${unsupported.join(' and ')}; Neo4j 5.26 needs 17 or 21`
      : 'java: not found in JAVA_HOME or on the PATH',
  );
}

async function describeJava(program: string): Promise<Java | undefined> {
  const { code, output } = await run(program, ['-XshowSettings:properties', '-version'], {
    timeoutMs: 10_000,
  });
  return code === 0 ? parseJava(output) : undefined;
}

/** Reads home and version from what `java -XshowSettings:properties -version` prints. */
export function parseJava(output: string): Java | undefined {
  const home = /^[ \t]*java\.home = (.+)$/m.exec(output)?.[1];
  // The specification version of Java 8 is 1.8.
  const major = /^[ \t]*java\.specification\.version = (?:1\.)?(\d+)/m.exec(output)?.[1];
  const version = /^[ \t]*java\.vm\.version = (\S+)/m.exec(output)?.[1];
  if (!home || !major || !version) return undefined;
  return { program: join(home.trim(), 'bin', 'java'), major: Number(major), version };
}
