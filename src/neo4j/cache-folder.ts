import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { run } from './run.ts';

/** The user's folder for what can be fetched again: ON_RECORD_CACHE, or on-record in the cache folder. */
export async function cacheFolder(config: Config): Promise<string> {
  if (config.ON_RECORD_CACHE !== undefined) return resolve(config.ON_RECORD_CACHE);
  // A shell looks the variable up, because config.ts alone reads this process's environment.
  const { code, output } = await run('sh', ['-c', 'printf %s "$XDG_CACHE_HOME"']);
  return join(code === 0 && output.startsWith('/') ? output : join(homedir(), '.cache'), 'on-record');
}
