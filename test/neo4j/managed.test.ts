import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { dbCommand } from '../../src/neo4j/admin/db-command.ts';
import { assembleNeo4j, NEO4J_VERSION } from '../../src/neo4j/runtime/jars.ts';
import { readLock } from '../../src/neo4j/server/lock.ts';
import { isRunning } from '../../src/neo4j/server/process-mark.ts';
import { provideDatabase } from '../../src/neo4j/sources/provide.ts';
import { managedFolder } from '../../src/neo4j/store/folder.ts';
import type { Database, DbAction, ManagedRecord } from '../../src/neo4j/types.ts';
import { managedConfig as config } from '../support/managed-config.ts';

const projectFolder = mkdtempSync(join(tmpdir(), 'on-record-test-'));
const folder = managedFolder(projectFolder);
const record = () => readLock<ManagedRecord>(folder.lock);
const provide = (options: { join?: boolean } = {}) =>
  provideDatabase(config, { projectFolder, dataFolder: projectFolder, onProgress: () => {}, ...options });

async function query(database: Database, cypher: string) {
  const driver = neo4j.driver(database.uri, neo4j.auth.basic(database.user, database.password));
  const { records } = await driver.executeQuery(cypher).finally(() => driver.close());
  return records.map((row) => row.toObject());
}

afterAll(() => rmSync(projectFolder, { recursive: true, force: true }));

describe('a managed Neo4j', { timeout: 180_000 }, () => {
  it('serves one process, on loopback, with a password of its own, and keeps its data', async () => {
    const first = await provide();
    expect(first.uri).toMatch(/^bolt:\/\/127\.0\.0\.1:\d+$/);
    expect(first.describe).not.toContain(first.password);
    expect(statSync(folder.password).mode & 0o777).toBe(0o600);
    expect(await isOpenElsewhere(Number(new URL(first.uri).port))).toBe(false);
    await query(first, 'CREATE (:Kept { by: "the first start" })');

    await expect(provide()).rejects.toThrow(`database is already running here (pid ${process.pid}`);
    const guest = await provide({ join: true });
    expect(guest.uri).toBe(first.uri);
    await guest.stop();
    const command = dbCommand('stop', config, { projectFolder, dataFolder: projectFolder, print: () => {} });
    await expect(command).rejects.toThrow(`belongs to the running \`npm start\` (pid ${process.pid})`);

    const { java } = record()!;
    await first.stop();
    await first.stop();
    expect(isRunning(java!)).toBe(false);
    expect(existsSync(folder.lock)).toBe(false);
  });

  it('ends when its owner is killed, and the next start waits for that and has the data', async () => {
    const script = join(import.meta.dirname, 'owner.ts');
    const owner = spawn(process.execPath, [script, projectFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(owner.stdout, 'data');
    const { java, supervisor } = record()!;
    expect(isRunning(java!)).toBe(true);
    owner.kill('SIGKILL');
    await once(owner, 'exit');

    const next = await provide();
    expect(isRunning(java!)).toBe(false);
    expect(isRunning(supervisor!)).toBe(false);
    expect(await query(next, 'MATCH (n:Kept) RETURN n.by AS by')).toEqual([{ by: 'the first start' }]);
    await next.stop();
  });

  it('runs in the background until it is told to stop, and can be deleted when nobody uses it', async () => {
    const lines: string[] = [];
    const db = (action: DbAction) =>
      dbCommand(action, config, {
        projectFolder,
        dataFolder: projectFolder,
        print: (text) => lines.push(text),
        yes: true,
      });
    await db('start');
    const guest = await provide();
    await db('status');
    expect(lines.join('\n')).toContain(`used by   pid ${process.pid}`);
    await expect(db('reset')).rejects.toThrow(`A service uses this database (pid ${process.pid})`);
    await guest.stop();
    const { java } = record()!;
    expect(isRunning(java!)).toBe(true);
    writeFileSync(join(folder.home, 'not ours'), '');
    await db('reset');
    expect(isRunning(java!)).toBe(false);
    expect(existsSync(folder.password)).toBe(false);
    expect(existsSync(join(folder.home, 'not ours'))).toBe(true);
  });

  it('shows what Java says where it cannot start, and leaves no report of it', async () => {
    const reports = () => readdirSync('.').filter((name) => name.startsWith('hs_err_pid'));
    const before = reports();
    const greedy = { ...config, NEO4J_HEAP: '9000g' };
    const start = provideDatabase(greedy, { projectFolder, onProgress: () => {}, ephemeral: true });
    await expect(start).rejects.toThrow(/Neo4j ended while it started\. Its log says:\n\s+.*(heap|memory)/is);
    expect(reports()).toEqual(before);
  });
});

describe('the assembly of Neo4j', () => {
  it('ignores and removes what a killed one left', async () => {
    const cache = mkdtempSync(join(tmpdir(), 'on-record-cache-'));
    const leftover = join(cache, 'unfinished-by-a-killed-start');
    mkdirSync(leftover);
    writeFileSync(join(leftover, 'half.jar'), 'half a');
    writeFileSync(join(cache, `neo4j-${NEO4J_VERSION}.lock`), '{"holder":{"pid":1,"started":"long ago"}}');
    const progress = vi.fn();
    const [one, two] = await Promise.all([assembleNeo4j(cache, progress), assembleNeo4j(cache, progress)]);
    expect(one).toBe(two);
    expect(existsSync(join(one, `neo4j-server-${NEO4J_VERSION}.jar`))).toBe(true);
    expect(existsSync(leftover)).toBe(false);
    expect(progress).toHaveBeenCalledWith(expect.stringMatching(/fetching Neo4j/));
    rmSync(cache, { recursive: true });
  }, 120_000);
});

/** Whether a port also answers at an address of this machine that others can reach. */
async function isOpenElsewhere(port: number): Promise<boolean> {
  const outside = Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.filter((address) => !address.internal && address.family === 'IPv4'),
  )[0];
  if (!outside) return false;
  const socket = connect({ port, host: outside.address, timeout: 1000 });
  const event = await Promise.race(
    ['connect', 'error', 'timeout'].map((name) =>
      once(socket, name).then(
        () => name,
        () => 'error',
      ),
    ),
  );
  socket.destroy();
  return event === 'connect';
}
