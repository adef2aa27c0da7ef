import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SourceUnavailable } from './database.ts';
import { countDownloads } from './download-progress.ts';
import { type LockRecord, releaseLock, takeLock } from './lock.ts';
import { markProcess } from './process-mark.ts';
import { lastLines, run } from './run.ts';

// In full: the short name would have Maven look up where it belongs first.
const GOAL = 'org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies';
const POM = join(import.meta.dirname, 'pom.xml');

/** The version of Neo4j that pom.xml pins. */
export const NEO4J_VERSION = /<neo4j\.version>([^<]+)</.exec(readFileSync(POM, 'utf8'))?.[1] ?? '';

/**
 * Returns the folder that holds Neo4j's jars, and fetches them from Maven Central where it does not exist yet.
 * The folder appears whole or not at all, whoever is killed meanwhile and however many start at once.
 */
export async function assembleNeo4j(cache: string, onProgress: (text: string) => void): Promise<string> {
  const finished = join(cache, `neo4j-${NEO4J_VERSION}`);
  if (existsSync(finished)) return finished;
  const release = await waitForTurn(`${finished}.lock`, onProgress);
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

async function waitForTurn(path: string, onProgress: (text: string) => void): Promise<() => void> {
  const mine: LockRecord = { holder: markProcess(process.pid)! };
  for (let seconds = 0; ; seconds++) {
    const theirs = takeLock(path, mine);
    if (!theirs) return () => releaseLock(path, mine.holder);
    onProgress(`another start (pid ${theirs.holder.pid}) is fetching Neo4j: waiting, ${seconds} s`);
    await sleep(1000);
  }
}

// Only the holder of the lock fetches, so any unfinished folder is one that a killed start left.
function removeLeftovers(cache: string): void {
  for (const name of readdirSync(cache)) {
    if (name.startsWith('unfinished-')) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

async function fetchJars(folder: string, onProgress: (text: string) => void): Promise<void> {
  const progress = countDownloads(`fetching Neo4j ${NEO4J_VERSION} from Maven Central`);
  const ticker = setInterval(() => onProgress(progress.text()), 1000);
  const args = ['-B', '-f', POM, GOAL, '-DincludeScope=runtime', `-DoutputDirectory=${folder}`];
  const { code, output, failure } = await run('mvn', args, { onOutput: progress.read }).finally(() =>
    clearInterval(ticker),
  );
  if (failure === 'missing') throw new SourceUnavailable('mvn: not found on the PATH');
  if (code !== 0) {
    const fault = /\[ERROR\] (.*\S)/.exec(output)?.[1] ?? lastLines(output, 3);
    throw new SourceUnavailable(`mvn: could not fetch Neo4j: ${fault}`);
  }
  if (!existsSync(join(folder, `neo4j-server-${NEO4J_VERSION}.jar`))) {
    throw new SourceUnavailable(`mvn: ended well, but ${folder} holds no neo4j-server-${NEO4J_VERSION}.jar`);
  }
}
