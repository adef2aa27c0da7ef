import { afterAll, describe, expect, test } from 'vitest';
import { verifyGraph } from '../../src/verify/verify.ts';
import { dump, restoreSeed } from '../support/graph-dump.ts';
import { scratchRecord } from '../support/scratch.ts';
import { writableService } from '../support/writable-service.ts';

const { graph, add, inject, post, put, remove, removeAt, get } = writableService();

const URL = '/v1/entities';
const ADA = { id: 'ada-lovell', type: 'Person', name: 'Ada Lovell', aliases: ['Countess Lovell'] };
const names = (count: number) => Array.from({ length: count }, (_, index) => `Ada ${index}`);
const at = (id: string) => `${URL}/${id}`;

afterAll(() => restoreSeed(graph));

test('the examples of the documentation can be sent as they are', async () => {
  const { components } = await get('/openapi.json');
  const { EntityRecord, EntityReplacement } = components.schemas;
  expect((await post(EntityRecord.examples[0], `${URL}?dryRun=true`)).json()).toMatchObject({
    outcome: 'would-be-created',
  });
  const headers = { 'if-none-match': '*' };
  const put1 = await put(`${at('example-institute')}?dryRun=true`, EntityReplacement.examples[0], headers);
  expect([put1.statusCode, put1.json().outcome]).toEqual([200, 'would-be-created']);
});

describe('an entity that is sent', () => {
  test('is tried, written, found by its names, there already, in conflict, replaced and removed', async () => {
    const before = await dump(graph);
    expect((await post(ADA, `${URL}?dryRun=true`)).json().outcome).toBe('would-be-created');
    expect(await dump(graph)).toEqual(before);
    const written = await post(ADA, URL);
    expect([written.statusCode, written.headers.location]).toEqual([201, at(ADA.id)]);
    expect((await get(at('countess%20lovell'))).id).toBe(ADA.id);
    expect((await post(ADA, URL)).json().outcome).toBe('unchanged');

    const other = await post({ ...ADA, description: 'A mathematician.' }, URL);
    expect([other.statusCode, other.json().code]).toEqual([409, 'conflict']);
    expect(other.json().errors).toEqual([
      {
        pointer: '',
        detail: 'the entity ada-lovell is there already, described differently: description',
        expected: 'description: null; or another id, or PUT to /v1/entities/ada-lovell, which replaces it',
      },
    ]);

    const etag = String((await inject(at(ADA.id))).headers.etag);
    const { aliases: _aliases, ...bare } = ADA;
    const replaced = await put(at(ADA.id), { ...bare, name: 'Ada L.' }, { 'if-match': etag });
    expect([replaced.statusCode, replaced.json().outcome]).toEqual([200, 'replaced']);
    expect((await inject(at('countess%20lovell'))).statusCode).toBe(404);
    const late = await put(at(ADA.id), ADA, { 'if-match': etag });
    expect([late.statusCode, late.json().code]).toEqual([412, 'precondition-failed']);
    expect(await verifyGraph(graph)).toEqual([]);

    expect((await removeAt(at(ADA.id), { 'if-match': etag })).statusCode).toBe(412);
    const { revision } = await get(at(ADA.id));
    expect((await removeAt(at(ADA.id), { 'if-match': `"${revision}"` })).statusCode).toBe(204);
    expect((await removeAt(at(ADA.id))).statusCode).toBe(404);
    expect(await dump(graph)).toEqual(before);
  });

  test.each([
    ['a type that there is not', { ...ADA, type: 'Persn' }, '/type', /Person/],
    ['an unknown field', { ...ADA, alias: 'x' }, '/alias', /aliases/],
    ['a country that is none', { ...ADA, country: 'pakistn' }, '/country', /Country/],
    ['a name of another', { ...ADA, name: 'Donald Trump' }, '/name', /another name/],
    ['an alias of another', { ...ADA, aliases: ['Islamabad'] }, '/aliases/0', /shared: true/],
    ['an ISO code of a person', { ...ADA, iso3166: 'PAK' }, '/iso3166', /only a country/],
    ['more names than are taken', { ...ADA, aliases: names(1001) }, '/aliases', /at most 1000 entries/],
    ['no id', { ...ADA, id: undefined }, '/id', /./],
    ['a list', [ADA], '', /./],
  ])('with %s is refused where it is wrong', async (_title, body, pointer, expected) => {
    const answer = await post(body, URL);
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'invalid-entity']);
    const [fault] = answer.json().errors;
    expect(fault.pointer).toBe(pointer);
    expect(`${fault.detail} ${fault.expected} ${fault.nearest}`).toMatch(expected);
  });

  test('may share an alias that it marks as shared', async () => {
    const shared = { ...ADA, aliases: [{ text: 'Islamabad', kind: 'metonym', shared: true }] };
    expect((await post(shared, URL)).statusCode).toBe(201);
    expect((await get('/v1/entities/islamabad')).id).not.toBe(ADA.id);
    expect((await removeAt(at(ADA.id))).statusCode).toBe(204);
  });

  test('of ten at once that want one name, one has it', async () => {
    const same = Array.from({ length: 10 }, (_, index) => ({ ...ADA, id: `ada-${index}`, aliases: [] }));
    const statuses = (await Promise.all(same.map((one) => post(one, URL)))).map(
      ({ statusCode }) => statusCode,
    );
    // Some find the name taken when they are checked, and some when they are written.
    const refused = statuses.filter((status) => status === 409 || status === 422);
    expect([statuses.filter((status) => status === 201).length, refused.length]).toEqual([1, 9]);
    for (const { id } of same) await removeAt(at(id));
    expect(await verifyGraph(graph)).toEqual([]);
  });
});

describe('an entity that is used', () => {
  const LAND = { id: 'used-land', type: 'Country', name: 'Scratchland' };
  const SPEAKER = { id: 'used-speaker', type: 'Person', name: 'Used Speaker' };

  test('is not removed, and what uses it is listed; its new name is shown at once', async () => {
    await post(LAND, URL);
    await post(SPEAKER, URL);
    await add(scratchRecord('uses', { speaker: SPEAKER.id, land: LAND.id }));
    const refused = await removeAt(at(LAND.id));
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'in-use']);
    expect(refused.json().errors.map(({ detail }: { detail: string }) => detail)).toEqual([
      'statements about it: 1 (uses-says)',
      'mentions of it: 1 (uses)',
    ]);
    const became = await put(at(SPEAKER.id), { ...SPEAKER, type: 'Organization' }, { 'if-match': '*' });
    expect([became.statusCode, became.json().code]).toEqual([409, 'conflict']);
    expect(became.json().detail).toContain('attributions to it: 1');
    expect(
      (await put(at(SPEAKER.id), { ...SPEAKER, name: 'U. Speaker' }, { 'if-match': '*' })).statusCode,
    ).toBe(200);
    const { items } = await get('/v1/statements?article=uses');
    expect(items[0].speakers[0].name).toBe('U. Speaker');
    await remove('uses');
    // They were sent by themselves, and stay.
    expect((await removeAt(at(LAND.id))).statusCode).toBe(204);
    expect((await removeAt(at(SPEAKER.id))).statusCode).toBe(204);
  });

  test('and came with an article goes with the last article that uses it', async () => {
    const before = await dump(graph);
    const entities = [LAND, SPEAKER];
    const article = (id: string) => ({
      ...scratchRecord(id, { speaker: SPEAKER.id, land: LAND.id }),
      entities,
    });
    await add(article('brings'));
    await add(article('uses'));
    expect((await remove('brings')).statusCode).toBe(204);
    expect((await inject(at(LAND.id))).statusCode).toBe(200);
    expect(await verifyGraph(graph)).toEqual([]);
    expect((await remove('uses')).statusCode).toBe(204);
    expect((await inject(at(LAND.id))).statusCode).toBe(404);
    expect(await dump(graph)).toEqual(before);
  });

  test('and came with an article that is replaced goes where it is used no more', async () => {
    const record = scratchRecord('brings', { speaker: SPEAKER.id, land: LAND.id });
    await add({ ...record, entities: [LAND, SPEAKER] });
    const { statements: _statements, ...annotation } = record.annotation;
    const replaced = await put('/v1/articles/brings', { ...record, annotation }, { 'if-match': '*' });
    expect(replaced.statusCode, replaced.body).toBe(200);
    expect((await inject(at(SPEAKER.id))).statusCode).toBe(404);
    expect((await inject(at(LAND.id))).statusCode).toBe(200);
    await remove('brings');
  });

  test('and came with an article stays where it was sent by itself as well', async () => {
    const entities = [LAND, SPEAKER];
    await add({ ...scratchRecord('brings', { speaker: SPEAKER.id, land: LAND.id }), entities });
    expect((await post(LAND, URL)).json().outcome).toBe('unchanged');
    await remove('brings');
    expect((await inject(at(LAND.id))).statusCode).toBe(200);
    expect((await inject(at(SPEAKER.id))).statusCode).toBe(404);
    expect((await removeAt(at(LAND.id))).statusCode).toBe(204);
  });
});
