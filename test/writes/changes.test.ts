import { afterAll, describe, expect, test } from 'vitest';
import { write } from '../../src/db/client.ts';
import { pruneChanges } from '../../src/ingest/write/prune-changes.ts';
import { verifyGraph } from '../../src/verify/verify.ts';
import { restoreSeed } from '../support/graph-dump.ts';
import { scratchRecord } from '../support/scratch.ts';
import { writableService } from '../support/writable-service.ts';

const { graph, add, inject, post, put, remove, removeAt, get } = writableService();

const LAND = { id: 'changed-land', type: 'Country', name: 'Scratchland' };
const SPEAKER = { id: 'changed-speaker', type: 'Person', name: 'Changed Speaker' };
const article = (words: string) => scratchRecord('changed', { words, speaker: SPEAKER.id, land: LAND.id });

afterAll(() => restoreSeed(graph));

const version = async () => (await get('/v1/changes')).version;
const since = async (at: number | string) => (await get(`/v1/changes?since=${at}&limit=500`)).items;

test('tell each commit: what it added, replaced, removed and decided, and what that touched', async () => {
  const start = await version();
  await post(LAND, '/v1/entities');
  await add({ ...article('We agreed'), entities: [SPEAKER] });
  const { events: _events, ...annotation } = article('We did').annotation;
  await put('/v1/articles/changed', { ...article('We did'), annotation }, { 'if-match': '*' });
  const body = { kind: 'exclude', statement: 'changed-says', why: 'A test.' };
  const decision = (await post(body, '/v1/decisions')).json().id;
  // The speaker came with the article, and is there again when the statement is.
  const revoked = await post({ kind: 'revoke', decision, why: 'A test.' }, '/v1/decisions');
  expect(revoked.statusCode, revoked.body).toBe(201);
  await remove('changed');
  for (const { id } of [LAND, SPEAKER]) await removeAt(`/v1/entities/${id}`);
  const items = await since(start);
  // Each commit is one version.
  expect(items.map(({ version: at }: { version: number }) => at - start)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  const told = items.map(
    ({ version: _version, at: _at, by, isBulk: _isBulk, ...lists }: Record<string, unknown>) => {
      expect(by).toBe('tester');
      return Object.fromEntries(Object.entries(lists).filter(([, ids]) => (ids as string[]).length > 0));
    },
  );
  const of = { statements: ['changed-says'] };
  expect(told).toEqual([
    { entities: [LAND.id] },
    { articlesAdded: ['changed'], entities: [SPEAKER.id], ...of, events: ['changed-event'] },
    { articlesReplaced: ['changed'], ...of, events: ['changed-event'] },
    { articlesReplaced: ['changed'], decisions: [decision], ...of },
    { articlesReplaced: ['changed'], decisions: [expect.any(String)], ...of },
    { articlesRemoved: ['changed'], ...of },
    { entities: [LAND.id] },
    { entities: [SPEAKER.id] },
  ]);
  expect(await verifyGraph(graph)).toEqual([]);
});

test('are read part by part, from a version and from a moment', async () => {
  const { items, next } = await get('/v1/changes?limit=2');
  expect(items).toHaveLength(2);
  expect(next).toBe(items[1].version);
  let rest = await get(`/v1/changes?since=${next}&limit=500`);
  expect(rest.items[0].version).toBeGreaterThan(next);
  while (rest.next !== null) rest = await get(`/v1/changes?since=${rest.next}&limit=500`);
  const [first, second] = rest.items.slice(-2);
  const later = (await since(first.at)).map((item: { version: number }) => item.version);
  expect(later).not.toContain(first.version);
  expect(later).toContain(rest.items.at(-1).version);
  expect(second.at >= first.at).toBe(true);
  expect((await get(`/v1/changes?since=${rest.version}`)).items).toEqual([]);
});

test('a write that changes nothing is none', async () => {
  await post(LAND, '/v1/entities');
  const before = await version();
  await post(LAND, '/v1/entities');
  expect((await post({ ...LAND, id: 'pakistan' }, '/v1/entities')).statusCode).toBeGreaterThan(400);
  expect(await version()).toBe(before);
  await removeAt(`/v1/entities/${LAND.id}`);
});

describe('lists with changedSince', () => {
  const LISTS = ['articles', 'statements', 'events', 'entities'] as const;
  const changed = async (list: string, at: number | string, further = '') =>
    (await get(`/v1/${list}?changedSince=${at}${further}`)).items.map(({ id }: { id: string }) => id);

  test('have what was added or changed since, and no longer what was removed', async () => {
    await post(LAND, '/v1/entities');
    await post(SPEAKER, '/v1/entities');
    const start = await version();
    for (const list of LISTS) expect(await changed(list, start), list).toEqual([]);
    await add(article('We agreed'));
    const moment = (await since(start)).at(-1).at;
    const added = ['changed', 'changed-says', 'changed-event'];
    for (const [nth, id] of added.entries()) expect(await changed(LISTS[nth]!, start)).toEqual([id]);
    expect(await changed('entities', start)).toEqual([]);
    await put(`/v1/entities/${LAND.id}`, { ...LAND, aliases: ['The Land'] }, { 'if-match': '*' });
    expect(await changed('entities', start)).toEqual([LAND.id]);
    expect(await changed('entities', start, '&type=Person')).toEqual([]);
    expect(await changed('statements', start, `&speaker=${SPEAKER.id}`)).toEqual(['changed-says']);
    expect(await changed('statements', start, '&speaker=Trump')).toEqual([]);
    expect(await changed('statements', moment)).toEqual([]);
    const counted = await get(`/v1/stats/statements?groupBy=year&changedSince=${start}`);
    expect(counted.total).toBe(1);
    await remove('changed');
    for (const list of ['articles', 'statements', 'events']) expect(await changed(list, start)).toEqual([]);
    expect((await since(start)).at(-1).articlesRemoved).toEqual(['changed']);
    for (const { id } of [LAND, SPEAKER]) await removeAt(`/v1/entities/${id}`);
  });

  test('go on from page to page while the graph moves on', async () => {
    const start = await version();
    for (const entity of [LAND, SPEAKER]) await post(entity, '/v1/entities');
    const first = await get(`/v1/entities?changedSince=${start}&limit=1`);
    expect(first.items).toMatchObject([{ id: LAND.id }]);
    await put(`/v1/entities/${LAND.id}`, { ...LAND, aliases: ['The Land'] }, { 'if-match': '*' });
    const next = await get(`/v1/entities?changedSince=${start}&limit=1&cursor=${first.next}`);
    expect(next.items).toMatchObject([{ id: SPEAKER.id }]);
    for (const { id } of [LAND, SPEAKER]) await removeAt(`/v1/entities/${id}`);
  });

  test.each(['yesterday', '2026-13-01T00:00:00Z'])('%s is no version and no moment', async (at) => {
    const answer = await inject(`/v1/events?changedSince=${at}`);
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-parameter']);
  });

  test('say where what was changed is not known any more', async () => {
    const later = await inject(`/v1/statements?changedSince=${(await version()) + 1}`);
    expect([later.statusCode, later.json().code]).toEqual([410, 'changes-gone']);
  });
});

describe('what is older than is kept', () => {
  test('is gone, and said to be; what is kept is told', async () => {
    const { items } = await get('/v1/changes?limit=500');
    const [first] = items;
    const kept = items.at(-3);
    await write(graph, (transaction) =>
      transaction.run("MATCH (c:Change) WHERE c.version < $kept SET c.at = '2001-01-01T00:00:00.000Z'", {
        kept: kept.version,
      }),
    );
    await pruneChanges(graph, 30);
    const gone = await inject(`/v1/changes?since=${first.version}`);
    expect([gone.statusCode, gone.json().code]).toEqual([410, 'changes-gone']);
    expect(gone.json().detail).toContain(`from version ${kept.version} on`);
    expect((await inject('/v1/changes?since=2001-06-01T00:00:00Z')).statusCode).toBe(410);
    expect((await inject(`/v1/articles?changedSince=${first.version}`)).statusCode).toBe(410);
    expect((await since(kept.version - 1))[0].version).toBe(kept.version);
    expect((await get('/v1/changes')).items[0].version).toBe(kept.version);
  });

  test('a version that is yet to come is of a graph that is no more', async () => {
    const answer = await inject(`/v1/changes?since=${(await version()) + 1}`);
    expect([answer.statusCode, answer.json().code]).toEqual([410, 'changes-gone']);
  });

  test.each(['yesterday', '-1', '1.5', '2026-13-01T00:00:00Z'])(
    '%s is no version and no moment',
    async (at) => {
      const answer = await inject(`/v1/changes?since=${at}`);
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-parameter']);
    },
  );
});
