import { type ChildProcess, spawn } from 'node:child_process';
import { projectFolder } from '../../src/project.ts';
import { testDatabase } from './database.ts';

/** Starts `ingest` on the database of this run in a process of its own. */
export function ingesting(path: string): ChildProcess {
  const { uri, user, password } = testDatabase().connection;
  return spawn(process.execPath, ['src/cli.ts', 'ingest', path], {
    cwd: projectFolder,
    env: { PATH: process.env.PATH, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
