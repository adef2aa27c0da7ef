import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findAlike, findAlikeTogether } from '../../src/ingest/alike/find-alike.ts';
import { validate } from '../../src/ingest/ingest.ts';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { writeEntities } from '../../src/ingest/write/write-entities.ts';
import { projectFolder } from '../../src/project.ts';
import { verifyGraph } from '../../src/verify/verify.ts';
import { dump, empty, restoreSeed } from '../support/graph-dump.ts';
import { hearing } from '../support/hearing.ts';
import { writableService } from '../support/writable-service.ts';

/** A fourth report on the hearing, annotated without a look at the other three: it has no ids of statements. */
const folder = join(projectFolder, 'test/fixtures/newcomer');
const courier = join(folder, 'articles/coast-courier');
const textOf = (name: string) => readFileSync(join(courier, name), 'utf8');

const { graph, post, remove, get } = writableService();
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const newcomer = validate([folder], join(folder, 'entities.yaml'));
const [report] = [...newcomer.read()];

const submission = {
  id: 'coast-courier',
  text: textOf('article.txt'),
  annotation: report!.annotation,
};

interface Alike {
  outcome: string;
  with: { id: string; article: string | null };
  basis: string | null;
  score: number;
  reason: string;
}

beforeAll(async () => {
  const { entities, all } = hearing();
  await empty(graph);
  await writeEntities(graph, entities);
  for (const article of all) await writeArticles(graph, [article]);
});
afterAll(async () => {
  await empty(graph);
  await restoreSeed(graph);
});

describe('a fourth report by a newcomer', () => {
  test('takes at most 60 lines for 330 words, and is right the first time', () => {
    expect(textOf('article.txt').trim().split(/\s+/).length).toBeGreaterThanOrEqual(330);
    expect(textOf('annotation.yaml').trimEnd().split('\n').length).toBeLessThanOrEqual(60);
    expect(newcomer.articles).toBe(1);
  });

  test('is told what the graph has of it before it is loaded', async () => {
    const { statements, events, entities } = await findAlike(graph, [report!], newcomer.entities);
    const joined = statements.filter(({ outcome }) => outcome === 'joined');
    expect(joined.map(({ with: { id } }) => id)).toEqual(['keel-pier-closed-late', 'orvik-admission']);
    expect(joined[0]).toMatchObject({
      basis: 'verbatim',
      reason: expect.stringMatching(/16 quoted words in a row/),
    });
    expect(events.map(({ with: { id } }) => id)).toEqual(['pier-hearing']);
    expect(entities).toEqual([]);
  });

  test('shows the same in a dry run, which writes nothing', async () => {
    const before = await dump(graph);
    const { alike } = (await post(submission, '/v1/articles?dryRun=true')).json();
    const joined = alike.statements.filter(({ outcome }: Alike) => outcome === 'joined');
    expect(joined.map((one: Alike) => [one.with.id, one.with.article])).toEqual([
      ['keel-pier-closed-late', expect.any(String)],
      ['orvik-admission', 'harbour-gazette'],
    ]);
    expect(alike.events).toMatchObject([{ outcome: 'offered', with: { id: 'pier-hearing', article: null } }]);
    expect(await dump(graph)).toEqual(before);
  });

  test('is joined when it is loaded, and each rendering says why', async () => {
    const before = await dump(graph);
    expect((await post(submission)).statusCode).toBe(201);
    const { quotations, said } = await get('/v1/statements/keel-pier-closed-late');
    expect(quotations).toHaveLength(4);
    const own = quotations.find(({ article }: { article: { id: string } }) => article.id === 'coast-courier');
    expect(own.match).toMatchObject({
      ...{
        basis: 'verbatim',
        score: expect.any(Number),
        statement: expect.stringMatching(/^s-[0-9a-f]{16}$/),
      },
      reason: expect.stringMatching(/quoted words in a row/),
    });
    const theirs = quotations.find(
      ({ article }: { article: { id: string } }) => article.id === 'northern-post',
    );
    expect(theirs.match).toMatchObject({ basis: 'editor', score: 1 });
    expect(said.readings[0].articles).toEqual(['coast-courier', 'harbour-gazette']);
    expect(await verifyGraph(graph)).toEqual([]);
    expect((await remove('coast-courier')).statusCode).toBe(204);
    expect(await dump(graph)).toEqual(before);
  });

  test('stands apart where a decision says that it is different, until that is taken back', async () => {
    expect((await post(submission)).statusCode).toBe(201);
    const { quotations } = await get('/v1/statements/keel-pier-closed-late');
    const { statement } = quotations.find(
      ({ article }: { article: { id: string } }) => article.id === 'coast-courier',
    ).match;
    const decision = {
      kind: 'different',
      of: 'statements',
      ids: [statement, 'keel-pier-closed-late'],
      why: 'A test.',
    };
    const taken = await post(decision, '/v1/decisions');
    expect(taken.statusCode, taken.body).toBe(201);
    expect((await get(`/v1/statements/${statement}`)).quotations).toMatchObject([
      { article: { id: 'coast-courier' }, match: null },
    ]);
    expect(await verifyGraph(graph)).toEqual([]);
    const apart = await dump(graph);
    expect((await remove('coast-courier')).statusCode).toBe(204);
    expect((await post(submission)).statusCode).toBe(201);
    expect(await dump(graph)).toEqual(apart);

    const revoke = { kind: 'revoke', decision: taken.json().id, why: 'A test.' };
    expect((await post(revoke, '/v1/decisions')).statusCode).toBe(201);
    expect((await get('/v1/statements/keel-pier-closed-late')).quotations).toHaveLength(4);
    expect(await verifyGraph(graph)).toEqual([]);
  });
});

test('a decision on what is joined is about what its article says', async () => {
  expect((await post(submission)).statusCode).toBeLessThan(300);
  const url = '/v1/statements/keel-pier-closed-late';
  const rank = {
    ...{
      kind: 'rank',
      statement: 'keel-pier-closed-late',
      article: 'coast-courier',
      speakers: ['marta-keel'],
    },
    ...{ rank: 'deprecated', why: 'A test.' },
  };
  expect((await post(rank, '/v1/decisions')).statusCode).toBe(201);
  const ranks = (await get(url)).quotations.map(
    ({ article, attributions }: { article: { id: string }; attributions: { rank: string }[] }) =>
      `${article.id} ${attributions[0]!.rank}`,
  );
  expect(ranks).toContain('coast-courier deprecated');
  const exclude = { kind: 'exclude', statement: 'keel-pier-closed-late', why: 'A test.' };
  const refused = await post(exclude, '/v1/decisions');
  expect([refused.statusCode, refused.json().errors[0].pointer]).toEqual([422, '/article']);
  expect((await post({ ...exclude, article: 'coast-courier' }, '/v1/decisions')).statusCode).toBe(201);
  expect((await get(url)).quotations).toHaveLength(3);
  expect(await verifyGraph(graph)).toEqual([]);
  expect((await remove('coast-courier')).statusCode).toBe(204);
});

test('articles that are given together are compared with each other', () => {
  const alike = findAlikeTogether([...hearing().all, report!]);
  const ids = (outcome: string) =>
    alike.filter((one) => one.outcome === outcome).map((one) => [one.id, one.with.id].sort().join(' '));
  expect(new Set(ids('joined').filter((pair) => pair.includes('s-')))).toHaveProperty('size', 2);
});

test('an entity of a like name is offered, never taken', async () => {
  const entities = [{ id: 'keel-marta', type: 'Person', name: 'Keel, Marta' }];
  const { alike } = (
    await post(
      {
        id: 'a-like-name',
        text: 'Marta Keel left.',
        annotation: { article: { title: 'A like name', language: 'en' } },
        entities,
      },
      '/v1/articles?dryRun=true',
    )
  ).json();
  expect(alike.entities).toMatchObject([
    { outcome: 'offered', id: 'keel-marta', with: { id: 'marta-keel' } },
  ]);
});
