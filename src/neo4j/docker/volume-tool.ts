import { mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { lastLines } from '../server/run.ts';
import { supervise } from '../server/supervise.ts';
import { explainUnclean, refuseDumpTarget } from '../store/dump.ts';
import { refuseNoDump } from '../store/load.ts';
import { type Compose, hasDockerData } from './compose.ts';

const DUMP = 'exec neo4j-admin database dump neo4j --to-stdout';

/** The new data are made beside those that are there, so that a dump which cannot be read changes nothing. */
const LOAD = `set -e
cd /data
rm -rf unfinished
trap 'rm -rf /data/unfinished' EXIT
mkdir unfinished
echo server.directories.data=/data/unfinished >unfinished/load.conf
neo4j-admin database load neo4j --from-stdin --overwrite-destination=true --additional-config=/data/unfinished/load.conf
mkdir -p databases transactions
rm -rf databases/neo4j transactions/neo4j
mv unfinished/databases/neo4j databases/
mv unfinished/transactions/neo4j transactions/`;

/**
 * Dumps the stopped database of docker-compose.yml to a file of this machine, which appears whole or not at all.
 * @returns the size of the file.
 */
export async function dumpVolume(compose: Compose, file: string): Promise<number> {
  if (!(await hasDockerData(compose))) throw new Error('There is no database in Docker to dump.');
  const scratch = mkdtempSync(join(dirname(file), `.${basename(file)}-`));
  const dump = join(scratch, 'neo4j.dump');
  try {
    await runInVolume(compose, DUMP, `>${quoted(dump)}`, scratch).catch(explainUnclean);
    refuseNoDump(dump);
    // Another program can have written the file meanwhile.
    refuseDumpTarget(file);
    renameSync(dump, file);
    return statSync(file).size;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Replaces the stopped database of docker-compose.yml with that of a dump. @throws Error where it cannot be loaded. */
export async function loadVolume(compose: Compose, file: string): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'on-record-load-'));
  try {
    await runInVolume(compose, LOAD, `<${quoted(file)}`, scratch);
  } catch (error) {
    throw new Error(`${file} was not loaded, and what was there stays.\n${(error as Error).message}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Only a container reaches the files of a volume; what it reads and writes goes through its standard streams. */
async function runInVolume(
  { prefix, projectFolder, password }: Compose,
  script: string,
  redirection: string,
  scratch: string,
): Promise<void> {
  // Neo4j's own user, which the data belong to; the entry point would start a server.
  const as = ['--user', '7474:7474', '--entrypoint', 'sh'];
  const command = [...prefix, 'run', '--rm', '--no-deps', '--no-TTY', ...as, 'neo4j', '-c', script];
  const log = join(scratch, 'log');
  const { wait } = supervise(['sh', '-c', `exec docker "$@" ${redirection}`, 'sh', ...command], {
    log,
    removeAtEnd: scratch,
    cwd: projectFolder,
    env: { NEO4J_PASSWORD: password },
    note: () => {},
  });
  if ((await wait()) === 0) return;
  throw new Error(lastLines(readFileSync(log, 'utf8').replaceAll(password, '…'), 8, '  '));
}

const quoted = (path: string) => `'${path.replaceAll("'", `'\\''`)}'`;
