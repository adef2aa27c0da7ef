import { existsSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { launchServer } from './launch.ts';
import { makeFolders, managedFolder } from './managed-folder.ts';
import { managedPassword } from './password.ts';
import type { Runtime } from './runtime.ts';

/**
 * Returns the Java arguments that use an archive of Neo4j's loaded classes: a start takes half the time with it.
 * The archive is made once for each build of Java, by a run of the server that is thrown away.
 */
export async function fastStartArguments(
  config: Config,
  plain: Runtime,
  archive: string,
  onProgress: (text: string) => void,
): Promise<string[]> {
  if (!existsSync(archive)) {
    const begun = Date.now();
    const tell = () =>
      onProgress(`preparing fast starts, only once: ${Math.floor((Date.now() - begun) / 1000)} s`);
    const ticker = setInterval(tell, 1000);
    await makeArchive(config, plain, archive).finally(() => clearInterval(ticker));
  }
  return statSync(archive).size > 0 ? [`-XX:SharedArchiveFile=${archive}`] : [];
}

async function makeArchive(config: Config, plain: Runtime, archive: string): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'on-record-'));
  const folder = managedFolder(scratch);
  const unfinished = `${archive}.${process.pid}`;
  const recording = [`-XX:ArchiveClassesAtExit=${unfinished}`, '-XX:TieredStopAtLevel=1'];
  try {
    makeFolders(folder);
    const { server } = await launchServer({
      config,
      runtime: { ...plain, arguments: [...recording, ...plain.arguments] },
      folder,
      password: await managedPassword(folder, plain),
      onProgress: () => {},
      removeAtEnd: scratch,
      note: () => {},
    });
    await server.stop();
    renameSync(unfinished, archive);
  } catch {
    // Fast starts are a gift. An empty file says that it was tried, so that not each start tries again.
    if (!existsSync(archive)) writeFileSync(archive, '');
  } finally {
    for (const path of [unfinished, scratch]) rmSync(path, { recursive: true, force: true });
  }
}
