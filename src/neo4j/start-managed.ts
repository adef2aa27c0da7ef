import { rmSync } from 'node:fs';
import type { Config } from '../config.ts';
import type { Address, ProvideOptions } from './database.ts';
import { launchServer } from './launch.ts';
import { readLock, releaseLock, takeLock, updateLock } from './lock.ts';
import { alreadyRunning, type ManagedFolder, type ManagedRecord, makeFolders } from './managed-folder.ts';
import { untilOrphanEnded } from './orphan.ts';
import { managedPassword } from './password.ts';
import { markProcess } from './process-mark.ts';
import { restorePrevious } from './replace-data.ts';
import { provideRuntime } from './runtime.ts';

/** A managed server that this process has started. */
export interface ManagedServer {
  address: Address;
  stop(): Promise<void>;
  /** Lets the server live on in the background when this process ends; returns who holds it then. */
  keep(): Promise<ManagedRecord>;
}

export interface StartOptions extends Pick<ProvideOptions, 'onProgress' | 'fill'> {
  /** A folder that goes when the server was told to end, even if this process was killed. */
  removeAtEnd?: string;
}

/**
 * Starts the managed server in a folder that nobody uses.
 * @throws SourceUnavailable where Java or Maven is missing; Error where the server does not start.
 */
export async function startManaged(
  config: Config,
  folder: ManagedFolder,
  { onProgress, fill, removeAtEnd }: StartOptions,
): Promise<ManagedServer> {
  const runtime = await provideRuntime(config, onProgress);
  await untilOrphanEnded(readLock<ManagedRecord>(folder.lock), onProgress);
  const record = starting();
  const theirs = takeLock(folder.lock, record);
  if (theirs) throw new Error(alreadyRunning(theirs));
  const release = () => releaseLock(folder.lock, record.holder);
  const note = (news: Partial<ManagedRecord>) => updateLock(folder.lock, Object.assign(record, news));
  try {
    makeFolders(folder);
    rmSync(folder.unfinished, { recursive: true, force: true });
    restorePrevious(folder);
    const password = await managedPassword(folder, runtime);
    await fill?.({ config, runtime, folder, removeAtEnd, note });
    const { address, server } = await launchServer({
      config,
      runtime,
      folder,
      password,
      onProgress,
      removeAtEnd,
      note,
    });
    note({ state: 'foreground', uri: address.uri });
    let stopping: Promise<void> | undefined;
    return {
      address,
      stop() {
        stopping ??= server.stop().then(release);
        return stopping;
      },
      async keep() {
        await server.keep();
        note({ state: 'background', holder: server.supervisor });
        return record;
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** The record of a database that this process is about to start. */
export function starting(): ManagedRecord {
  return { holder: markProcess(process.pid)!, state: 'starting', since: new Date().toISOString() };
}
