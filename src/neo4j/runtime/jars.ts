import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { releaseLock, takeLock } from '../server/lock.ts';
import { markProcess } from '../server/process-mark.ts';
import { everySecond, lastLines, run } from '../server/run.ts';
import { type LockRecord, SourceUnavailable } from '../types.ts';

// With a short name Maven would first look up which plugin the goal belongs to.
const GOAL = 'org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies';
const POM = join(import.meta.dirname, 'pom.xml');

// Neo4j's own jars are 123 MB; the rest is the plugin that fetches them.
const DOWNLOAD_MB = 140;
const MB: Record<string, number> = { B: 1e-6, kB: 1e-3, MB: 1, GB: 1e3 };

/** The version of Neo4j that pom.xml pins. */
export const NEO4J_VERSION = /<neo4j\.version>([^<]+)</.exec(readFileSync(POM, 'utf8'))?.[1] ?? '';

/**
 * Returns the folder that holds Neo4j's jars, and fetches them from Maven Central where it does not exist yet.
 * The folder appears whole or not at all, even where processes are killed or start at the same time.
 */
export async function assembleNeo4j(cache: string, onProgress: (text: string) => void): Promise<string> {
  const finished = join(cache, `neo4j-${NEO4J_VERSION}`);
  if (existsSync(finished)) return finished;
  const release = await waitForLock(`${finished}.lock`, onProgress);
  try {
    if (existsSync(finished)) return finished;
    removeLeftovers(cache);
    const unfinished = join(cache, `unfinished-${randomUUID()}`);
    mkdirSync(unfinished, { recursive: true });
    try {
      await fetchJars(unfinished, onProgress);
      renameSync(unfinished, finished);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
    return finished;
  } finally {
    release();
  }
}

async function waitForLock(path: string, onProgress: (text: string) => void): Promise<() => void> {
  const own: LockRecord = { holder: markProcess(process.pid)! };
  for (let seconds = 0; ; seconds++) {
    const other = takeLock(path, own);
    if (!other) return () => releaseLock(path, own.holder);
    onProgress(`another start (pid ${other.holder.pid}) is fetching Neo4j: waiting, ${seconds} s`);
    await sleep(1000);
  }
}

// Only the holder of the lock fetches, so that any unfinished folder is one of a killed process.
function removeLeftovers(cache: string): void {
  for (const name of readdirSync(cache)) {
    if (name.startsWith('unfinished-')) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

async function fetchJars(folder: string, onProgress: (text: string) => void): Promise<void> {
  const args = ['-B', '-f', POM, GOAL, '-DincludeScope=runtime', `-DoutputDirectory=${folder}`];
  const title = `fetching Neo4j ${NEO4J_VERSION} from Maven Central`;
  let printed = '';
  const onOutput = (output: string) => {
    printed = output;
  };
  const { code, output } = await everySecond(run('mvn', args, { onOutput }), (seconds) =>
    onProgress(`${title}: ${countDownloads(printed)}${seconds} s`),
  );
  if (code === 'missing') throw new SourceUnavailable('mvn: not found on the PATH');
  if (code !== 0) {
    const reason = /\[ERROR\] (.*\S)/.exec(output)?.[1] ?? lastLines(output, 3);
    throw new SourceUnavailable(`mvn: could not fetch Neo4j: ${reason}`);
  }
  if (!existsSync(join(folder, `neo4j-server-${NEO4J_VERSION}.jar`))) {
    throw new SourceUnavailable(`mvn: ended well, but ${folder} holds no neo4j-server-${NEO4J_VERSION}.jar`);
  }
}

/** The downloads in Maven's output, such as `2 jars, 12 of about 140 MB, `; empty where its own cache holds all jars. */
export function countDownloads(output: string): string {
  const sizes = output
    .split('\n')
    .filter((line) => line.includes('Downloaded from '))
    .map((line) => /\.jar \(([\d.]+) ([kMG]?B)/.exec(line))
    .filter((size) => size !== null)
    .map(([, size, unit = '']) => Number(size) * (MB[unit] ?? 0));
  if (sizes.length === 0) return '';
  const total = sizes.reduce((sum, size) => sum + size, 0).toFixed(0);
  return `${sizes.length} ${sizes.length === 1 ? 'jar' : 'jars'}, ${total} of about ${DOWNLOAD_MB} MB, `;
}
