import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { closeGraph, type Graph, openGraph, read, write } from '../../src/db/client.ts';
import { applySchema } from '../../src/db/schema.ts';
import { dbCommand } from '../../src/neo4j/admin/db-command.ts';
import { provideDatabase } from '../../src/neo4j/sources/provide.ts';
import { managedFolder } from '../../src/neo4j/store/folder.ts';
import type { DbAction } from '../../src/neo4j/types.ts';
import { projectFolder } from '../../src/project.ts';
import { managedConfig as config } from '../support/managed-config.ts';

const scratch = mkdtempSync(join(tmpdir(), 'on-record-test-'));
const dataFolder = join(scratch, 'data');
const folder = managedFolder(dataFolder);
const file = join(scratch, 'whole.dump');
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let whole: unknown;

beforeAll(async () => {
  whole = await withGraph(async (graph) => {
    await applySchema(graph);
    await change(
      graph,
      'UNWIND range(1, 2000) AS n CREATE (:Mention {id: "m-" + n})-[:IN]->(:Article {id: "a-" + n})',
    );
    await expectRefused(join(scratch, 'other.dump'));
    return contentOf(graph);
  });
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs the managed database of this test for as long as something needs it. */
async function withGraph<T>(work: (graph: Graph) => Promise<T>): Promise<T> {
  const database = await provideDatabase(config, { projectFolder, dataFolder, onProgress: () => {} });
  const graph = { ...openGraph(database), readTimeout: 30_000 };
  try {
    return await work(graph);
  } finally {
    await closeGraph(graph);
    await database.stop();
  }
}

/** What a database holds, and the indexes that find it. */
const contentOf = async (graph: Graph) => [
  await read(
    graph,
    'MATCH (a)-[r]->(b) RETURN labels(a) + type(r) + labels(b) AS kinds, a.id AS a, b.id AS b ORDER BY a',
  ),
  await read(graph, 'SHOW INDEXES YIELD name, type, state RETURN name, type, state ORDER BY name'),
];

/** What a command prints. */
async function db(
  action: DbAction,
  options: { file?: string; yes?: boolean } = {},
  more = {},
): Promise<string> {
  const lines: string[] = [];
  const print = (text: string) => void lines.push(text);
  await dbCommand(action, { ...config, ...more }, { projectFolder, dataFolder, print, ...options });
  return lines.join('\n');
}

const files = () => readdirSync(scratch).sort();

describe('a dump', () => {
  test('becomes a database where there is none, the same as before and under a password of its own', async () => {
    expect(await db('dump', { file })).toMatch(
      /^Dumped the database in .+ to .+whole\.dump \(\d+\.\d MB\)\.$/m,
    );
    expect(files()).toEqual(['data', 'whole.dump']);
    await expect(db('dump', { file })).rejects.toThrow(`${file} is there already`);

    await db('reset', { yes: true });
    expect(await db('load', { file })).toContain(`Loaded ${file}.`);
    expect(statSync(folder.password).mode & 0o777).toBe(0o600);
    await withGraph(async (graph) => {
      expect(await contentOf(graph)).toEqual(whole);
      await change(graph, 'MATCH (n:Mention) DETACH DELETE n');
    });
  });

  test('takes the place of another database, after a question', async () => {
    await expect(db('load', { file })).rejects.toThrow(/^This deletes the database in .+ --yes$/);
    expect(await db('load', { file, yes: true })).toMatch(/Loaded .+ in place of the database in/);
    expect(existsSync(folder.unfinished)).toBe(false);
    expect(existsSync(folder.previous)).toBe(false);
    // Each start of the database takes ten seconds: the last test sees that the data are there.
  });

  test('that is missing, damaged or none is refused, and the data stay', async () => {
    const load = (name: string) => db('load', { file: join(scratch, name), yes: true });
    await expect(load('missing.dump')).rejects.toThrow('There is no file');
    writeFileSync(join(scratch, 'none.dump'), 'MATCH (n) RETURN n');
    await expect(load('none.dump')).rejects.toThrow('is no dump of a Neo4j database');
    const bytes = readFileSync(file);
    const third = Math.floor(bytes.length / 3);
    writeFileSync(join(scratch, 'short.dump'), bytes.subarray(0, third));
    await expect(load('short.dump')).rejects.toThrow(/short\.dump was not loaded, and what was there stays/);
    writeFileSync(join(scratch, 'broken.dump'), bytes.fill(7, third, third + 4096));
    await expect(load('broken.dump')).rejects.toThrow(
      /broken\.dump was not loaded, and what was there stays/,
    );
    expect(existsSync(folder.unfinished)).toBe(false);
  });

  test('that was about to take the place of others when its load was killed leaves them there', async () => {
    renameSync(folder.data, folder.previous);
    expect(await withGraph(contentOf)).toEqual(whole);
    expect(existsSync(folder.previous)).toBe(false);
  });

  test('needs a file, and a database that is the managed one', async () => {
    await expect(db('dump')).rejects.toThrow('Which file? npm run db -- dump FILE');
    await expect(db('dump', { file: join(scratch, 'no/such.dump') })).rejects.toThrow('There is no folder');
    await expect(db('dump', { file }, { NEO4J_URI: 'bolt://db:7687' })).rejects.toThrow(/neo4j-admin/);
    await expect(db('load', { file }, { NEO4J_URI: 'bolt://db:7687' })).rejects.toThrow(/neo4j-admin/);
  });
});

async function expectRefused(file: string) {
  const running = `already running here (pid ${process.pid}`;
  await expect(db('dump', { file })).rejects.toThrow(running);
  writeFileSync(file, 'DZV1');
  await expect(db('load', { file, yes: true })).rejects.toThrow(running);
  rmSync(file);
}

const change = (graph: Graph, text: string) => write(graph, (transaction) => transaction.run(text));
