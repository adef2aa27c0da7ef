import { spawn } from 'node:child_process';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { read, write } from '../../src/db/client.ts';
import { assertModelNumber, ModelNumberError } from '../../src/db/model-number.ts';
import { applySchema } from '../../src/db/schema.ts';
import { packed } from '../../src/ingest/facts/source-record.ts';
import { migrateGraph } from '../../src/ingest/migrate/migrate-graph.ts';
import { removeArticle } from '../../src/ingest/write/remove-article.ts';
import { submitArticle } from '../../src/ingest/write/submit-article.ts';
import { MODEL_NUMBER } from '../../src/model/model-number.ts';
import { projectFolder } from '../../src/project.ts';
import { verifyGraph } from '../../src/verify/verify.ts';
import { testDatabase } from '../support/database.ts';
import { DRAFT, REVIEWED } from '../support/draft-article.ts';
import { testGraph } from '../support/graph.ts';
import { dump, empty, restoreSeed, secondOpinionFolder } from '../support/graph-dump.ts';
import { scratchRecord } from '../support/scratch.ts';

const graph = testGraph();
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const run = (text: string, parameters = {}) =>
  write(graph, (transaction) => transaction.run(text, parameters));
const setModel = (model: number | null) => run('MATCH (g:Graph) SET g.model = $model', { model });
const modelOfGraph = async () => (await read(graph, 'MATCH (g:Graph) RETURN g.model AS model'))[0]?.model;

beforeEach(() => setModel(MODEL_NUMBER));
afterAll(async () => {
  await setModel(MODEL_NUMBER);
  await restoreSeed(graph);
});

/** Graphs of other models: what is found, and what is to be done. */
const OTHERS: [name: string, model: number | null, sentence: RegExp][] = [
  [
    'an older',
    MODEL_NUMBER - 1,
    /^The graph is of model \d+, and this version of On Record works with model \d+: nothing was changed; run npm run db -- migrate, or run npm run db -- reset and load it again \(before that, npm run export -- DIR of the version that wrote it, from model 4 on, writes what to load; npm run db -- dump FILE keeps a copy\)\.$/,
  ],
  [
    'a newer',
    MODEL_NUMBER + 1,
    /^The graph is of model \d+, .* nothing was changed; update On Record, or run npm run db -- reset/,
  ],
  ['no', null, /^The graph has no model number, as those of older versions, and .*npm run db -- reset/],
];

describe('a graph', () => {
  test('of this model is taken', async () => {
    expect(await modelOfGraph()).toBe(MODEL_NUMBER);
    await assertModelNumber(graph);
  });

  test.each(OTHERS)('with %s model number is refused in one sentence', async (_, model, sentence) => {
    await setModel(model);
    const refused = assertModelNumber(graph);
    await expect(refused).rejects.toBeInstanceOf(ModelNumberError);
    await expect(refused).rejects.toThrow(sentence);
  });

  test.each(OTHERS)('that is empty is taken whatever it had: %s number', async (_, model) => {
    await empty(graph);
    await setModel(model);
    await assertModelNumber(graph);
    await applySchema(graph);
    expect(await modelOfGraph()).toBe(MODEL_NUMBER);
    await restoreSeed(graph);
  });

  test('that has nothing is given the number with the schema, and with the first article', async () => {
    await run('MATCH (n) DETACH DELETE n');
    await assertModelNumber(graph);
    await applySchema(graph);
    expect(await modelOfGraph()).toBe(MODEL_NUMBER);
    await run('MATCH (n) DETACH DELETE n');
    await restoreSeed(graph);
    expect(await modelOfGraph()).toBe(MODEL_NUMBER);
  });

  test('with data keeps the number that it has when the schema is applied', async () => {
    await setModel(MODEL_NUMBER - 1);
    await applySchema(graph);
    expect(await modelOfGraph()).toBe(MODEL_NUMBER - 1);
  });
});

/** Lifts a graph of some model whose lifting was stopped before, and holds it to what it has to be then. */
async function expectLiftedAfterStop(model: number, wanted: string[]): Promise<void> {
  await setModel(model);
  const stopped = migrateGraph(graph, () => {
    throw new Error('it was stopped');
  });
  await expect(stopped).rejects.toThrow('it was stopped');
  expect(await modelOfGraph()).toBe(model);
  await expectLifted(model, wanted);
}

/** Lifts a graph of some model, and holds it to what it has to be then. */
async function expectLifted(model: number, wanted: string[]): Promise<void> {
  expect(await migrateGraph(graph, () => {})).toBe(model);
  expect(await modelOfGraph()).toBe(MODEL_NUMBER);
  expect(await dump(graph)).toEqual(wanted);
  expect(await verifyGraph(graph)).toEqual([]);
}

describe('migrating', () => {
  test('lifts a graph of model 5 to one that is sound, whenever it ended early before', async () => {
    const before = await dump(graph);
    await run("MATCH (v:Event) SET v.contestKey = null, v.hash = 'of model 5'");
    await run('MATCH (f:FormerId) DELETE f');
    await expectLiftedAfterStop(5, before);
  });

  test('lifts a graph of model 6: its statements say whether they are aimed at those whom nobody names', async () => {
    const before = await dump(graph);
    await run("MATCH (s:Statement) SET s.isTargetUnnamed = null, s.hash = 'of model 6'");
    await setModel(6);
    await expectLifted(6, before);
  });

  test('holds drafts of a graph of model 7 apart, which counted like reviewed articles', async () => {
    const send = (article: object) =>
      submitArticle(graph, Buffer.from(JSON.stringify(article)), { dryRun: false });
    const before = await dump(graph);
    await send(DRAFT);
    const apart = await dump(graph);
    await removeArticle(graph, DRAFT.id);
    await send(REVIEWED);
    await run('MATCH (x:Source {id: $id}) SET x.annotation = $annotation', {
      id: DRAFT.id,
      annotation: packed(DRAFT.annotation),
    });
    await setModel(7);
    await expectLifted(7, apart);
    await removeArticle(graph, DRAFT.id);
    expect(await dump(graph)).toEqual(before);
  });

  test('names the entities of a graph of model 8 anew, whose names were compared by other keys', async () => {
    const submitted = { ...DRAFT, id: 'a-draft-of-model-8' };
    await submitArticle(graph, Buffer.from(JSON.stringify(submitted)), { dryRun: false });
    const before = await dump(graph);
    await run(
      "MATCH (e:Entity|DraftEntity {id: 'asim-munir'}) SET e.hash = 'of model 8', e.nameWords = ['munir']",
    );
    await run(
      "MATCH (n:Name|DraftName)-->({id: 'asim-munir'}) SET n.key = n.key + 'ə', n.plain = n.plain + 'ə', n.words = 'ə'",
    );
    await run(
      "MATCH (n:Name)-->(e:Entity) WHERE e.id <> 'asim-munir' SET e.hash = 'of model 8', n.plain = 'x'",
    );
    await expectLiftedAfterStop(8, before);
    await removeArticle(graph, submitted.id);
  });

  test.each([
    [
      4,
      /of model 4 cannot be lifted to model \d+: nothing was changed; export it with the version that wrote it/,
    ],
    [null, /without a model number cannot be lifted/],
    [MODEL_NUMBER + 1, /cannot be lifted to model \d+: nothing was changed; update On Record\./],
  ])('says the other way where there is none: model %s', async (model, sentence) => {
    await setModel(model);
    await expect(migrateGraph(graph, () => {})).rejects.toThrow(sentence);
    expect(await modelOfGraph()).toBe(model);
  });

  test('leaves a graph of this model as it is', async () => {
    const before = await dump(graph);
    expect(await migrateGraph(graph, () => {})).toBe(MODEL_NUMBER);
    expect(await dump(graph)).toEqual(before);
  });
});

/** Runs the command line on the database of this run. */
function onrecord(commandLine: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const { uri, user, password, database } = testDatabase().connection;
  const env = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
  const child = spawn(process.execPath, ['src/cli.ts', ...commandLine], {
    cwd: projectFolder,
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (chunk) => {
      said[name] += chunk;
    });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...said })));
}

describe('npm run db -- migrate', () => {
  test('lifts an older graph and says from what to what; run again, there is nothing to lift', async () => {
    const before = await dump(graph);
    await setModel(MODEL_NUMBER - 1);
    const first = await onrecord(['db', 'migrate']);
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toContain(`Migrating: from model ${MODEL_NUMBER - 1} to ${MODEL_NUMBER}`);
    expect(first.stdout).toContain('To prove it: npm run db -- verify');
    expect(await modelOfGraph()).toBe(MODEL_NUMBER);
    expect(await dump(graph)).toEqual(before);
    const again = await onrecord(['db', 'migrate']);
    expect([again.code, again.stderr]).toEqual([0, '']);
    expect(again.stdout).toContain(
      `Migrating: nothing to lift, the graph is of model ${MODEL_NUMBER} already`,
    );
  });

  test('leaves a newer graph as it is, indexes as well, and says what to do', async () => {
    const indexes = () => read(graph, "SHOW INDEXES YIELD name WHERE name = 'contestedEvent'");
    await run('DROP INDEX contestedEvent IF EXISTS');
    try {
      await setModel(MODEL_NUMBER + 1);
      const { code, stderr } = await onrecord(['db', 'migrate']);
      expect(code).toBe(1);
      expect(stderr.trim().split('\n').at(-1)).toBe(
        `A graph of model ${MODEL_NUMBER + 1} cannot be lifted to model ${MODEL_NUMBER}: nothing was changed; update On Record.`,
      );
      expect(await indexes()).toEqual([]);
    } finally {
      await applySchema(graph);
    }
    expect(await indexes()).toHaveLength(1);
  });
});

describe('on a graph of another model', () => {
  test.each([[['start']], [['serve']], [['ingest', secondOpinionFolder]], [['db', 'verify']]])(
    'onrecord %j says what to run, and changes nothing',
    async (commandLine) => {
      const before = await dump(graph);
      await setModel(MODEL_NUMBER + 1);
      const { code, stderr } = await onrecord(commandLine);
      expect(code).toBe(1);
      expect(stderr.trim().split('\n').at(-1)).toMatch(OTHERS[1]![2]);
      expect(await modelOfGraph()).toBe(MODEL_NUMBER + 1);
      await setModel(MODEL_NUMBER);
      expect(await dump(graph)).toEqual(before);
    },
  );

  test('nothing is written over HTTP', async () => {
    const key = 'a-key-of-more-than-twenty-characters';
    const app = await buildApp({ graph, writeKeys: [{ name: 'tester', key }] });
    const before = await dump(graph);
    await setModel(null);
    const headers = { authorization: `Bearer ${key}` };
    const sent = await app.inject({
      method: 'POST',
      url: '/v1/articles',
      headers,
      payload: scratchRecord('of-another-model'),
    });
    const removed = await app.inject({ method: 'DELETE', url: '/v1/articles/shifting-sands', headers });
    for (const { statusCode, body } of [sent, removed]) {
      expect([statusCode, JSON.parse(body).code]).toEqual([403, 'writes-disabled']);
      expect(JSON.parse(body).detail).toMatch(OTHERS[2]![2]);
    }
    expect(await modelOfGraph()).toBeNull();
    await setModel(MODEL_NUMBER);
    expect(await dump(graph)).toEqual(before);
    await app.close();
  });
});
