import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { write } from '../../src/db/client.ts';
import { exportGraph } from '../../src/ingest/export/export-graph.ts';
import { validate, writeChecked } from '../../src/ingest/ingest.ts';
import { verifyGraph } from '../../src/verify/verify.ts';
import { dump, empty, forgetDecisions, restoreSeed } from '../support/graph-dump.ts';
import { scratchRecord } from '../support/scratch.ts';
import { writableService } from '../support/writable-service.ts';

/*
 * Two records of one person: what was said by either is said by the one that they are merged into, through whatever comes
 * afterwards, until that is revoked.
 */

const { graph, add, inject, post, put, remove, removeAt, get } = writableService();
const root = mkdtempSync(join(tmpdir(), 'on-record-merge-'));

const LAND = { id: 'merge-land', type: 'Country', name: 'Scratchland' };
const OLD = { id: 'speaker-two', type: 'Person', name: 'Speaker Two', aliases: ['Speaker'] };
const KEPT = { id: 'speaker-one', type: 'Person', name: 'Speaker One' };
const OTHER = { id: 'merge-body', type: 'Organization', name: 'Merged Body' };

/** One article by each, and one of the kept speaker that names the other by an alias. */
const records = {
  'of-old': scratchRecord('of-old', { speaker: OLD.id, land: LAND.id }),
  'of-kept': scratchRecord('of-kept', { speaker: KEPT.id, land: LAND.id }),
};
const both = ['of-kept-says', 'of-old-says'];

const decide = (body: object) => post({ why: 'A test.', ...body }, '/v1/decisions');
const MERGE = { kind: 'merge', entity: OLD.id, into: KEPT.id };
const taken = async (body: object): Promise<string> => {
  const response = await decide(body);
  expect(response.statusCode, response.body).toBe(201);
  return response.json().id;
};
const said = async (speaker: string) =>
  (await get(`/v1/statements?speaker=${encodeURIComponent(speaker)}`)).items
    .map(({ id }: { id: string }) => id)
    .sort();
const mentions = async (article: string, entity: string) =>
  (await get(`/v1/mentions?article=${article}&entity=${entity}`)).items.map(
    ({ evidence }: { evidence: { exact: string } }) => evidence.exact,
  );

beforeAll(async () => {
  await forgetDecisions(graph);
  for (const entity of [LAND, OLD, KEPT, OTHER]) await post(entity, '/v1/entities');
});
beforeEach(async () => {
  for (const record of Object.values(records)) await add(record);
});
afterEach(async () => {
  for (const { id, isActive } of (await get('/v1/decisions?kind=merge')).items)
    if (isActive) await taken({ kind: 'revoke', decision: id });
  for (const id of Object.keys(records)) await remove(id);
  await forgetDecisions(graph);
});
afterAll(async () => {
  rmSync(root, { recursive: true });
  await restoreSeed(graph);
}, 120_000);

describe('an entity that is merged into another', () => {
  test('goes by that one, in every list, count and filter, and is 308', async () => {
    await taken(MERGE);
    expect(await said(KEPT.id)).toEqual(both);
    for (const name of [OLD.id, OLD.name, 'Speaker', KEPT.name]) expect(await said(name)).toEqual(both);
    for (const list of ['', '/relations', '/mentions', '/timeline']) {
      const moved = await inject(`/v1/entities/${OLD.id}${list}?format=json`);
      expect([moved.statusCode, moved.headers.location]).toEqual([
        308,
        `/v1/entities/${KEPT.id}${list}?format=json`,
      ]);
      expect(moved.headers['cache-control']).toBe('no-store');
      expect((await inject(moved.headers.location as string)).statusCode).toBe(200);
    }
    const counted = await get(`/v1/stats/statements?groupBy=speaker&speaker=${OLD.id}`);
    expect(counted.items).toMatchObject([{ group: { id: KEPT.id }, count: 2 }]);
    expect((await get('/v1/suggest?q=Speaker+T')).items).toMatchObject([{ id: KEPT.id }]);
    const people = (await get('/v1/people?limit=500')).items.map(({ id }: { id: string }) => id);
    expect(people).toContain(KEPT.id);
    expect(people).not.toContain(OLD.id);
    // Its names are found in what names the other alone.
    expect(await mentions('of-kept', KEPT.id)).toEqual(['Speaker']);
    const [latest] = (await get('/v1/changes?sort=newest&limit=1')).items;
    expect(latest.entities).toContain(OLD.id);
    expect(await verifyGraph(graph)).toEqual([]);
  });

  test('goes by it through a new load, a replaced and a removed article, until that is revoked', async () => {
    const before = await dump(graph);
    const id = await taken(MERGE);
    const merged = await dump(graph);
    for (const record of Object.values(records))
      expect((await post(record)).json().outcome).toBe('unchanged');
    const changed = scratchRecord('of-old', { words: 'We did agree', speaker: OLD.id, land: LAND.id });
    await put('/v1/articles/of-old', changed, { 'if-match': '*' });
    expect(await said(KEPT.id)).toEqual(both);
    await remove('of-old');
    expect(await said(KEPT.id)).toEqual(['of-kept-says']);
    await add(records['of-old']);
    await remove('of-kept');
    await add(records['of-kept']);
    expect(await dump(graph)).toEqual(merged);

    await taken({ kind: 'revoke', decision: id });
    expect(await said(OLD.id)).toEqual(['of-old-says']);
    expect((await inject(`/v1/entities/${OLD.id}`)).statusCode).toBe(200);
    expect(await verifyGraph(graph)).toEqual([]);
    await forgetRevoked();
    expect(await dump(graph)).toEqual(before);
  });

  test('keeps its record, which can be replaced and not removed', async () => {
    const id = await taken(MERGE);
    const described = { ...OLD, description: 'A second record of the same.' };
    expect((await put(`/v1/entities/${OLD.id}`, described, { 'if-match': '*' })).statusCode).toBe(200);
    expect(
      (await put(`/v1/entities/${KEPT.id}`, { ...KEPT, aliases: ['One'] }, { 'if-match': '*' })).statusCode,
    ).toBe(200);
    expect(await said(OLD.name)).toEqual(both);
    expect(await verifyGraph(graph)).toEqual([]);
    for (const one of [OLD, KEPT]) {
      const refused = await removeAt(`/v1/entities/${one.id}`);
      expect([refused.statusCode, refused.json().code]).toEqual([409, 'in-use']);
    }
    await taken({ kind: 'revoke', decision: id });
    expect(await get(`/v1/entities/${OLD.id}`)).toMatchObject({ description: described.description });
    for (const one of [OLD, KEPT]) await put(`/v1/entities/${one.id}`, one, { 'if-match': '*' });
  });

  test('is exported with the decision, and loads as the same graph', async () => {
    await taken(MERGE);
    const before = await dump(graph);
    const folder = join(root, 'exported');
    await exportGraph(graph, folder);
    await empty(graph);
    await write(graph, (transaction) => transaction.run('MATCH (g:Graph) SET g.decisions = null'));
    for (let times = 0; times < 2; times++) {
      await writeChecked(graph, validate([folder], join(folder, 'entities.yaml')));
      expect(await dump(graph)).toEqual(before);
    }
    expect(await verifyGraph(graph)).toEqual([]);
  });

  test('is so at once for another service on the same graph', async () => {
    const other = await buildApp({ graph, checkResponses: true });
    try {
      const ask = async () => (await other.inject(`/v1/entities/${OLD.id}`)).statusCode;
      expect(await ask()).toBe(200);
      const id = await taken(MERGE);
      expect(await ask()).toBe(308);
      await taken({ kind: 'revoke', decision: id });
      expect(await ask()).toBe(200);
    } finally {
      await other.close();
    }
  });

  test('may be merged on with what it was merged into', async () => {
    const third = { id: 'speaker-three', type: 'Person', name: 'Speaker Three' };
    await post(third, '/v1/entities');
    const first = await taken(MERGE);
    await taken({ ...MERGE, entity: KEPT.id, into: third.id });
    expect(await said(OLD.id)).toEqual(both);
    expect((await inject(`/v1/entities/${OLD.id}`)).headers.location).toBe(`/v1/entities/${third.id}`);
    await taken({ kind: 'revoke', decision: first });
    expect(await said(OLD.id)).toEqual(['of-old-says']);
    expect(await said(KEPT.id)).toEqual(['of-kept-says']);
    expect(await verifyGraph(graph)).toEqual([]);
  });
});

/** Decisions leave nothing but themselves once they are revoked. */
const forgetRevoked = () =>
  write(graph, async (transaction) => {
    await transaction.run('MATCH (d:Decision) DETACH DELETE d');
    await transaction.run('MATCH (g:Graph) SET g.decisions = null');
  });

test.each([
  ['an entity that there is not', { ...MERGE, entity: 'nobody' }, '/entity'],
  ['the same id twice', { ...MERGE, into: OLD.id }, '/into'],
  ['another type', { ...MERGE, into: OTHER.id }, '/into'],
  ['a country', { ...MERGE, entity: LAND.id, into: 'pakistan' }, '/entity'],
])('%s is not merged', async (_title, body, pointer) => {
  const refused = await decide(body);
  expect([refused.statusCode, refused.json().code], refused.body).toEqual([422, 'invalid-decision']);
  expect(refused.json().errors[0].pointer).toBe(pointer);
  if (pointer === '/entity' && body.entity === LAND.id)
    expect(refused.json().errors[0].detail).toMatch(
      /is a Country, and countries are not merged: .* by their codes$/,
    );
});

test('what is merged already is told with what it goes by', async () => {
  await taken(MERGE);
  const refused = await decide({ ...MERGE, into: OLD.id, entity: KEPT.id });
  expect(refused.json().errors).toMatchObject([{ pointer: '/into', nearest: KEPT.id }]);
});
