import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import getPort from 'get-port';
import type { ConnectionDetails, ManagedFolder, StoreContext } from '../types.ts';
import { everySecond, lastLines } from './run.ts';
import { neo4jSettings, serverCommand } from './settings.ts';
import { type Supervised, supervise } from './supervise.ts';
import { verifyDatabase } from './verify-database.ts';

const LOOPBACK = '127.0.0.1';
const ATTEMPTS = 3;
const START_TIMEOUT_MS = 180_000;

interface Launched {
  connection: ConnectionDetails;
  server: Supervised;
}

class StartFailed extends Error {
  override name = 'StartFailed';
}

/** Runs the server on a free port and waits until it responds to a query. */
export async function launchServer(context: StoreContext, password: string): Promise<Launched> {
  for (let attempt = 1; ; attempt++) {
    try {
      const port = await getPort({ host: LOOPBACK });
      for (const log of [context.folder.console, context.folder.log]) writeFileSync(log, '');
      return await launchOn(port, context, password);
    } catch (error) {
      // Another program can take the port before Neo4j binds it.
      const portTaken = error instanceof StartFailed && /already in use/i.test(error.message);
      if (!portTaken || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Runs the server again where it is expected; the logs say what happened before. */
export async function relaunchServer(
  { uri, password }: ConnectionDetails,
  context: StoreContext,
  signal: AbortSignal,
): Promise<Supervised> {
  signal.throwIfAborted();
  return (await launchOn(Number(new URL(uri).port), context, password, signal)).server;
}

/** Says how the server ended, by the exit code of its supervisor. */
export function describeEnd(code: number | null): string {
  if (code === null) return 'Neo4j ended with its supervisor, which was killed';
  const signal = Object.entries(constants.signals).find(([, number]) => number === code - 128)?.[0];
  return signal ? `Neo4j was ended by ${signal}` : `Neo4j ended with exit code ${code}`;
}

async function launchOn(
  port: number,
  context: StoreContext,
  password: string,
  signal?: AbortSignal,
): Promise<Launched> {
  const { config, settings = '', runtime, folder, onProgress } = context;
  writeFileSync(folder.settings, neo4jSettings(config, port) + settings, { mode: 0o600 });
  const command = serverCommand(config, runtime, folder.home);
  const server = supervise(command, { ...context, log: folder.console });
  const stop = () => void server.stop();
  signal?.addEventListener('abort', stop);
  const connection = { uri: `bolt://${LOOPBACK}:${port}`, user: 'neo4j', password, database: 'neo4j' };
  try {
    await everySecond(waitUntilReady(connection, folder, port, server), (seconds) =>
      onProgress(`starting Neo4j: ${seconds} s`),
    );
    return { connection, server };
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

async function waitUntilReady(
  connection: ConnectionDetails,
  folder: ManagedFolder,
  port: number,
  { ended }: Supervised,
): Promise<void> {
  let end: string | undefined;
  ended.then((code) => {
    end = describeEnd(code).replace(/ with exit code \d+$/, '');
  });
  for (const begun = Date.now(); Date.now() - begun < START_TIMEOUT_MS; await sleep(100)) {
    if (end) throw new StartFailed(`${end} while it started. Its log says:\n${quoteLogs(folder)}`);
    // The driver takes a second to give up on a port that is closed.
    if (!(await isOpen(port))) continue;
    try {
      await verifyDatabase(connection, 10_000);
      return;
    } catch (error) {
      if (String(error).includes('refused the user')) {
        throw new Error(`The password in ${folder.password} is not the one of the database beside it.`);
      }
    }
  }
  const seconds = START_TIMEOUT_MS / 1000;
  throw new StartFailed(`Neo4j does not respond ${seconds} s after its start:\n${quoteLogs(folder)}`);
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, LOOPBACK);
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

/** The end of what Java printed, then of what the server logged. */
function quoteLogs(folder: ManagedFolder): string {
  return [folder.console, folder.log]
    .map((path) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : ''))
    .filter(Boolean)
    .map((text) => lastLines(text, 12, '  '))
    .join('\n');
}
