import { writeFileSync } from 'node:fs';
import type { Config } from '../config.ts';
import type { Address } from './database.ts';
import type { ManagedFolder, ManagedRecord } from './managed-folder.ts';
import { freePort } from './ports.ts';
import { StartFailed, untilReady } from './ready.ts';
import type { Runtime } from './runtime.ts';
import { neo4jSettings, serverCommand } from './settings.ts';
import { type Supervised, startSupervised } from './supervised.ts';

/** What one run of the server needs. */
export interface ServerRun {
  config: Config;
  runtime: Runtime;
  folder: ManagedFolder;
  password: string;
  onProgress: (text: string) => void;
  /** A folder that goes when the server was told to end, even if this process was killed. */
  removeAtEnd?: string;
  /** Told who runs, as soon as that is known. */
  note(news: Partial<ManagedRecord>): void;
}

/** Runs the server on a free port and waits until it answers. */
export async function launchServer(run: ServerRun): Promise<{ address: Address; server: Supervised }> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryPort(run, await freePort());
    } catch (error) {
      // Somebody else may take the port between our choosing it and Neo4j's binding it.
      const portTaken = error instanceof StartFailed && /already in use/i.test(error.message);
      if (!portTaken || attempt === 3) throw error;
    }
  }
}

async function tryPort(run: ServerRun, port: number) {
  const { config, folder } = run;
  writeFileSync(folder.settings, neo4jSettings(config, port), { mode: 0o600 });
  for (const log of [folder.console, folder.log]) writeFileSync(log, '');
  const command = serverCommand(config, run.runtime, folder.home);
  const server = startSupervised(command, { log: folder.console, removeAtEnd: run.removeAtEnd });
  run.note({ supervisor: server.supervisor });
  // A server that dies at once may have taken the folder with it: then there is nothing to note.
  server.program.then((java) => run.note({ java })).catch(() => {});
  const address = {
    uri: `bolt://127.0.0.1:${port}`,
    user: 'neo4j',
    password: run.password,
    database: 'neo4j',
  };
  try {
    await untilReady(address, folder, server.ended, run.onProgress);
    return { address, server };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
