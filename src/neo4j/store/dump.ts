import { existsSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { everySecond } from '../server/run.ts';
import { neo4jSettings } from '../server/settings.ts';
import type { StoreContext } from '../types.ts';
import { runAdminTool } from './admin-tool.ts';
import { folderSize, megabytes } from './folder.ts';

/**
 * Writes a managed database to a file, which appears whole or not at all.
 * @returns the size of the file.
 * @throws Error where the file exists already or there is no database.
 */
export async function dumpStore(context: StoreContext, file: string): Promise<number> {
  const { config, folder, onProgress } = context;
  if (!existsSync(folder.store)) throw new Error(`${folder.home} holds no database to dump.`);
  if (!existsSync(folder.settings)) writeFileSync(folder.settings, neo4jSettings(config, 0));
  const scratch = mkdtempSync(join(dirname(file), `.${basename(file)}-`));
  try {
    const args = ['database', 'dump', `--to-path=${scratch}`, 'neo4j'];
    const dumping = runAdminTool(context, { home: folder.home, args, removeAtEnd: scratch });
    await everySecond(dumping, (seconds) =>
      onProgress(`dumping: ${seconds} s, ${megabytes(folderSize(scratch))} written`),
    ).catch(explainUnclean);
    // Another program can have written the file meanwhile.
    refuseDumpTarget(file);
    renameSync(join(scratch, 'neo4j.dump'), file);
    return statSync(file).size;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** @throws Error where a dump cannot be written to a file. */
export function refuseDumpTarget(file: string): void {
  if (existsSync(file)) throw new Error(`${file} is there already: nothing was dumped.`);
  if (!existsSync(dirname(file))) throw new Error(`There is no folder ${dirname(file)}: nothing was dumped.`);
}

/** Says what to do where a store was not shut down. */
export function explainUnclean(error: Error): never {
  if (!/logical log|recover/i.test(error.message)) throw error;
  throw new Error(
    `The database was not shut down when it ended last. Let it recover with npm run db -- start, then npm run db -- stop, and dump again.\n${error.message}`,
  );
}
