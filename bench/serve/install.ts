import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/project.ts';

/** Installs what only the benchmarks need, on first use. */
export function installPeers(): void {
  const folder = join(projectFolder, 'bench/peers');
  if (!existsSync(join(folder, 'node_modules')))
    execFileSync('npm', ['ci', '--prefix', folder], { stdio: 'inherit' });
}
