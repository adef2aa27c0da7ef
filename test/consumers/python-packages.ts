import { join } from 'node:path';
import { run, workshop } from './workshop.ts';

const NEEDED =
  'This needs python3 (3.11 or later, with pip) and packages from PyPI (or of the index that pip is set to).';

export const pythonSources = join(import.meta.dirname, 'python');

/** A folder with all packages that the scripts beside this file import, for `PYTHONPATH`; it is installed once. */
export async function pythonPackages(): Promise<string> {
  const requirements = join(pythonSources, 'requirements.txt');
  try {
    const runtime = await run('python3', ['--version'], { cwd: pythonSources });
    return await workshop('python', { files: [requirements], runtime }, (folder) =>
      run(
        'python3',
        [
          ...['-m', 'pip', 'install', '--quiet', '--root-user-action', 'ignore', '--target', folder],
          // The file names all of them, and what is not imported need not be compiled.
          ...['--no-deps', '--no-compile', '--requirement', requirements],
        ],
        { cwd: folder },
      ),
    );
  } catch (error) {
    throw new Error(`${NEEDED}\n${(error as Error).message}`);
  }
}

/** Runs Python with the packages of a folder, and its commands. */
export const python = (
  packages: string,
  args: string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<string> =>
  run('python3', args, { cwd, env: { PYTHONPATH: packages, ...env }, commands: join(packages, 'bin') });
