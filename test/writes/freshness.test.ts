import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { read, write } from '../../src/db/client.ts';
import { check } from '../../src/ingest/check/check.ts';
import type { EntityRow } from '../../src/ingest/facts/entity-rows.ts';
import { loadInputs } from '../../src/ingest/read/load-inputs.ts';
import { moveVersion, runner, writeLocked } from '../../src/ingest/write/locked-write.ts';
import { renderStatements } from '../../src/ingest/write/render-statements.ts';
import { ownAuthority, seedFolder } from '../../src/project.ts';
import { testGraph } from '../support/graph.ts';
import { restoreSeed } from '../support/graph-dump.ts';

const graph = testGraph();
// The database plans anew while the graph changes.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const WRITES = 40;
const RENAMED = ['michael-kurilla', 'pakistan'] as const;
const URLS = [
  '/v1/statements?speaker=michael-kurilla',
  '/v1/statements?about=pakistan&limit=3',
  '/v1/entities/michael-kurilla',
  '/v1/entities/pakistan',
];

/** Each renaming that was committed, with the version of the graph that it made. */
const renamings: { version: number; id: string; name: string }[] = [];
let committed = 0;
let apps: FastifyInstance[];
let records: EntityRow[];

beforeAll(async () => {
  records = check(loadInputs([seedFolder], ownAuthority)).entities;
  apps = await Promise.all([1, 2].map(() => buildApp({ graph, responseCacheSize: 8 })));
});

afterAll(async () => {
  for (const app of apps) await app.close();
  await restoreSeed(graph);
});

test('no answer of two services is older than its request, and each shows the version that it claims', async () => {
  const version = await versionNow();
  for (const id of RENAMED) {
    const { properties } = records.find((row) => row.id === id)!;
    renamings.push({ version, id, name: String(properties.name) });
  }
  committed = version;
  let writing = true;
  const writers = RENAMED.map(async (id) => {
    for (let nth = 1; nth <= WRITES; nth++) await rename(id, `${id} ${nth}`);
  });
  const rendering = (async () => {
    while (writing) await renderStatements(graph);
  })();
  const reading = apps.flatMap((app) => URLS.map((url) => readUntil(app, url, () => !writing)));
  await Promise.all(writers);
  writing = false;
  await rendering;
  const answers = (await Promise.all(reading)).flat();

  for (const { url, atRequest, version, body } of answers) {
    expect(version, url).toBeGreaterThanOrEqual(atRequest);
    for (const [id, name] of Object.entries(named(body)))
      expect(name, `${url} at ${version}`).toBe(nameAt(version, id));
  }
  // They are not all of one version, and not all of the last.
  expect(new Set(answers.map(({ version }) => version)).size).toBeGreaterThan(5);
});

test('what is read while a commit is under way waits for its end, or is of no version', async () => {
  const [app] = apps as [FastifyInstance];
  const announce = (id: string) =>
    write(graph, (transaction) => runner(transaction)('announce-commit', { id, within: 60_000 }));
  const end = (id: string) => write(graph, (transaction) => runner(transaction)('end-commit', { id }));
  const kept = await app.inject('/v1/events/cold-war');
  expect(kept.headers.etag).toBeDefined();

  await announce('for long');
  const meanwhile = await app.inject('/v1/events/pakistan-independence-1947');
  expect([meanwhile.statusCode, meanwhile.headers.etag]).toEqual([200, undefined]);
  expect(meanwhile.headers['cache-control']).toBe('no-store');
  // Nothing of it is visible yet, so what was kept before is right.
  expect((await app.inject('/v1/events/cold-war')).headers.etag).toBe(kept.headers.etag);
  await announce('another');
  await end('for long');

  let ended = false;
  const waiting = app.inject('/v1/events/pakistan-independence-1947').then((answer) => ({ answer, ended }));
  await sleep(200);
  ended = true;
  await end('another');
  const after = await waiting;
  expect(after.ended, 'answered after the commit').toBe(true);
  expect(after.answer.headers.etag).toBe(kept.headers.etag);
});

test('a commit that was announced by a writer who died is believed for a time', async () => {
  const [app] = apps as [FastifyInstance];
  await write(graph, (transaction) =>
    runner(transaction)('announce-commit', { id: 'of the dead', within: 300 }),
  );
  const answer = await app.inject('/v1/entities/pakistan?format=jsonld');
  expect(answer.headers.etag).toBeDefined();
  await rename('pakistan', 'Pakistan');
  const [left] = await read(graph, 'MATCH (c:Commit) RETURN count(c) AS count');
  expect(left!.count).toBe(0);
});

test('what is asked again is not read again until the version moves on', async () => {
  const [app] = apps as [FastifyInstance];
  const url = '/v1/entities/pakistan';
  const first = await app.inject(url);
  // A change behind the service's back, which only a read of the database could show.
  await write(graph, (transaction) =>
    transaction.run("MATCH (e:Entity {id: 'pakistan'}) SET e.description = 'changed', e.hash = 'changed'"),
  );
  const again = await app.inject(url);
  expect([again.body, again.headers.etag, again.headers['content-type']]).toEqual([
    first.body,
    first.headers.etag,
    first.headers['content-type'],
  ]);
  const known = await app.inject({ url, headers: { 'if-none-match': String(first.headers.etag) } });
  expect([known.statusCode, known.body]).toEqual([304, '']);
  await write(graph, moveVersion);
  expect((await app.inject(url)).json().description).toBe('changed');
});

test('a kept answer has the headers of the first one, and is compressed for who takes it so', async () => {
  const [app] = apps as [FastifyInstance];
  const url = '/v1/statements?about=pakistan&limit=2';
  const headersOf = async (method: 'GET' | 'HEAD') => {
    const { headers, statusCode, body } = await app.inject({ method, url });
    const { date: _date, vary: _vary, connection: _connection, ...rest } = headers;
    return { statusCode, body, headers: { ...rest, 'content-length': String(rest['content-length']) } };
  };
  const first = await headersOf('GET');
  expect(await headersOf('GET')).toEqual(first);
  expect(await headersOf('HEAD')).toEqual({ ...first, body: '' });
  // The first one who takes it compressed is answered anew, and the next ones get what was kept.
  const compressed = () => app.inject({ url, headers: { 'accept-encoding': 'gzip, deflate, br' } });
  await vi.waitFor(async () => expect((await compressed()).headers['content-encoding']).toBe('gzip'));
  const { headers, rawPayload } = await compressed();
  expect(headers['content-encoding']).toBe('gzip');
  expect(headers.vary).toContain('accept-encoding');
  expect(gunzipSync(rawPayload).toString()).toBe(first.body);
  const refused = await app.inject({ url, headers: { 'accept-encoding': 'gzip;q=0' } });
  expect(refused.headers['content-encoding']).toBeUndefined();
});

test('a kept answer tells nobody how often another client may still ask', async () => {
  const app = await buildApp({ graph, responseCacheSize: 1, rateLimit: 100 });
  const url = '/v1/entities/pakistan';
  const limits = async () =>
    Object.keys((await app.inject(url)).headers).filter((name) => /ratelimit/.test(name));
  expect(await limits()).not.toEqual([]);
  expect(await limits()).toEqual([]);
  await app.close();
});

async function versionNow(): Promise<number> {
  return (await apps[0]!.inject('/readyz')).json().graphVersion;
}

/** Renames an entity as an ingestion does. */
async function rename(id: string, name: string) {
  const row = records.find((record) => record.id === id)!;
  const changed = { ...row, hash: name, properties: { ...row.properties, name } };
  const version = await writeLocked(graph, async (transaction) => {
    const moved = await moveVersion(transaction);
    await runner(transaction)('write-entities', { rows: [changed] });
    return moved;
  });
  renamings.push({ version, id, name });
  committed = Math.max(committed, version);
}

/** What an entity is called at a version of the graph. */
const nameAt = (version: number, id: string) =>
  renamings
    .filter((renaming) => renaming.id === id && renaming.version <= version)
    .sort((a, b) => b.version - a.version)[0]!.name;

async function readUntil(app: FastifyInstance, url: string, done: () => boolean) {
  const answers: { url: string; atRequest: number; version: number; body: unknown }[] = [];
  while (!done()) {
    const atRequest = committed;
    const { statusCode, headers, body } = await app.inject(url);
    expect(statusCode, body).toBe(200);
    // Somebody wrote each time that it was read: it claims no version, and may not be kept.
    if (headers.etag === undefined) expect(headers['cache-control']).toBe('no-store');
    else
      answers.push({
        url,
        atRequest,
        version: Number(/\.(\d+)-json"$/.exec(headers.etag)![1]),
        body: JSON.parse(body),
      });
  }
  return answers;
}

/** The names of the renamed entities, wherever an answer gives them. */
function named(node: unknown, found: Record<string, string> = {}): Record<string, string> {
  if (node === null || typeof node !== 'object') return found;
  const { id, name } = node as { id?: string; name?: string };
  if (id !== undefined && name !== undefined && (RENAMED as readonly string[]).includes(id)) found[id] = name;
  for (const child of Object.values(node)) named(child, found);
  return found;
}
