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
import type { Config } from '../config.ts';
import { runAdminTool } from './admin-tool.ts';
import { everySecond, megabytes } from './dump.ts';
import { launchServer } from './launch.ts';
import { type ManagedFolder, makeFolders, managedFolder } from './managed-folder.ts';
import { managedPassword } from './password.ts';
import { replaceData } from './replace-data.ts';
import { neo4jSettings } from './settings.ts';
import { whileStopped } from './stopped.ts';
import { folderSize } from './store.ts';

/**
 * Puts the database of a dump in the place of the managed one. It is made and started in a folder of its own first, so
 * that what is there stays where anything fails; for that long there is room for both on the disk.
 * @throws Error where the file is no dump, the database runs, or the dump cannot be loaded.
 */
export async function loadStore(
  config: Config,
  folder: ManagedFolder,
  file: string,
  onProgress: (text: string) => void,
): Promise<void> {
  refuseNoDump(file);
  await whileStopped(config, folder, onProgress, async (place) => {
    const staged = managedFolder(folder.unfinished);
    const dumps = join(folder.unfinished, 'dumps');
    for (const path of [staged.data, dumps]) mkdirSync(path, { recursive: true });
    makeFolders(staged);
    writeFileSync(staged.settings, neo4jSettings(config, 0));
    if (existsSync(folder.password)) copyFileSync(folder.password, staged.password);
    try {
      const password = await managedPassword(staged, place.runtime);
      // The tool finds a dump by the name of its database.
      symlinkSync(file, join(dumps, 'neo4j.dump'));
      const tell = everySecond((seconds) =>
        onProgress(`loading: ${seconds} s, ${megabytes(folderSize(staged.data))} written`),
      );
      const args = ['database', 'load', `--from-path=${dumps}`, 'neo4j'];
      await runAdminTool(place, staged.home, args, tell);
      const { server } = await launchServer({ ...place, folder: staged, password, onProgress });
      await server.stop();
    } catch (error) {
      throw new Error(`${file} was not loaded, and what was there stays.\n${(error as Error).message}`);
    }
    if (!existsSync(folder.password)) copyFileSync(staged.password, folder.password);
    replaceData(folder, staged.data);
  });
}

/** How a dump begins: Neo4j's own mark, or that of gzip, which it falls back to. */
const MARKS = [Buffer.from('DZV1'), Buffer.from([0x1f, 0x8b])];

/** @throws Error where a file is not there, or does not begin like a dump. */
export function refuseNoDump(file: string): void {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Error(`There is no file ${file}.`);
  const head = Buffer.alloc(4);
  const opened = openSync(file, 'r');
  try {
    readSync(opened, head);
  } finally {
    closeSync(opened);
  }
  if (MARKS.some((mark) => head.subarray(0, mark.length).equals(mark))) return;
  throw new Error(`${file} is no dump of a Neo4j database: nothing was changed.`);
}
