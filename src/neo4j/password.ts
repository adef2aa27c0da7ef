import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { ManagedFolder } from './managed-folder.ts';
import { lastLines, run } from './run.ts';
import type { Runtime } from './runtime.ts';

/** Reads the password that a file keeps, or makes one up and keeps it there, for the owner's eyes only. */
export function keepPassword(path: string): string {
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' });
  return readFileSync(path, 'utf8').trim();
}

/** The password of a managed database, which it gets before its first start. */
export async function managedPassword(folder: ManagedFolder, runtime: Runtime): Promise<string> {
  const isNew = !existsSync(folder.store);
  if (!isNew && !existsSync(folder.password)) {
    throw new Error(
      `${folder.home} holds a database, but its password file is gone: restore ${folder.password}, or start over with: npm run db -- reset`,
    );
  }
  const password = keepPassword(folder.password);
  if (isNew) await setInitialPassword(folder, runtime);
  return password;
}

// The tool reads its argument from the file: on the command line every user of the machine could see it.
async function setInitialPassword(folder: ManagedFolder, runtime: Runtime): Promise<void> {
  const tool = [
    '-XX:TieredStopAtLevel=1',
    ...runtime.arguments,
    `-Dbasedir=${folder.home}`,
    'org.neo4j.cli.AdminTool',
  ];
  const args = [...tool, 'dbms', 'set-initial-password', `@${folder.password}`];
  const env = { NEO4J_HOME: folder.home, NEO4J_CONF: `${folder.home}/conf` };
  const { code, output } = await run(runtime.program, args, { env, timeoutMs: 60_000 });
  if (code !== 0) throw new Error(`Neo4j did not take its initial password:\n${lastLines(output, 5)}`);
}
