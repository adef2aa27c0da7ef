/**
 * A process that starts the container of Neo4j for another one, and stops it when that one has ended, even where it was
 * killed: the other process holds its stdin open.
 *
 *   node guard.ts <project folder> <data folder> <process id>      with NEO4J_PASSWORD in the environment
 */
import { setTimeout as sleep } from 'node:timers/promises';
import getPort from 'get-port';
import { markProcess } from '../server/process-mark.ts';
import { everySecond } from '../server/run.ts';
import {
  BOLT_PORT,
  composeConnection,
  composeOf,
  containerLog,
  containerRun,
  countClients,
  hasDockerData,
  isStarting,
} from './compose.ts';
import { errorLine } from './engine.ts';
import { type GuardMessage, KEEP } from './guard-message.ts';
import { usageIn } from './usage.ts';

/** The connections of a process that has just ended are closed within moments. */
const CLOSING_MS = 1000;

const [projectFolder = '', data = '', pid = ''] = process.argv.slice(2);
const compose = composeOf(projectFolder, data, process.env.NEO4J_PASSWORD ?? '');
const usage = usageIn(data);
const user = markProcess(Number(pid));
const ending = new AbortController();
let isKept = false;

process.stdin.on('data', (text) => {
  isKept ||= text.toString().includes(KEEP);
});
process.stdin.on('end', () => ending.abort());
process.on('SIGTERM', () => ending.abort());
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});
// The other process may end first.
process.stdout.on('error', () => {});

const tell = (message: GuardMessage) => process.stdout.write(`${JSON.stringify(message)}\n`);

async function start(): Promise<void> {
  const running = await composeConnection(compose);
  if (user) usage.add(user);
  if (running) {
    await everySecond(untilStarted(), tellSeconds);
    const how = usage.isForUsers(await containerRun(compose)) ? 'shared' : 'independent';
    if (how === 'independent') usage.noteIndependent();
    tell({ type: 'ready', uri: running.uri, how });
    return;
  }
  const hasData = await hasDockerData(compose);
  const port = await getPort({ port: BOLT_PORT, host: '127.0.0.1' });
  usage.noteStarted(undefined);
  const { code, output } = await everySecond(
    compose.run(['up', '--detach', '--wait', 'neo4j'], {
      env: { NEO4J_BOLT_PORT: String(port) },
      signal: ending.signal,
    }),
    tellSeconds,
  );
  const connection = code === 0 ? await composeConnection(compose) : undefined;
  if (connection) {
    usage.noteStarted(await containerRun(compose));
    tell({ type: 'ready', uri: connection.uri, how: 'started' });
    return;
  }
  const log = ending.signal.aborted ? '' : await containerLog(compose);
  const message = `docker: docker compose up did not start Neo4j: ${errorLine(output)}`;
  tell({ type: 'failed', message: log ? `${message}\n${log}` : message, hasData });
}

/** A start that was killed leaves a container whose health check has not passed yet. */
async function untilStarted(): Promise<void> {
  while (!ending.signal.aborted && (await isStarting(compose))) await sleep(500);
}

const tellSeconds = (seconds: number) =>
  tell({ type: 'progress', text: `starting Neo4j in Docker: ${seconds} s` });

async function leave(): Promise<void> {
  if (user) usage.remove(user);
  if (isKept) return usage.noteIndependent();
  if (usage.users().length > 0) return;
  const [run, isUsed] = await Promise.all([containerRun(compose), hasOtherClients()]);
  if (isUsed || !usage.isForUsers(run)) return;
  await compose.run(['stop', 'neo4j']);
  usage.noteIndependent();
}

async function hasOtherClients(): Promise<boolean> {
  for (const begun = Date.now(); Date.now() - begun < CLOSING_MS; await sleep(50))
    if ((await countClients(compose)) === 0) return false;
  return true;
}

const tellWait = (pid: number) =>
  tell({ type: 'progress', text: `waiting for pid ${pid}, which starts or stops Neo4j in Docker` });

await usage.exclusively(start, tellWait);
if (!ending.signal.aborted) await new Promise((resolve) => ending.signal.addEventListener('abort', resolve));
await usage.exclusively(leave);
process.exit(0);
