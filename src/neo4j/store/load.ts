import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { launchServer } from '../server/launch.ts';
import { everySecond } from '../server/run.ts';
import { neo4jSettings } from '../server/settings.ts';
import type { StoreContext } from '../types.ts';
import { runAdminTool } from './admin-tool.ts';
import { folderSize, makeFolders, managedFolder, megabytes } from './folder.ts';
import { managedPassword } from './password.ts';
import { replaceData } from './replace-data.ts';

/**
 * Replaces a managed database with that of a dump. The new one is made and started in a folder of its own first, so that
 * a failure changes nothing; the disk needs room for both.
 * @throws Error where the dump cannot be loaded.
 */
export async function loadStore(context: StoreContext, file: string): Promise<void> {
  const { config, runtime, folder, onProgress } = context;
  const staged = managedFolder(folder.unfinished);
  const dumps = join(folder.unfinished, 'dumps');
  makeFolders(staged);
  mkdirSync(dumps);
  writeFileSync(staged.settings, neo4jSettings(config, 0));
  if (existsSync(folder.password)) copyFileSync(folder.password, staged.password);
  try {
    const password = await managedPassword(staged, runtime);
    // The tool finds a dump by the name of its database.
    symlinkSync(file, join(dumps, 'neo4j.dump'));
    const args = ['database', 'load', `--from-path=${dumps}`, 'neo4j'];
    await everySecond(runAdminTool(context, { home: staged.home, args }), (seconds) =>
      onProgress(`loading: ${seconds} s, ${megabytes(folderSize(staged.data))} written`),
    );
    const { server } = await launchServer({ ...context, folder: staged }, password);
    await server.stop();
  } catch (error) {
    throw new Error(`${file} was not loaded, and what was there stays.\n${(error as Error).message}`);
  }
  if (!existsSync(folder.password)) copyFileSync(staged.password, folder.password);
  replaceData(folder, staged.data);
}

/** How a dump begins: with Neo4j's own magic number, or with that of gzip. */
const MAGIC_NUMBERS = [Buffer.from('DZV1'), Buffer.from([0x1f, 0x8b])];

/** @throws Error where a file does not exist or does not begin like a dump. */
export function refuseNoDump(file: string): void {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Error(`There is no file ${file}.`);
  const head = Buffer.alloc(4);
  const opened = openSync(file, 'r');
  try {
    readSync(opened, head);
  } finally {
    closeSync(opened);
  }
  if (MAGIC_NUMBERS.some((magic) => head.subarray(0, magic.length).equals(magic))) return;
  throw new Error(`${file} is no dump of a Neo4j database: nothing was changed.`);
}
