import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { verifyGraph } from '../../src/verify/verify.ts';
import { dump, restoreSeed } from '../support/graph-dump.ts';
import { scratchRecord } from '../support/scratch.ts';
import { writableService } from '../support/writable-service.ts';

const { graph, add, inject, post, put, remove, get } = writableService();

const SPEAKER = { id: 'replaced-speaker', type: 'Person', name: 'Replaced Speaker' };
const LAND = { id: 'replaced-land', type: 'Country', name: 'Scratchland' };
const ID = 'to-be-replaced';
const URL = `/v1/articles/${ID}`;

/** An article whose one statement has these words. */
const article = (words: string, further: object = {}) => ({
  ...scratchRecord(ID, { words, speaker: SPEAKER.id, land: LAND.id }),
  entities: [SPEAKER, LAND],
  ...further,
});

const revision = async () => (await get(URL)).revision;

/** A change by another writer elsewhere, which moves the version of the graph on. */
const writeElsewhere = async () => {
  const other = scratchRecord('elsewhere', { speaker: SPEAKER.id, land: LAND.id });
  expect((await post(other)).statusCode).toBe(201);
  expect((await remove('elsewhere')).statusCode).toBe(204);
};

afterEach(() => remove(ID));
afterAll(() => restoreSeed(graph));

describe('PUT of an article', () => {
  test('replaces what was read, though others write elsewhere, and removes what it no longer says', async () => {
    await add(article('We agreed'));
    const read = await inject(URL);
    const etag = String(read.headers.etag);
    await writeElsewhere();
    const { events: _events, ...annotation } = article('We did not agree').annotation;
    const replaced = await put(URL, article('We did not agree', { annotation }), { 'if-match': etag });
    expect([replaced.statusCode, replaced.json().outcome]).toEqual([200, 'replaced']);
    expect(await verifyGraph(graph)).toEqual([]);
    const { items } = await get(`/v1/statements?article=${ID}`);
    expect(items.map(({ text }: { text: string }) => text)).toEqual(['We did not agree']);
    expect((await inject(`/v1/events/${ID}-event`)).statusCode).toBe(404);
    expect(replaced.headers.etag).toBe(`"${await revision()}"`);
    expect(etag).not.toContain(await revision());
  });

  test('makes the graph that the article alone would make', async () => {
    await add(article('We do not agree yet'));
    const wanted = await dump(graph);
    await remove(ID);
    await add(article('We agreed'));
    expect((await put(URL, article('We do not agree yet'), { 'if-match': '*' })).statusCode).toBe(200);
    expect(await dump(graph)).toEqual(wanted);
  });

  test('is refused where it was changed since it was read, and says in which revision it is', async () => {
    await add(article('We agreed'));
    const etag = String((await inject(URL)).headers.etag);
    expect((await put(URL, article('We agreed twice'), { 'if-match': etag })).statusCode).toBe(200);
    const before = await dump(graph);
    const late = await put(URL, article('We agreed three times'), { 'if-match': etag });
    expect([late.statusCode, late.json().code]).toEqual([412, 'precondition-failed']);
    expect(late.json().detail).toContain(await revision());
    expect(await dump(graph)).toEqual(before);
    const list = `"0000", ${etag}, "${await revision()}"`;
    expect((await put(URL, article('We agreed three times'), { 'if-match': list })).statusCode).toBe(200);
  });

  test('of two at once, made from the same reading, takes one', async () => {
    await add(article('We agreed'));
    const etag = String((await inject(URL)).headers.etag);
    const sent = ['One', 'Two', 'Three'].map((words) => put(URL, article(words), { 'if-match': etag }));
    const statuses = (await Promise.all(sent)).map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([200, 412, 412]);
    expect(await verifyGraph(graph)).toEqual([]);
  });

  test('may be sent again where its outcome was not heard of', async () => {
    await add(article('We agreed'));
    const etag = String((await inject(URL)).headers.etag);
    const send = () => put(URL, article('We agreed twice'), { 'if-match': etag });
    expect((await send()).json().outcome).toBe('replaced');
    expect((await send()).json().outcome).toBe('unchanged');
  });

  test('creates where nothing is there, and only there', async () => {
    const none = { 'if-none-match': '*' };
    const created = await put(URL, article('We agreed'), none);
    expect([created.statusCode, created.headers.location, created.json().outcome]).toEqual([
      201,
      URL,
      'created',
    ]);
    expect((await put(URL, article('We agreed'), none)).json().outcome).toBe('unchanged');
    const other = await put(URL, article('We agreed twice'), none);
    expect([other.statusCode, other.json().code]).toEqual([412, 'precondition-failed']);
    await remove(ID);
    const gone = await put(URL, article('We agreed'), { 'if-match': '*' });
    expect([gone.statusCode, gone.json().code]).toEqual([412, 'precondition-failed']);
    expect(gone.json().detail).toContain('If-None-Match: *');
  });

  test('is tried without being written', async () => {
    await add(article('We agreed'));
    const before = await dump(graph);
    const tried = await put(`${URL}?dryRun=true`, article('We agreed twice'), { 'if-match': '*' });
    expect([tried.statusCode, tried.json().outcome]).toEqual([200, 'would-be-replaced']);
    expect(tried.headers.etag).toBeUndefined();
    expect(await dump(graph)).toEqual(before);
    const late = await put(`${URL}?dryRun=true`, article('We agreed twice'), { 'if-match': '"0000"' });
    expect(late.statusCode).toBe(412);
  });

  test('needs no id beside that of its URL, and no other', async () => {
    const { id: _id, ...rest } = article('We agreed');
    expect((await put(URL, rest, { 'if-none-match': '*' })).statusCode).toBe(201);
    const other = await put(URL, { ...rest, id: 'another' }, { 'if-match': '*' });
    expect([other.statusCode, other.json().code]).toEqual([422, 'invalid-article']);
    expect(other.json().errors).toMatchObject([
      { pointer: '/id', detail: 'the id is "another", and that of the URL is "to-be-replaced"' },
    ]);
  });

  test.each([
    ['nothing', {}, 428, 'precondition-required', 'expected the header If-Match'],
    ['both headers', { 'if-match': '*', 'if-none-match': '*' }, 400, 'bad-request', 'expected one of them'],
    ['a tag without quotes', { 'if-match': 'abc' }, 400, 'bad-request', 'If-Match: "3f2a9c0d1e5b7a64"'],
    ['a tag that nothing has', { 'if-none-match': '"abc"' }, 400, 'bad-request', 'with * alone'],
  ])(
    'that says %s of what it replaces is told what would be right',
    async (_title, headers, status, code, told) => {
      const answer = await put(URL, article('We agreed'), headers);
      expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
      expect(answer.json().detail).toContain(told);
    },
  );

  test('names every fault of its body, and replaces nothing', async () => {
    await add(article('We agreed'));
    const before = await dump(graph);
    const wrong = article('We agreed');
    wrong.annotation.statements[0]!.quotations[0]!.quote = 'We never agreed';
    const answer = await put(URL, wrong, { 'if-match': '*' });
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([
      422,
      '/annotation/statements/0/quotations/0/quote',
    ]);
    expect(await dump(graph)).toEqual(before);
  });
});

test('POST of an article that differs says that PUT replaces it', async () => {
  await add(article('We agreed'));
  const answer = await post(article('We agreed twice'));
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'conflict']);
  expect(answer.json().errors[0].expected).toBe(`another id, or PUT to ${URL}, which replaces it`);
});

test('DELETE takes the revision that was read', async () => {
  await add(article('We agreed'));
  const etag = String((await inject(URL)).headers.etag);
  await put(URL, article('We agreed twice'), { 'if-match': '*' });
  const late = await remove(ID, { 'if-match': etag });
  expect([late.statusCode, late.json().code]).toEqual([412, 'precondition-failed']);
  expect((await remove(ID, { 'if-match': `"${await revision()}"` })).statusCode).toBe(204);
  expect((await remove(ID, { 'if-match': '*' })).statusCode).toBe(404);
});

test('an article has a tag for each format, all of one revision', async () => {
  await add(article('We agreed'));
  const plain = String((await inject(URL)).headers.etag);
  const linked = String((await inject(`${URL}?format=jsonld`)).headers.etag);
  expect(plain).not.toBe(linked);
  expect(linked.split('.')[0]).toBe(plain.split('.')[0]);
  const replaced = await put(URL, article('We agreed twice'), { 'if-match': linked });
  expect(replaced.statusCode).toBe(200);
});
