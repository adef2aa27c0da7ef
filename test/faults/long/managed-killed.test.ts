import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect } from 'vitest';
import { dbCommand } from '../../../src/neo4j/admin/db-command.ts';
import { managedFolder } from '../../../src/neo4j/store/folder.ts';
import type { DbAction } from '../../../src/neo4j/types.ts';
import { projectFolder } from '../../../src/project.ts';
import { faultRow } from '../../support/fault-row.ts';
import { expectNoLeak } from '../../support/leaks.ts';
import { managedConfig } from '../../support/managed-config.ts';
import {
  KEY,
  lockRecord,
  type ManagedService,
  processesOf,
  serverProcess,
  startManagedService,
} from '../../support/managed-service.ts';
import { scratchRecord } from '../../support/scratch.ts';

/** On a machine that has time; on a busy one Neo4j takes several times as long. */
const READY_WITHIN = 30_000;
const READY_WITHIN_STARTS = 4;
const SERVER = /^[^\0]*java\0.*CommunityEntryPoint/;

const folders: string[] = [];
const services: ManagedService[] = [];
let longestStart = 0;

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'on-record-watched-'));
  folders.push(folder);
  return folder;
}

async function start(command: 'start' | 'serve', dataFolder: string): Promise<ManagedService> {
  const begun = performance.now();
  const service = await startManagedService(command, dataFolder);
  longestStart = Math.max(longestStart, performance.now() - begun);
  services.push(service);
  return service;
}

afterEach(async () => {
  for (const { child, ended } of services.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
  }
  for (const folder of folders.splice(0)) {
    await db(folder, 'stop');
    rmSync(folder, { recursive: true, force: true });
  }
});

/** What a command of `npm run db` prints or why it fails. */
async function db(dataFolder: string, action: DbAction): Promise<string> {
  const lines: string[] = [];
  await dbCommand(action, managedConfig, {
    projectFolder,
    dataFolder,
    print: (text) => lines.push(text),
  }).catch((error: Error) => lines.push(error.message));
  return lines.join('\n');
}

async function readiness(url: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${url}/readyz`);
  return { status: response.status, text: await response.text() };
}

const isLate = (time: number) => time > Math.max(READY_WITHIN, READY_WITHIN_STARTS * longestStart);

/** Milliseconds until the service is ready again, and what it said until then. */
async function untilReady({ url, output }: ManagedService): Promise<{ took: number; said: string }> {
  const begun = performance.now();
  let said = '';
  for (let isDown = false; ; await sleep(50)) {
    const { status, text } = await readiness(url);
    const took = performance.now() - begun;
    if (status === 503) {
      isDown = true;
      said += `${text}\n`;
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
    } else if (isDown) return { took, said };
    if (took > 10 * READY_WITHIN) throw new Error(`not ready again:\n${output()}`);
  }
}

/** Writes articles until that is over, and notes those that were acknowledged. */
async function writing({ url }: ManagedService, acknowledged: string[], isOver: () => boolean) {
  for (let nth = 0; !isOver(); nth++) {
    const { id, text, annotation } = scratchRecord(`kept-${nth}`, { speaker: 'asim-munir', land: 'india' });
    const body = JSON.stringify({ id, text, annotation: { ...annotation, mentions: [] } });
    const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };
    const written = await fetch(`${url}/v1/articles`, { method: 'POST', headers, body });
    if (written.status === 201) acknowledged.push(id);
    else if (written.status < 500) throw new Error(await written.text());
  }
}

/** The status of a response that was planned in time: the database plans anew after its start. */
async function statusOf(url: string): Promise<number> {
  for (let tries = 1; ; tries++) {
    const { status } = await fetch(url);
    if (status < 500 || tries === 20) return status;
  }
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(0)} s`;

faultRow(34, 'the managed Neo4j and its supervisor are killed under a service', async () => {
  const dataFolder = newFolder();
  const service = await start('start', dataFolder);
  const { url, output } = service;
  const times: number[] = [];

  const first = await serverProcess(dataFolder);
  let isReady = false;
  const acknowledged: string[] = [];
  const writes = writing(service, acknowledged, () => isReady);
  while (acknowledged.length < 3) await sleep(20);
  process.kill(first, 'SIGKILL');
  const ready = untilReady(service);
  while (lockRecord(dataFolder)?.state !== 'restarting') await sleep(10);
  expect(await db(dataFolder, 'status')).toMatch(/ended and is being started again \(restarting, pid \d+/);
  expect(await db(dataFolder, 'start')).toContain('ended and is being started again here');
  expect(await db(dataFolder, 'stop')).toContain('belongs to the running `npm start`');
  const { took, said } = await ready;
  times.push(took);
  expect(said).toContain(
    'The database cannot be reached. Neo4j was ended by SIGKILL. It is started again now, try 1 of 6.',
  );
  expectNoLeak(said);
  isReady = true;
  await writes;
  for (const id of acknowledged) expect(await statusOf(`${url}/v1/articles/${id}`), id).toBe(200);
  expect(await db(dataFolder, 'status')).toMatch(/runs \(foreground, .*responds {2}Neo4j/s);
  expect(output()).toContain('Neo4j was ended by SIGKILL.');
  expect(output()).toMatch(/Neo4j runs again, [\d.]+ s after it ended\./);

  process.kill(lockRecord(dataFolder)!.supervisor!.pid, 'SIGKILL');
  times.push((await untilReady(service)).took);
  expect(output()).toContain('Neo4j ended with its supervisor, which was killed.');

  const killed = await serverProcess(dataFolder);
  process.kill(killed, 'SIGKILL');
  const again = untilReady(service);
  process.kill(await serverProcess(dataFolder, killed), 'SIGKILL');
  expect((await again).said).toContain('Neo4j was ended by SIGKILL while it started.');
  expect(processesOf(dataFolder, SERVER)).toHaveLength(1);
  expect(times.filter(isLate)).toEqual([]);
  return `ready again after ${seconds(Math.max(...times))} at most, ${acknowledged.length} acknowledged articles, 0 lost`;
});

faultRow(34, 'a service is told to end while its Neo4j starts again', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const dataFolder = newFolder();
    const { child, ended, output } = await start('serve', dataFolder);
    const killed = await serverProcess(dataFolder);
    process.kill(killed, 'SIGKILL');
    // One while it starts, the other while it pauses.
    if (signal === 'SIGTERM') await serverProcess(dataFolder, killed);
    else process.kill(await serverProcess(dataFolder, killed), 'SIGKILL');
    child.kill(signal);
    expect(await ended, output()).toEqual([0, null]);
    expect(processesOf(dataFolder, /./)).toEqual([]);
    expect(existsSync(managedFolder(dataFolder).lock)).toBe(false);
  }
  return 'SIGTERM and SIGINT: exit code 0, no process and no lock left';
});

faultRow(34, 'a Neo4j that dies each time that it starts', async () => {
  const dataFolder = newFolder();
  const { ended, output } = await start('serve', dataFolder);
  let isOver = false;
  ended.then(() => {
    isOver = true;
  });
  while (!isOver) {
    for (const pid of processesOf(dataFolder, SERVER)) process.kill(pid, 'SIGKILL');
    await sleep(200);
  }
  expect(await ended, output()).toEqual([1, null]);
  const tries = [...output().matchAll(/started again (now|in [\d.]+ s), try \d of 6/g)].map(
    ([, when]) => when,
  );
  expect([...new Set(tries)]).toEqual(['now', 'in 1 s', 'in 2 s', 'in 4 s', 'in 8 s', 'in 16 s']);
  expect(output().trimEnd().split('\n').slice(-20).join('\n')).toContain(
    'It was started again 6 times in a row.',
  );
  expect(processesOf(dataFolder, /./)).toEqual([]);
  return `${tries.length} tries, then exit code 1 with a message`;
});

faultRow(34, 'a Neo4j in the background that two services share', async () => {
  const dataFolder = newFolder();
  await db(dataFolder, 'start');
  const pair = [await start('start', dataFolder), await start('serve', dataFolder)];
  const uri = lockRecord(dataFolder)?.uri;
  const killed = await serverProcess(dataFolder);
  process.kill(killed, 'SIGKILL');
  const took = (await Promise.all(pair.map(untilReady))).map((one) => one.took);
  expect(processesOf(dataFolder, SERVER)).toHaveLength(1);
  while (lockRecord(dataFolder)?.state !== 'background') await sleep(20);
  expect(lockRecord(dataFolder)).toMatchObject({ state: 'background', uri });

  // Without its supervisor it runs on, and everybody is told so.
  process.kill(lockRecord(dataFolder)!.supervisor!.pid, 'SIGKILL');
  await sleep(3000);
  expect((await readiness(pair[0]!.url)).status).toBe(200);
  expect(await db(dataFolder, 'status')).toMatch(/runs \(background, .*responds {2}Neo4j/s);
  expect(await db(dataFolder, 'start')).toContain('is already running here');

  // Stopped on purpose, it stays stopped.
  expect(await db(dataFolder, 'stop')).toContain('The database is stopped');
  await sleep(5000);
  expect((await readiness(pair[1]!.url)).text).toContain('Neo4j was stopped');
  expect(processesOf(dataFolder, SERVER)).toEqual([]);
  expect(took.filter(isLate)).toEqual([]);
  return `one server again, both ready after ${seconds(Math.max(...took))}; stopped on purpose it stays so`;
});
