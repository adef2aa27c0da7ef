import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { buildFile } from '../../src/columns/build.ts';
import { CountIndex } from '../../src/columns/count-index.ts';
import { read, write } from '../../src/db/client.ts';
import { validate, writeChecked } from '../../src/ingest/ingest.ts';
import { moveVersion } from '../../src/ingest/write/locked-write.ts';
import { removeArticle } from '../../src/ingest/write/remove-article.ts';
import { writeEntities } from '../../src/ingest/write/write-entities.ts';
import { ownAuthority, seedFolder } from '../../src/project.ts';
import { testDatabase } from '../support/database.ts';
import { testGraph } from '../support/graph.ts';
import { restoreSeed, secondOpinionFolder } from '../support/graph-dump.ts';

/* Counts are of the version that the response names, whoever wrote and whatever became of the file of the index. */

const graph = testGraph();
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'on-record-columns-'));
const told: string[] = [];
let other: CountIndex;
let apps: FastifyInstance[];

beforeAll(async () => {
  const connection = testDatabase().connection;
  other = new CountIndex({ graph, connection, folder, timeout: 120_000, report: (text) => told.push(text) });
  apps = await Promise.all([graph, { ...graph, counts: other }].map((of) => buildApp({ graph: of })));
});

afterAll(async () => {
  for (const app of apps) await app.close();
  await other.close();
  rmSync(folder, { recursive: true, force: true });
  await restoreSeed(graph);
});

const URLS = [
  ...['speaker', 'role', 'article', 'about'].map(
    (group) => `/v1/stats/statements?groupBy=${group}&limit=500`,
  ),
  '/v1/mentions?resolved=true&total=true&limit=1',
  '/v1/articles?publishedFrom=1900&total=true&limit=1',
  '/v1/people?assertedBy=author&total=true&limit=1',
  '/v1/events?minConfidence=0.1&total=true&limit=1',
];

const MATCHING = [
  'MATCH (n:Mention) WHERE n.entityId IS NOT NULL',
  "MATCH (n:Article) WHERE n.publishedLatest >= '1900'",
  'MATCH (n:Person) WHERE EXISTS { (n)<-[:HELD_BY]-(r) WHERE r.factConfidence >= 0 OR r.opinionConfidence >= 0 }',
  'MATCH (n:Event) WHERE n.factConfidence >= 0.1 OR n.opinionConfidence >= 0.1 OR n.statementConfidence >= 0.1',
];

async function counted(app: FastifyInstance) {
  const responses = await Promise.all(URLS.map((url) => app.inject(url)));
  for (const { statusCode, body } of responses) expect(statusCode, body).toBe(200);
  return responses.map((response) => response.json());
}

/** Both services count the same, as many statements as there are. */
async function expectFresh() {
  const [row] = await read(graph, 'MATCH (s:Statement) RETURN count(s) AS total');
  const [one, two] = await Promise.all(apps.map(counted));
  expect(one![0].total).toBe(row!.total);
  const listed = MATCHING.map(
    async (match) => (await read(graph, `${match} RETURN count(n) AS total`))[0]!.total,
  );
  expect(one!.slice(-MATCHING.length).map(({ total }) => total)).toEqual(await Promise.all(listed));
  expect(two).toEqual(one);
}

test('two services count the same after each write', async () => {
  await expectFresh();
  // Commits that note what they touch are kept up with, without building anew.
  const built = told.length;
  await writeChecked(graph, validate([secondOpinionFolder], ownAuthority));
  await expectFresh();
  await removeArticle(graph, 'harbour-forum');
  await expectFresh();
  const { entities } = validate([seedFolder], ownAuthority);
  const row = entities.find(({ id }) => id === 'pakistan')!;
  await writeEntities(graph, [
    { ...row, hash: 'another', properties: { ...row.properties, name: 'Another' } },
  ]);
  expect(JSON.stringify(await counted(apps[1]!))).toContain('Another');
  await writeEntities(graph, [row]);
  await expectFresh();
  expect(told.length).toBe(built);
});

test('a commit that did not note what it touched has all read anew', async () => {
  const built = told.length;
  // As a writer of another kind does it.
  const rename = (name: string) =>
    write(graph, async (transaction) => {
      await moveVersion(transaction);
      await transaction.run("MATCH (e:Entity {id: 'pakistan'}) SET e.name = $name", { name });
    });
  await rename('Pakistan, renamed');
  const bodies = await counted(apps[1]!);
  expect(JSON.stringify(bodies)).toContain('Pakistan, renamed');
  expect(told.length).toBeGreaterThan(built);
  await rename('Pakistan');
});

test('a file that is no index is built anew', async () => {
  await other.close();
  const [row] = await read(graph, 'MATCH (g:Graph) RETURN g.seed AS seed');
  writeFileSync(join(folder, `${row!.seed}-0.duckdb`), 'something else');
  other = new CountIndex({ graph, connection: testDatabase().connection, folder, timeout: 120_000 });
  await apps[1]!.close();
  apps[1] = await buildApp({ graph: { ...graph, counts: other } });
  await expectFresh();
});

test('another version of the program builds nothing, and says so at once', async () => {
  const path = join(folder, 'of-another.duckdb');
  const { connection } = testDatabase();
  const progress: string[] = [];
  const built = buildFile({ connection, path, layout: 'another' }, (text) => progress.push(text), never);
  await expect(built).rejects.toThrow('has to be started anew');
  expect(progress).toEqual([]);
  expect(existsSync(path)).toBe(false);
});
const never = new AbortController().signal;

test('while the index is being built, counts are to be asked again, and lists are there', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'on-record-columns-'));
  const held = await heldConnection();
  const { connection } = held;
  const index = new CountIndex({ graph, connection, folder: elsewhere, timeout: 50 });
  const app = await buildApp({ graph: { ...graph, counts: index } });
  try {
    const opening = index.open();
    await vi.waitFor(() => expect(index.progress).toBeDefined(), { timeout: 20_000 });
    const [ready, ...counts] = await Promise.all(
      [
        '/readyz',
        '/v1/stats/statements?groupBy=role',
        '/v1/statements?total=true',
        '/v1/statements?facets=act',
      ].map((url) => app.inject(url)),
    );
    for (const response of [ready!, ...counts]) {
      expect(response.statusCode, response.body).toBe(503);
      expect(response.json()).toMatchObject({ code: 'starting', detail: expect.stringContaining('built') });
      expect(response.headers['retry-after']).toMatch(/^\d+$/);
    }
    const [list, page, file] = await Promise.all(
      ['/v1/statements', '/v1/events?format=html', '/v1/mentions?format=parquet'].map((url) =>
        app.inject(url),
      ),
    );
    for (const { statusCode, body } of [list!, page!, file!]) expect(statusCode, body).toBe(200);
    expect(list!.json().items.length).toBeGreaterThan(0);
    expect(index.progress).toBeDefined();
    held.letThrough();
    await opening;
    for (const url of ['/readyz', '/v1/statements?total=true'])
      expect((await app.inject(url)).statusCode).toBe(200);
  } finally {
    await app.close();
    await index.close();
    held.close();
    rmSync(elsewhere, { recursive: true, force: true });
  }
});

/** A way to the database of this run that nothing passes before it is told to. */
async function heldConnection() {
  const { connection } = testDatabase();
  const { hostname, port } = new URL(connection.uri);
  const released = Promise.withResolvers<void>();
  const server = createServer(async (socket) => {
    socket.on('error', () => {});
    await released.promise;
    const database = connect(Number(port), hostname).on('error', () => socket.destroy());
    socket.pipe(database).pipe(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    connection: { ...connection, uri: `bolt://127.0.0.1:${(server.address() as AddressInfo).port}` },
    letThrough: released.resolve,
    close: () => server.close(),
  };
}
