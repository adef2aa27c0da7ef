import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { lastLines, run } from '../server/run.ts';
import type { ManagedFolder, Runtime } from '../types.ts';
import { toolCommand, toolEnvironment } from './admin-tool.ts';

/** Reads the password in a file, and creates the file with a random one where it does not exist. */
export function readOrCreatePassword(path: string): string {
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' });
  return readFileSync(path, 'utf8').trim();
}

/** The password of a managed database, which is set before its first start. */
export async function managedPassword(folder: ManagedFolder, runtime: Runtime): Promise<string> {
  const isNew = !existsSync(folder.store);
  if (!isNew && !existsSync(folder.password)) {
    throw new Error(
      `${folder.home} holds a database, but its password file is gone: restore ${folder.password}, or start over with: npm run db -- reset`,
    );
  }
  const password = readOrCreatePassword(folder.password);
  if (isNew) await setInitialPassword(folder, runtime);
  return password;
}

// The tool reads its argument from the file, because every user of the machine can see a command line.
async function setInitialPassword({ home, password }: ManagedFolder, runtime: Runtime): Promise<void> {
  const args = ['dbms', 'set-initial-password', `@${password}`];
  const [program = '', ...command] = toolCommand(runtime, home, ['-XX:TieredStopAtLevel=1'], args);
  const { code, output } = await run(program, command, { env: toolEnvironment(home), timeoutMs: 60_000 });
  if (code !== 0) throw new Error(`Neo4j did not take its initial password:\n${lastLines(output, 5)}`);
}
