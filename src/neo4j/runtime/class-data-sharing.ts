import { existsSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { launchServer } from '../server/launch.ts';
import { everySecond } from '../server/run.ts';
import { makeFolders, managedFolder } from '../store/folder.ts';
import { managedPassword } from '../store/password.ts';
import type { Runtime } from '../types.ts';

/**
 * Returns the Java arguments that load Neo4j's classes from a class-data-sharing archive, which halves the time of a
 * start. A throwaway run of the server creates the archive, once for each build of Java.
 */
export async function classDataSharing(
  config: Config,
  runtime: Runtime,
  archive: string,
  onProgress: (text: string) => void,
): Promise<string[]> {
  if (!existsSync(archive)) {
    await everySecond(createArchive(config, runtime, archive), (seconds) =>
      onProgress(`preparing fast starts, only once: ${seconds} s`),
    );
  }
  return statSync(archive).size > 0 ? [`-XX:SharedArchiveFile=${archive}`] : [];
}

async function createArchive(config: Config, runtime: Runtime, archive: string): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'on-record-'));
  const folder = managedFolder(scratch);
  const unfinished = `${archive}.${process.pid}`;
  const recording = [`-XX:ArchiveClassesAtExit=${unfinished}`, '-XX:TieredStopAtLevel=1'];
  try {
    makeFolders(folder);
    const context = {
      config,
      runtime: { ...runtime, arguments: [...recording, ...runtime.arguments] },
      folder,
      removeAtEnd: scratch,
      note: () => {},
      onProgress: () => {},
    };
    const { server } = await launchServer(context, await managedPassword(folder, runtime));
    await server.stop();
    renameSync(unfinished, archive);
  } catch {
    // The archive is optional; an empty file records that creating it failed.
    if (!existsSync(archive)) writeFileSync(archive, '');
  } finally {
    for (const path of [unfinished, scratch]) rmSync(path, { recursive: true, force: true });
  }
}
