import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { generatedArticles, generatedEntities } from '../../bench/generate.ts';
import { bulkInput, bulkLoad } from '../../src/commands/bulk-load.ts';
import { closeGraph, openGraph, read } from '../../src/db/client.ts';
import { validate, writeChecked } from '../../src/ingest/ingest.ts';
import { joinOpen } from '../../src/ingest/write/join-open.ts';
import { refuseUnfillable } from '../../src/neo4j/sources/fill.ts';
import { managedFolder } from '../../src/neo4j/store/folder.ts';
import { lockStore } from '../../src/neo4j/store/store-lock.ts';
import { ownAuthority, projectFolder, seedFolder } from '../../src/project.ts';
import { currentState } from '../../src/query/consistency.ts';
import { verifyGraph } from '../../src/verify/verify.ts';
import { decidedFolder } from '../support/decided-folder.ts';
import { testGraph } from '../support/graph.ts';
import { dump, restoreSeed, secondOpinionFolder } from '../support/graph-dump.ts';
import { inputCheckOf } from '../support/input-check.ts';
import { managedConfig as config, MANAGED_SETTINGS } from '../support/managed-config.ts';
import { scratchInputs, scratchRecord } from '../support/scratch.ts';

const graph = testGraph();
const { write } = scratchInputs();
const dataFolder = mkdtempSync(join(tmpdir(), 'on-record-test-'));
const folder = managedFolder(dataFolder);
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

afterAll(async () => {
  rmSync(dataFolder, { recursive: true, force: true });
  await restoreSeed(graph);
});

test('a bulk load makes the graph that ingestion makes, with decisions of every kind, all indexes and a version', async () => {
  const annotated = validate([seedFolder, secondOpinionFolder, decidedFolder(write)], ownAuthority);
  const entities = [...annotated.entities, ...generatedEntities()];
  const articles = [...annotated.read(), ...generatedArticles(200)];
  const checked = { ...annotated, entities, has: () => true, read: () => articles };
  await writeChecked(graph, checked);

  const options = { projectFolder, ephemeral: true, onProgress: () => {} };
  const database = await bulkLoad(config, options, bulkInput(inputCheckOf(checked)));
  const [, home = ''] = /data in (.+)$/.exec(database.describe) ?? [];
  expect(existsSync(home)).toBe(true);
  const bulk = { ...openGraph(database), readTimeout: graph.readTimeout };
  try {
    expect((await currentState(bulk)).version).toMatch(/^[0-9a-f]{8}\.1$/);
    await joinOpen(bulk);
    expect(difference(await dump(bulk), await dump(graph))).toEqual({ only: [], missing: [] });
    expect(await indexes(bulk)).toEqual(await indexes(graph));
  } finally {
    await closeGraph(bulk);
    await database.stop();
  }
  expect(existsSync(home), 'what was for a test leaves nothing behind').toBe(false);
  // It holds the same, and the database of all tests has planned most of what verification asks.
  expect(await verifyGraph(graph)).toEqual([]);
});

/** A diff of whole dumps would fill the screen: the first lines that differ tell enough. */
function difference(one: string[], other: string[]) {
  const not = (lines: Set<string>) => (line: string) => !lines.has(line);
  return {
    only: one.filter(not(new Set(other))).slice(0, 3),
    missing: other.filter(not(new Set(one))).slice(0, 3),
  };
}

const indexes = (of: typeof graph) =>
  read(
    of,
    // Those of drafts are made with the first draft.
    "SHOW INDEXES YIELD name, state WHERE NOT name STARTS WITH 'draft_' RETURN name, state ORDER BY name",
  );

describe('onrecord ingest --bulk', () => {
  test('tells what is wrong in all articles, and leaves nothing behind', async () => {
    const faulty = [1, 2].map((nth) => ({
      ...scratchRecord(`faulty-${nth}`),
      text: `Nobody is quoted ${nth}.`,
    }));
    const input = write([scratchRecord('sound'), ...faulty]);
    const { ended, errors } = onrecord(input);
    const said = await text(errors);
    expect(await ended).toBe(1);
    for (const { id } of faulty) expect(said).toContain(id);
    expect(said).not.toContain('sound');
    expect(existsSync(folder.store)).toBe(false);
    expect(existsSync(folder.unfinished)).toBe(false);
  });

  test('tells what is wrong in the authority before a database is made', async () => {
    const input = write([scratchRecord('sound')], [{ id: 'nobody', type: 'Nobody' }]);
    const { lines, ended, errors } = onrecord(input);
    const said = text(errors);
    for await (const line of lines) expect(line).not.toMatch(/writing tables|import \d of 4/);
    expect(await said).toContain('Nobody');
    expect(await ended).toBe(1);
    expect(existsSync(folder.store)).toBe(false);
  });

  test('leaves nothing behind when it is killed, and makes the database the next time', async () => {
    const killed = onrecord(secondOpinionFolder);
    for await (const line of killed.lines) if (line.includes('import 1 of 4')) break;
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(existsSync(folder.store)).toBe(false);

    const second = onrecord(secondOpinionFolder);
    const said: string[] = [];
    for await (const line of second.lines) said.push(line);
    expect(await second.ended).toBe(0);
    expect(said.join('\n')).toMatch(/^ {2}Statement +5 +0 +0 +0$/m);
    expect(existsSync(folder.unfinished)).toBe(false);
    await expect(refuse({})).rejects.toThrow(`${folder.home} holds a database already`);
  });

  test('is refused where the database would be another one, with what to do', async () => {
    await expect(refuse({ NEO4J_URI: 'bolt://db:7687' })).rejects.toThrow(
      /bolt:\/\/db:7687.*unset NEO4J_URI/,
    );
    await expect(refuse({ NEO4J_SOURCE: 'docker' })).rejects.toThrow('NEO4J_SOURCE=managed');
  });

  test('is refused while the database runs', async () => {
    const lock = await lockStore(folder, () => {});
    await expect(refuse({})).rejects.toThrow(/already starting here \(pid \d+.*load without --bulk/);
    lock.release();
  });
});

const refuse = (more: object) => refuseUnfillable({ ...config, ...more }, { projectFolder, dataFolder });

function onrecord(...paths: string[]) {
  const child = spawn(process.execPath, ['src/cli.ts', 'ingest', '--bulk', ...paths], {
    cwd: projectFolder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...MANAGED_SETTINGS, ON_RECORD_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit').then(([code]) => code);
  return { child, ended, lines: createInterface(child.stdout), errors: child.stderr };
}
