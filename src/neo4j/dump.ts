import { existsSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { runAdminTool } from './admin-tool.ts';
import type { ManagedFolder } from './managed-folder.ts';
import { neo4jSettings } from './settings.ts';
import { whileStopped } from './stopped.ts';
import { folderSize } from './store.ts';

/**
 * Writes the managed database of a folder to a file, which appears whole or not at all.
 * @returns the size of the file.
 * @throws Error where the file is there already, the database runs, or there is none.
 */
export async function dumpStore(
  config: Config,
  folder: ManagedFolder,
  file: string,
  onProgress: (text: string) => void,
): Promise<number> {
  refuseTarget(file);
  return whileStopped(config, folder, onProgress, async (place) => {
    if (!existsSync(folder.store)) throw new Error(`${folder.home} holds no database to dump.`);
    if (!existsSync(folder.settings)) writeFileSync(folder.settings, neo4jSettings(config, 0));
    const scratch = mkdtempSync(join(dirname(file), `.${basename(file)}-`));
    try {
      const tell = everySecond((seconds) =>
        onProgress(`dumping: ${seconds} s, ${megabytes(folderSize(scratch))} written`),
      );
      const args = ['database', 'dump', `--to-path=${scratch}`, 'neo4j'];
      await runAdminTool(place, folder.home, args, tell, scratch).catch(explainUnclean);
      // Somebody may have written it meanwhile.
      refuseTarget(file);
      renameSync(join(scratch, 'neo4j.dump'), file);
      return statSync(file).size;
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  });
}

function refuseTarget(file: string): void {
  if (existsSync(file)) throw new Error(`${file} is there already: nothing was dumped.`);
  if (!existsSync(dirname(file))) throw new Error(`There is no folder ${dirname(file)}: nothing was dumped.`);
}

function explainUnclean(error: Error): never {
  if (!/logical log|recover/i.test(error.message)) throw error;
  throw new Error(
    `The database was not shut down when it ended last. Let it recover with npm run db -- start, then npm run db -- stop, and dump again.\n${error.message}`,
  );
}

export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** Calls something with the seconds since the start, once in each. */
export function everySecond(tell: (seconds: number) => void): () => void {
  const begun = Date.now();
  let told = 0;
  return () => {
    const seconds = Math.floor((Date.now() - begun) / 1000);
    if (seconds === told) return;
    told = seconds;
    tell(seconds);
  };
}
