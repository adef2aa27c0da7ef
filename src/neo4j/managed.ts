import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Database, ProvideOptions } from './database.ts';
import { NEO4J_VERSION } from './distribution.ts';
import { useRunning } from './join.ts';
import { dataFolder, managedFolder } from './managed-folder.ts';
import { startManaged } from './start-managed.ts';

/** Uses the managed database that runs in the background for this project, or starts one for this process. */
export async function provideManaged(config: Config, options: ProvideOptions): Promise<Database> {
  const ephemeral = options.ephemeral ? mkdtempSync(join(tmpdir(), 'on-record-')) : undefined;
  const folder = managedFolder(ephemeral ?? dataFolder(config, options));
  const removeScratch = () => ephemeral && rmSync(ephemeral, { recursive: true, force: true });
  try {
    const running = options.fill ? undefined : await useRunning(folder, options);
    if (running) return running;
    const { onProgress, fill } = options;
    const server = await startManaged(config, folder, { onProgress, fill, removeAtEnd: ephemeral });
    const describe = `Neo4j ${NEO4J_VERSION}, run by this process at ${server.address.uri}, data in ${folder.home}`;
    const stop = async () => {
      await server.stop();
      removeScratch();
    };
    return { ...server.address, source: 'managed', describe, stop };
  } catch (error) {
    removeScratch();
    throw error;
  }
}
