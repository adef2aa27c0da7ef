import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../../config.ts';
import { provideRuntime } from '../runtime/runtime.ts';
import { relaunchServer } from '../server/launch.ts';
import { readLock } from '../server/lock.ts';
import { Restarts } from '../server/restarts.ts';
import { readRunning } from '../store/running.ts';
import { lockStore } from '../store/store-lock.ts';
import type {
  ConnectionDetails,
  DatabaseNews,
  ManagedFolder,
  ManagedRecord,
  RestartPolicy,
} from '../types.ts';

interface Watch {
  config: Config;
  folder: ManagedFolder;
  /** How this process reaches the database. */
  connection: ConnectionDetails;
  policy: RestartPolicy;
  report: (news: DatabaseNews) => void;
  /** Ends the watch, and a start that is under way. */
  signal: AbortSignal;
}

/**
 * Watches the background database that this process shares with others. Of all who find that it died, the one that gets the lock
 * starts it again, in the background and where the others expect it.
 */
export async function watchBackground(watch: Watch): Promise<void> {
  const { folder, connection, policy, report, signal } = watch;
  const restarts = new Restarts(policy, report, signal);
  let told: string | undefined;
  const tell = (state: 'down' | 'up', text: string) => {
    if (told !== text && (state === 'down' || told !== undefined)) report({ state, text });
    told = state === 'up' ? undefined : text;
  };
  while (!signal.aborted) {
    await sleep(policy.watchInterval, undefined, { signal, ref: false });
    const record = readLock<ManagedRecord>(folder.lock);
    const running = readRunning(folder);
    if (running?.state === 'background' && running.uri === connection.uri) {
      tell('up', 'Neo4j runs again.');
    } else if (running?.state === 'starting' || running?.state === 'restarting') {
      tell('down', `Neo4j ended, and is started again by another process (pid ${running.holder.pid}).`);
    } else if (running) {
      tell('down', 'Neo4j ended, and runs on another port now: start this service again.');
    } else if (!record || record.state === 'stopping') {
      tell('down', 'Neo4j was stopped: npm run db -- start, then start this service again.');
    } else {
      await restart(watch, restarts);
      told = undefined;
    }
  }
}

/** Starts it again, unless another process is about to. */
async function restart({ config, folder, connection, signal }: Watch, restarts: Restarts): Promise<void> {
  const runtime = await provideRuntime(config, () => {});
  const lock = await lockStore(folder, () => {}).catch(() => undefined);
  if (!lock) return;
  const { note } = lock;
  note({ state: 'restarting', uri: connection.uri });
  const context = { config, runtime, folder, note, onProgress: () => {} };
  // Where this fails the lock stays, without a holder: another service that uses the database may have more luck.
  const server = await restarts.start('Neo4j in the background ended', () =>
    relaunchServer(connection, context, signal),
  );
  await server.keep();
  note({ state: 'background', holder: server.supervisor });
}
