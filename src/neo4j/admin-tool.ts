import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Place } from './database.ts';
import { lastLines } from './run.ts';
import { startSupervised } from './supervised.ts';

/**
 * Runs a command of Neo4j's admin tool on a database that does not run.
 * @param home the database's home folder, with its settings.
 * @param watch called several times a second.
 * @param removeAtEnd a folder that goes when this process is killed.
 * @throws Error with what the tool says last where it fails.
 */
export async function runAdminTool(
  { config, runtime, note, folder }: Place,
  home: string,
  args: string[],
  watch: () => void,
  removeAtEnd = folder.unfinished,
): Promise<void> {
  const log = join(folder.unfinished, 'admin.log');
  writeFileSync(log, '');
  const tool = [`-Xmx${config.NEO4J_HEAP}`, ...runtime.arguments, `-Dbasedir=${home}`];
  const { supervisor, program, ended } = startSupervised(
    [runtime.program, ...tool, 'org.neo4j.cli.AdminTool', ...args],
    { log, env: { NEO4J_HOME: home, NEO4J_CONF: `${home}/conf` }, removeAtEnd },
  );
  note({ supervisor });
  program.then((java) => note({ java })).catch(() => {});
  let code: number | null | undefined;
  ended.then((ending) => {
    code = ending;
  });
  for (; code === undefined; await sleep(200)) watch();
  if (code === 0) return;
  const said = lastLines(readFileSync(log, 'utf8'), 6).replaceAll(/^/gm, '  ');
  throw new Error(`Neo4j's admin tool failed (exit code ${code}):\n${said}`);
}
