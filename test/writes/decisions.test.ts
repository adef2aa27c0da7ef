import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportGraph } from '../../src/ingest/export/export-graph.ts';
import { validate, writeChecked } from '../../src/ingest/ingest.ts';
import { verifyGraph } from '../../src/verify/verify.ts';
import { dump, empty, forgetDecisions, restoreSeed } from '../support/graph-dump.ts';
import { scratchRecord } from '../support/scratch.ts';
import { writableService } from '../support/writable-service.ts';

const { graph, add, inject, post, put, remove, get } = writableService();
const root = mkdtempSync(join(tmpdir(), 'on-record-decisions-'));

const LAND = { id: 'decided-land', type: 'Country', name: 'Scratchland' };
const SPEAKER = { id: 'decided-speaker', type: 'Person', name: 'Decided Speaker' };
const OTHER = { id: 'other-speaker', type: 'Person', name: 'Other Speaker' };
const ARTICLE = 'decided';
const STATEMENT = `${ARTICLE}-says`;

/** An article whose statement is attributed to one speaker, and perhaps to another; an event is told of by the statement alone. */
const article = (words = 'We agreed') => {
  const record = scratchRecord(ARTICLE, { words, speaker: SPEAKER.id, land: LAND.id });
  const [statement] = record.annotation.statements;
  const [quotation] = statement!.quotations;
  const second = { ...quotation!.attributions[0]!, speaker: OTHER.id, rank: 'normal', reason: 'It may be.' };
  const [event] = record.annotation.events;
  return {
    ...record,
    annotation: {
      ...record.annotation,
      events: [{ ...event, assertedBy: { statement: STATEMENT } }],
      statements: [
        { ...statement, quotations: [{ ...quotation, attributions: [...quotation!.attributions, second] }] },
      ],
    },
  };
};

const URL = '/v1/decisions';
const decide = (body: object) => post({ why: 'A test.', ...body }, URL);
const taken = async (body: object): Promise<string> => {
  const response = await decide(body);
  expect(response.statusCode, response.body).toBe(201);
  return response.json().id;
};
const speakers = async () => {
  const { items } = await get(`/v1/statements?article=${ARTICLE}`);
  return items.map((item: { speakers: { id: string }[] }) => item.speakers.map(({ id }) => id));
};

beforeEach(async () => {
  await forgetDecisions(graph);
  for (const entity of [LAND, SPEAKER, OTHER]) await post(entity, '/v1/entities');
  await add(article());
});
afterEach(async () => {
  await remove(ARTICLE);
  await forgetDecisions(graph);
});
afterAll(async () => {
  rmSync(root, { recursive: true });
  await restoreSeed(graph);
});

const RANK = {
  kind: 'rank',
  statement: STATEMENT,
  article: ARTICLE,
  speakers: [OTHER.id],
  rank: 'preferred',
};
const EXCLUDE = { kind: 'exclude', statement: STATEMENT };

describe.each([
  ['rank', RANK, [[OTHER.id]]],
  ['exclude', EXCLUDE, []],
  ['exclude in one article', { ...EXCLUDE, article: ARTICLE }, []],
])('a decision of the kind %s', (_kind, body, after) => {
  test('holds at once, through a new load, a replaced and a removed article, until it is taken back', async () => {
    const before = await dump(graph);
    const id = await taken(body);
    expect(await speakers()).toEqual(after);
    expect(await verifyGraph(graph)).toEqual([]);

    // The same article again: the graph has it as it is.
    expect((await post(article())).json().outcome).toBe('unchanged');
    expect(await speakers()).toEqual(after);
    // Another text of it.
    const replaced = await put(`/v1/articles/${ARTICLE}`, article('We did agree'), { 'if-match': '*' });
    expect(replaced.json().outcome).toBe('replaced');
    expect(await speakers()).toEqual(after);
    // It goes, and comes again.
    expect((await remove(ARTICLE)).statusCode).toBe(204);
    await add(article());
    expect(await speakers()).toEqual(after);

    const back = await taken({ kind: 'revoke', decision: id });
    expect(await speakers()).toEqual([[SPEAKER.id]]);
    const shown = await get(`${URL}/${id}`);
    expect(shown).toMatchObject({ ...body, by: 'tester', why: 'A test.', isActive: false });
    await forgetDecisions(graph);
    expect(await dump(graph)).toEqual(before);
    expect(back).not.toBe(id);
  });
});

describe('what two articles tell is decided to be the same', () => {
  const SECOND = 'a-second';
  const THEIRS = `${SECOND}-says`;
  const second = () => scratchRecord(SECOND, { speaker: SPEAKER.id, land: LAND.id });
  const articlesOf = async (url: string) => {
    const { quotations = [], accounts = [] } = await get(url);
    return [...quotations, ...accounts].map(({ article: { id } }: { article: { id: string } }) => id).sort();
  };
  beforeEach(() => add(second()));
  afterEach(() => remove(SECOND));

  test.each([
    ['statements', [STATEMENT, THEIRS], '/v1/statements'],
    ['events', [`${ARTICLE}-event`, `${SECOND}-event`], '/v1/events'],
  ] as const)(
    '%s become one, through a new load and a removed article, until it is taken back',
    async (of, ids, path) => {
      const before = await dump(graph);
      const [theirs, ours] = ids.toSorted();
      const id = await taken({ kind: 'same', of, ids });
      expect(await articlesOf(`${path}/${theirs}`)).toEqual([SECOND, ARTICLE]);
      const moved = await inject(`${path}/${ours}?format=json`);
      expect([moved.statusCode, moved.headers.location]).toEqual([308, `${path}/${theirs}?format=json`]);
      if (of === 'events') {
        // An article names it by the id that it had.
        const naming = scratchRecord('naming', {
          ...{ speaker: SPEAKER.id, land: LAND.id },
          statement: { at: [ours], about: [LAND.id, { id: ours, as: 'topic' }] },
        });
        await add(naming);
        expect((await get('/v1/statements/naming-says')).saidAt).toMatchObject([{ id: theirs }]);
        expect((await get(`/v1/statements?at=${ours}`)).items).toMatchObject([{ id: 'naming-says' }]);
        await remove('naming');
      }
      expect(await verifyGraph(graph)).toEqual([]);

      await remove(ARTICLE);
      expect(await articlesOf(`${path}/${theirs}`)).toEqual([SECOND]);
      await add(article());
      expect(await articlesOf(`${path}/${theirs}`)).toEqual([SECOND, ARTICLE]);
      await remove(SECOND);
      expect(await articlesOf(`${path}/${theirs}`)).toEqual([ARTICLE]);
      await add(second());

      await taken({ kind: 'revoke', decision: id });
      expect((await inject(`${path}/${ours}`)).statusCode).toBe(200);
      await forgetDecisions(graph);
      expect(await dump(graph)).toEqual(before);
    },
  );

  test('a later decision keeps the two apart again', async () => {
    await taken({ kind: 'same', of: 'statements', ids: [STATEMENT, THEIRS] });
    expect((await decide({ kind: 'different', of: 'statements', ids: [STATEMENT, THEIRS] })).statusCode).toBe(
      201,
    );
    expect(await articlesOf(`/v1/statements/${STATEMENT}`)).toEqual([ARTICLE]);
  });

  test('a rank that is decided afterwards is of what they became', async () => {
    await taken({ kind: 'same', of: 'statements', ids: [STATEMENT, THEIRS] });
    await taken({ ...RANK, statement: THEIRS });
    const { quotations } = await get(`/v1/statements/${THEIRS}`);
    const ranked = quotations.find((one: { article: { id: string } }) => one.article.id === ARTICLE);
    expect(ranked.attributions.map((one: { rank: string }) => one.rank).sort()).toEqual([
      'normal',
      'preferred',
    ]);
  });
});

test('what the excluded statement alone asserts goes with it', async () => {
  expect((await inject(`/v1/events/${ARTICLE}-event`)).statusCode).toBe(200);
  await taken(EXCLUDE);
  expect((await inject(`/v1/events/${ARTICLE}-event`)).statusCode).toBe(404);
});

test('a dry run tells what a decision would change, and changes nothing', async () => {
  const before = await dump(graph);
  const tried = await post({ why: 'A test.', ...EXCLUDE }, `${URL}?dryRun=true`);
  expect([tried.statusCode, tried.json()], tried.body).toEqual([
    200,
    { id: null, articles: [ARTICLE], statements: [STATEMENT], events: [`${ARTICLE}-event`], entities: [] },
  ]);
  expect(tried.headers.location).toBeUndefined();
  expect(await dump(graph)).toEqual(before);
  expect((await get(URL)).items).toEqual([]);
  const refused = await post({ why: 'A test.', ...EXCLUDE, statement: 'nothing-says' }, `${URL}?dryRun=true`);
  expect(refused.json().code).toBe('invalid-decision');
  const taken = await decide(EXCLUDE);
  expect({ ...taken.json(), id: null }).toEqual(tried.json());
});

test('a decision that takes back another is taken back in turn', async () => {
  const id = await taken(EXCLUDE);
  const back = await taken({ kind: 'revoke', decision: id });
  expect(await speakers()).toHaveLength(1);
  await taken({ kind: 'revoke', decision: back });
  expect(await speakers()).toEqual([]);
  expect((await get(`${URL}/${id}`)).isActive).toBe(true);
});

test('decisions are listed by kind, by who took them and by what they are about', async () => {
  const rank = await taken(RANK);
  const exclude = await taken(EXCLUDE);
  const ids = async (query: string) => {
    const { items } = await get(`${URL}${query}`);
    return items.map(({ id }: { id: string }) => id);
  };
  expect(await ids('')).toEqual([rank, exclude]);
  expect(await ids('?kind=exclude')).toEqual([exclude]);
  expect(await ids('?by=tester')).toEqual([rank, exclude]);
  expect(await ids('?by=another')).toEqual([]);
  expect(await ids(`?target=${ARTICLE}`)).toEqual([rank]);
  expect(await ids(`?target=${STATEMENT}&kind=exclude&kind=rank`)).toEqual([rank, exclude]);
  expect((await get(`${URL}?limit=1`)).next).not.toBeNull();
});

test.each([
  ['a kind that there is not', { kind: 'delete' }, '/kind'],
  ['a field of another kind', { ...EXCLUDE, rank: 'normal' }, '/rank'],
  ['no reason', { ...EXCLUDE, why: undefined }, '/why'],
  ['a statement that there is not', { ...EXCLUDE, statement: 'nothing-says' }, '/statement'],
  ['an article that does not quote it', { ...EXCLUDE, article: 'shifting-sands' }, '/article'],
  ['speakers that it is not attributed to', { ...RANK, speakers: ['pakistan'] }, '/speakers'],
  ['a rank that there is not', { ...RANK, rank: 'best' }, '/rank'],
  ['one statement twice', { kind: 'same', of: 'statements', ids: [STATEMENT, STATEMENT] }, '/ids/1'],
  ['a decision that there is not', { kind: 'revoke', decision: 'd-0' }, '/decision'],
  ['a list', [], ''],
])('a decision with %s is refused where it is wrong', async (_title, body, pointer) => {
  const answer = await (Array.isArray(body) ? post(body, URL) : decide(body));
  expect([answer.statusCode, answer.json().code], answer.body).toEqual([422, 'invalid-decision']);
  expect(answer.json().errors[0].pointer).toBe(pointer);
});

test('a refused decision says what would be right', async () => {
  const [kind, field] = await Promise.all([
    decide({ kind: 'mergee' }),
    decide({ kind: 'merge', entity: 'pakistan', ids: ['pakistan'] }),
  ]);
  expect(kind.json().errors).toEqual([
    {
      pointer: '/kind',
      detail: 'found "mergee"',
      expected: 'one of rank, exclude, same, different, merge, revoke',
      nearest: 'merge',
    },
  ]);
  expect(field.json().errors).toEqual([
    { pointer: '/into', detail: 'is missing', expected: 'text' },
    {
      pointer: '/ids',
      detail: 'there is no field "ids"',
      expected: 'one of kind, entity, into, why',
    },
  ]);
});

test('what is exported loads with its decisions as the same graph', async () => {
  await taken(RANK);
  const revoked = await taken(EXCLUDE);
  await taken({ kind: 'revoke', decision: revoked });
  const before = await dump(graph);
  const folder = join(root, 'exported');
  await exportGraph(graph, folder);
  await empty(graph);
  await forgetDecisions(graph);
  await writeChecked(graph, validate([folder], join(folder, 'entities.yaml')));
  expect(await dump(graph)).toEqual(before);
  await writeChecked(graph, validate([folder], join(folder, 'entities.yaml')));
  expect(await dump(graph)).toEqual(before);
});

test('a file of decisions is held to its schema, with the line', () => {
  const folder = mkdtempSync(join(root, 'wrong-'));
  writeFileSync(join(folder, 'entities.yaml'), 'entities: []\n');
  writeFileSync(
    join(folder, 'decisions.yaml'),
    'decisions:\n  - kind: exclude\n    statement: a\n    why: b\n',
  );
  expect(() => validate([folder], join(folder, 'entities.yaml'))).toThrow(/decisions\.yaml:2[\s\S]*by/);
});
