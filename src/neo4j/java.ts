import { join } from 'node:path';
import { SourceUnavailable } from './database.ts';
import { run } from './run.ts';

/** A Java runtime: its program, its major version and its exact build. */
export interface Java {
  program: string;
  major: number;
  version: string;
}

const SUPPORTED = [17, 21];

// A shell looks JAVA_HOME up, because config.ts alone reads this process's environment.
const PLACES = [['sh', '-c', 'exec "${JAVA_HOME:?}/bin/java" "$@"', 'java'], ['java']];

/** Finds Java 17 or 21: in JAVA_HOME first, then on the PATH. */
export async function findJava(): Promise<Java> {
  const found: Java[] = [];
  for (const command of PLACES) {
    const java = await describeJava(command);
    if (java && SUPPORTED.includes(java.major)) return java;
    if (java) found.push(java);
  }
  const others = found.map((java) => `Java ${java.major} at ${java.program}`).join(' and ');
  throw new SourceUnavailable(
    others
      ? `java: found ${others}; Neo4j 5.26 needs 17 or 21`
      : 'java: not found in JAVA_HOME or on the PATH',
  );
}

async function describeJava([command = '', ...before]: string[]): Promise<Java | undefined> {
  const args = [...before, '-XshowSettings:properties', '-version'];
  const { code, output } = await run(command, args, { timeoutMs: 10_000 });
  return code === 0 ? parseJava(output) : undefined;
}

/** Reads home and major version from what `java -XshowSettings:properties -version` prints. */
export function parseJava(output: string): Java | undefined {
  const home = /^[ \t]*java\.home = (.+)$/m.exec(output)?.[1];
  // Java 8 calls itself 1.8.
  const major = /^[ \t]*java\.specification\.version = (?:1\.)?(\d+)/m.exec(output)?.[1];
  const version = /^[ \t]*java\.vm\.version = (\S+)/m.exec(output)?.[1];
  if (!home || !major || !version) return undefined;
  return { program: join(home.trim(), 'bin', 'java'), major: Number(major), version };
}
