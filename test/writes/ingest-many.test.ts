import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { generatedAuthority, generatedInputs } from '../../bench/generate.ts';
import { read } from '../../src/db/client.ts';
import { cypherFile } from '../../src/db/cypher.ts';
import type { CheckedInputs } from '../../src/ingest/check/check.ts';
import { batches } from '../../src/ingest/facts/batches.ts';
import { validate, writeChecked } from '../../src/ingest/ingest.ts';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { writeEntities } from '../../src/ingest/write/write-entities.ts';
import { MODEL_NUMBER } from '../../src/model/model-number.ts';
import { ownAuthority, projectFolder } from '../../src/project.ts';
import { testDatabase } from '../support/database.ts';
import { testGraph } from '../support/graph.ts';
import { dump, empty, restoreSeed } from '../support/graph-dump.ts';

const graph = testGraph();
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

/** Two batches of them, so that a load can be killed between two commits. */
const ARTICLES = 40;
const MODEL = { model: MODEL_NUMBER, touched: null, kept: 1 };
const folder = mkdtempSync(join(tmpdir(), 'on-record-'));
let checked: CheckedInputs;
/** The graph after an undisturbed load. */
let wanted: string[];

beforeAll(async () => {
  const lines = [...generatedInputs(ARTICLES * 20)].map((article) => JSON.stringify(article));
  writeFileSync(join(folder, 'articles.ndjson'), lines.join('\n'));
  writeFileSync(join(folder, 'entities.yaml'), JSON.stringify({ entities: entitiesIn(lines.join()) }));
  for (const [part, of] of [
    ['first', lines.slice(0, 27)],
    ['last', lines.slice(13).reverse()],
  ] as const) {
    mkdirSync(join(folder, part));
    writeFileSync(join(folder, part, 'articles.ndjson'), of.join('\n'));
  }
  checked = validate([folder], ownAuthority);
  await empty(graph);
  await writeChecked(graph, checked);
  wanted = await dump(graph);
});

/** Those of the generated authority that are named, or that others of them belong to. */
function entitiesIn(text: string) {
  const authority = generatedAuthority();
  const named = authority.filter(({ id }) => text.includes(`"${id}"`));
  const countries = new Set(named.map(({ country }) => country));
  return authority.filter((entity) => named.includes(entity) || countries.has(entity.id));
}

beforeEach(() => empty(graph));

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await empty(graph);
  await restoreSeed(graph);
});

/** Two dumps of this size are too long to be shown. */
function expectWanted(found: string[]) {
  const [a, b] = [new Set(found), new Set(wanted)];
  expect(found.filter((line) => !b.has(line)).slice(0, 3)).toEqual([]);
  expect(wanted.filter((line) => !a.has(line)).slice(0, 3)).toEqual([]);
  expect(found).toHaveLength(wanted.length);
}

/** Starts `ingest` on the database of this run in a process of its own. */
function ingesting(path: string) {
  const { uri, user, password } = testDatabase().connection;
  return spawn(process.execPath, ['src/cli.ts', 'ingest', path], {
    cwd: projectFolder,
    env: { PATH: process.env.PATH, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const articlesInGraph = async () =>
  (await read(graph, 'MATCH (a:Article) RETURN count(a) AS count'))[0]!.count as number;

test('articles one by one and in batches of any size, in another order, make one graph, and a second time nothing', async () => {
  await writeEntities(graph, checked.entities);
  const articles = [...checked.read()].reverse();
  for (const article of articles.splice(0, 10)) await writeArticles(graph, [article]);
  for (const batch of batches(articles, 700)) await writeArticles(graph, batch);
  expectWanted(await dump(graph));
  const tally = await writeChecked(graph, checked);
  expect([tally.total('created'), tally.total('updated'), tally.total('removed')]).toEqual([0, 0, 0]);
});

test('a load that is killed is finished by the next', async () => {
  const killed = ingesting(folder);
  while ((await articlesInGraph()) === 0) expect(killed.exitCode).toBeNull();
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  const articles = await articlesInGraph();
  expect(articles).toBeLessThan(ARTICLES);
  const tally = await writeChecked(graph, checked);
  expect(tally.nodes.get('Article')).toMatchObject({ created: ARTICLES - articles, unchanged: articles });
  expectWanted(await dump(graph));
});

test('two processes that load some of the same articles make the graph that one makes', async () => {
  const both = ['first', 'last'].map((part) => once(ingesting(join(folder, part)), 'exit'));
  expect(await Promise.all(both)).toEqual([
    [0, null],
    [0, null],
  ]);
  expectWanted(await dump(graph));
});

test('an article that the database refuses is named, and what was written before it stays', async () => {
  await writeEntities(graph, checked.entities);
  const articles = [...checked.read()].slice(0, 3);
  articles[1]!.properties.title = { not: 'a property' } as never;
  const load = writeChecked(graph, { ...checked, read: () => articles });
  await expect(load).rejects.toThrow(
    /articles\.ndjson: the database refuses article generated-1: .*[Pp]roperty/,
  );
  expect(await articlesInGraph()).toBe(1);
});

test('a writer that is in a deadlock with another begins again', async () => {
  await writeEntities(graph, checked.entities);
  const [article] = checked.read();
  await writeArticles(graph, [article!]);
  const sessions = [1, 2].map(() => graph.driver.session({ database: graph.database }));
  const [gate, other] = sessions.map((session) => session.beginTransaction());
  const lock = 'SET n.locked = true REMOVE n.locked';
  await gate!.run(`MATCH (n:Statement) ${lock}`);
  await other!.run(cypherFile('ingest/bump-version'), MODEL);
  // The database ends the transaction that has locked less.
  await other!.run(`MATCH (n:Name) ${lock}`);

  // The writer has locked the article and waits at the gate; the other waits for the article.
  const writing = writeArticles(graph, [{ ...article!, digest: 'another' }]);
  while ((await blocked()) < 1);
  const locking = other!.run(`MATCH (n:Article {id: $id}) ${lock}`, { id: article!.id });
  while ((await blocked()) < 2);
  // Now the writer goes on, and comes to the version, which the other holds.
  await gate!.commit();
  await locking;
  await other!.commit();
  expect((await writing).nodes.get('Article')).toMatchObject({ updated: 1 });
  for (const session of sessions) await session.close();
});

test('the version moves on with each of two commits at the same time', async () => {
  const sessions = [1, 2].map(() => graph.driver.session({ database: graph.database }));
  const [one, two] = sessions.map((session) => session.beginTransaction());
  const first = (await one!.run(cypherFile('ingest/bump-version'), MODEL)).records[0]!.get('version');
  const second = two!
    .run(cypherFile('ingest/bump-version'), MODEL)
    .then(({ records }) => records[0]!.get('version'));
  while ((await blocked()) < 1);
  await one!.commit();
  expect(await second).toBe(first + 1);
  await two!.commit();
  for (const session of sessions) await session.close();
});

/** How many transactions wait for another. */
async function blocked(): Promise<number> {
  const rows = await read(graph, 'SHOW TRANSACTIONS YIELD status RETURN status');
  return rows.filter(({ status }) => String(status).startsWith('Blocked')).length;
}
