import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { SourceUnavailable } from './database.ts';
import { dataFolder } from './managed-folder.ts';
import { keepPassword } from './password.ts';
import { type Outcome, run } from './run.ts';

/** `docker compose` for this project, with the password that its database has. */
export interface Compose {
  password: string;
  run(args: string[], env?: NodeJS.ProcessEnv): Promise<Outcome>;
}

/**
 * Asks for a Docker-compatible engine, for at most 3 s.
 * @throws SourceUnavailable that says what is missing.
 */
export async function findEngine(): Promise<void> {
  const { code, output, failure } = await run('docker', ['info', '--format', '{{.ServerVersion}}'], {
    timeoutMs: 3000,
  });
  if (failure === 'missing') throw new SourceUnavailable('docker: not found on the PATH');
  if (failure === 'timeout') throw new SourceUnavailable('docker: the engine does not answer within 3 s');
  if (code !== 0) throw new SourceUnavailable(`docker: no engine answers: ${firstFault(output)}`);
}

/**
 * Finds `docker compose` beside an engine that answers.
 * @throws SourceUnavailable that says what is missing.
 */
export async function findCompose(
  config: Config,
  options: { projectFolder: string; dataFolder?: string },
): Promise<Compose> {
  await findEngine();
  const { code } = await run('docker', ['compose', 'version'], { timeoutMs: 3000 });
  if (code !== 0)
    throw new SourceUnavailable('docker: an engine answers, but `docker compose` is not installed');
  const data = dataFolder(config, options);
  mkdirSync(data, { recursive: true });
  const password = config.NEO4J_PASSWORD ?? keepPassword(join(data, 'docker-password'));
  const file = join(options.projectFolder, 'docker-compose.yml');
  return {
    password,
    run: (args, env = {}) =>
      run('docker', ['compose', '-f', file, ...args], {
        cwd: options.projectFolder,
        env: { ...env, NEO4J_PASSWORD: password },
      }),
  };
}

/** The line of a command's output that says what went wrong. */
export function firstFault(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  return lines.find((line) => /error|cannot|denied|failed/i.test(line)) ?? lines.find(Boolean) ?? 'no output';
}
