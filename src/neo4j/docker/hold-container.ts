import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { lastLines } from '../server/run.ts';
import { type ConnectionDetails, SourceUnavailable } from '../types.ts';
import type { Compose } from './compose.ts';
import { GuardMessage, KEEP } from './guard-message.ts';

/** The container of Neo4j, which runs at least as long as this process. */
export interface HeldContainer {
  connection: ConnectionDetails;
  how: Extract<GuardMessage, { type: 'ready' }>['how'];
  /** Stops it, unless others use it or it was not started for its users. Safe to call twice. */
  release(): Promise<void>;
  /** Lets it run on when this process ends. */
  keep(): Promise<void>;
}

/**
 * Joins or starts the container of docker-compose.yml, and waits until its health check passes. However this process ends,
 * a guard then stops it.
 * @throws SourceUnavailable where it does not start and holds no data; Error where it holds some.
 */
export async function holdContainer(
  compose: Compose,
  onProgress: (text: string) => void,
): Promise<HeldContainer> {
  const { projectFolder, data, password } = compose;
  const args = [join(import.meta.dirname, 'guard.ts'), projectFolder, data, String(process.pid)];
  const guard = spawn(process.execPath, [...installedHooks(), ...args], {
    // In a process group of its own: Ctrl-C in a terminal reaches this process alone.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    // The options that a debugger or a test runner sets for this process would break the guard.
    env: { ...process.env, NEO4J_PASSWORD: password, NODE_OPTIONS: '' },
  });
  const ended = once(guard, 'exit').catch(() => {});
  let errors = '';
  guard.stdin.on('error', () => {});
  guard.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const end = async (lastWord = '') => {
    guard.ref();
    guard.stdin.end(lastWord);
    await ended;
  };
  for await (const line of createInterface({ input: guard.stdout })) {
    const message = GuardMessage.parse(JSON.parse(line));
    if (message.type === 'progress') onProgress(message.text);
    else if (message.type === 'failed') {
      await end();
      // Its volume may hold data already, which an empty database of another source must not replace.
      throw message.hasData ? new Error(message.message) : new SourceUnavailable(message.message);
    } else {
      guard.unref();
      for (const stream of [guard.stdin, guard.stdout, guard.stderr])
        if (stream instanceof Socket) stream.unref();
      const connection = { uri: message.uri, user: 'neo4j', password, database: 'neo4j' };
      let releasing: Promise<void> | undefined;
      return {
        connection,
        how: message.how,
        release() {
          releasing ??= end();
          return releasing;
        },
        keep: () => end(KEEP),
      };
    }
  }
  throw new Error(`The guard of the container ended:\n${lastLines(errors, 5, '  ')}`);
}

/** Node strips types below node_modules only with the hooks of the installed command. */
const installedHooks = () =>
  import.meta.url.includes('/node_modules/')
    ? ['--import', new URL('../../../bin/installed.js', import.meta.url).href]
    : [];
