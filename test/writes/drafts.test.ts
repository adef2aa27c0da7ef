import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bulkInput } from '../../src/commands/bulk-load.ts';
import { draftsOf, type Graph, write } from '../../src/db/client.ts';
import { validate, writeChecked } from '../../src/ingest/ingest.ts';
import { rehearseDrafts, rehearseWrites } from '../../src/ingest/write/rehearse-writes.ts';
import { removeArticle } from '../../src/ingest/write/remove-article.ts';
import { renderStatements } from '../../src/ingest/write/render-statements.ts';
import { submitArticle } from '../../src/ingest/write/submit-article.ts';
import { ownAuthority } from '../../src/project.ts';
import { verifyGraph } from '../../src/verify/verify.ts';
import { DRAFT, REVIEWED } from '../support/draft-article.ts';
import { dump, restoreSeed } from '../support/graph-dump.ts';
import { inputCheckOf } from '../support/input-check.ts';
import { recorded } from '../support/sent-texts.ts';
import { writableService } from '../support/writable-service.ts';

const service = writableService({ responseCacheSize: 8 });
const { graph, inject: get, post: send, remove } = service;

beforeAll(async () => {
  // The first draft makes its schema, and has the database plan what it writes.
  await submitArticle(graph, Buffer.from(JSON.stringify(DRAFT)), { dryRun: false });
  await removeArticle(graph, DRAFT.id);
}, 180_000);

afterAll(() => restoreSeed(graph));

const items = async (url: string) => {
  const response = await get(url);
  expect(response.statusCode, response.body).toBe(200);
  return response.json().items as { id: string; review?: string }[];
};

const KNOWN = 'kurilla-pakistan-phenomenal-partner';

/** The URLs of an annotation: its own, that of what it is of, and those that it leads to. */
const urlsIn = (one: { id: string; target: { source: string }[]; body: { source?: string }[] }): string[] => [
  one.id,
  ...[...one.target, ...one.body].flatMap(({ source }) => source ?? []),
];
const pathOf = (url: string) => url.replace(/^https?:\/\/[^/]+/, '');

/** What shows of the record, where something of the draft would be seen. */
const SHOWN = [
  '/v1/statements?limit=500',
  '/v1/statements?q=quokka',
  '/v1/statements?facets=speaker&facets=about&total=true',
  '/v1/statements?format=csv',
  '/v1/statements?format=atom',
  '/v1/statements/quokka-is-a-partner',
  '/v1/events?limit=500',
  '/v1/events/quokka-meeting',
  '/v1/relations?limit=500',
  '/v1/people?limit=500',
  '/v1/leaders',
  '/v1/organizations',
  '/v1/entities/ada-draft',
  '/v1/entities/pakistan',
  '/v1/entities/pakistan/timeline',
  '/v1/articles',
  '/v1/articles/a-draft',
  '/v1/articles/a-draft/annotations',
  '/v1/mentions?limit=500',
  '/v1/search?q=quokka',
  '/v1/suggest?q=Ada',
  '/v1/network',
  '/v1/stats/statements?groupBy=speaker',
  '/v1/stats/statements?groupBy=article',
  '/v1/changes?sort=newest',
  '/v1/check?quote=The+quokka+is+a+partner',
  '/v1/contested',
  '/v1/outlets',
];

const show = () =>
  Promise.all(
    SHOWN.map(async (url) => {
      const { statusCode, body } = await get(url);
      expect([200, 404], url).toContain(statusCode);
      return `${url} ${statusCode} ${body.replaceAll(/"(?:version|current|at|instance)":[^,}]+/g, '')}`;
    }),
  );

test.each([
  ['a draft', DRAFT, draftsOf],
  ['an article', REVIEWED, (one: Graph) => one],
])('%s sends nothing that was not rehearsed, and a rehearsal leaves nothing', async (_, article, of) => {
  const before = await dump(graph);
  const version = async () => (await get('/v1/statements?limit=1')).headers.etag;
  const etag = await version();
  const rehearsal = recorded(graph);
  await rehearseWrites(rehearsal.graph);
  await rehearseDrafts(rehearsal.graph);
  expect(await dump(graph)).toEqual(before);
  expect(await version()).toBe(etag);

  const write = recorded(graph);
  await submitArticle(write.graph, Buffer.from(JSON.stringify(article)), { dryRun: false });
  await renderStatements(of(write.graph));
  await removeArticle(graph, article.id);
  expect([...write.sent].filter((text) => !rehearsal.sent.has(text))).toEqual([]);
});

describe('a draft that is sent', () => {
  test('is held apart, and comes and goes without a trace', async () => {
    const [before, whole] = [await show(), await dump(graph)];
    const tried = await send(DRAFT, '/v1/articles?dryRun=true');
    expect(tried.statusCode, tried.body).toBe(200);
    expect(tried.json().outcome).toBe('would-be-created');
    expect(await dump(graph)).toEqual(whole);

    const sent = await send(DRAFT);
    expect(sent.statusCode, sent.body).toBe(201);
    expect(await show()).toEqual(before);
    expect(await verifyGraph(graph)).toEqual([]);

    expect((await remove('a-draft')).statusCode).toBe(204);
    expect(await dump(graph)).toEqual(whole);
    expect((await remove('a-draft')).statusCode).toBe(404);
  });

  describe('is shown where it is asked for', () => {
    beforeAll(async () => {
      expect((await send(DRAFT)).statusCode).toBe(201);
    });
    afterAll(() => remove('a-draft'));

    test.each([
      ['statements', 'quokka-is-a-partner'],
      ['events', 'quokka-meeting'],
      ['articles', 'a-draft'],
      ['people', 'ada-draft'],
      ['organizations', 'quokka-institute'],
    ])('among %s, marked, and of the version of the graph', async (list, id) => {
      const versions = ['draft', 'reviewed'].map(
        async (review) => (await get(`/v1/${list}?review=${review}`)).headers.etag,
      );
      expect(new Set(await Promise.all(versions)).size).toBe(1);
      const drafts = await items(`/v1/${list}?review=draft`);
      expect(drafts.map((one) => [one.id, one.review])).toEqual([[id, 'draft']]);
      const all = await items(`/v1/${list}?review=any&limit=500`);
      const known = await items(`/v1/${list}?limit=500`);
      expect(all.filter((one) => one.review === undefined)).toEqual(known);
      expect(all.filter((one) => one.review === 'draft')).toEqual(drafts);
    });

    test.each([
      '/v1/statements/quokka-is-a-partner',
      '/v1/events/quokka-meeting',
      '/v1/articles/a-draft',
      '/v1/entities/ada-draft',
    ])('by itself at %s', async (url) => {
      expect((await get(url)).statusCode).toBe(404);
      for (const review of ['draft', 'any']) {
        const response = await get(`${url}?review=${review}`);
        expect(response.statusCode, response.body).toBe(200);
        expect(response.json().review).toBe('draft');
      }
    });

    test.each(['statements', 'statements?sort=oldest', 'events?from=1900', 'people', 'mentions'])(
      'pages of any are what both lists have of %s, in order, once',
      async (list) => {
        const url = `/v1/${list}${list.includes('?') ? '&' : '?'}`;
        const found: unknown[] = [];
        let cursor = '';
        do {
          const page = (await get(`${url}review=any&limit=3${cursor && `&cursor=${cursor}`}`)).json();
          found.push(...page.items);
          cursor = page.next;
        } while (cursor);
        expect(found).toEqual(await items(`${url}review=any&limit=500`));
        const ids = found.map((item) => JSON.stringify(item));
        const [known, drafts] = [await items(`${url}limit=500`), await items(`${url}review=draft`)];
        expect(ids.toSorted()).toEqual([...known, ...drafts].map((item) => JSON.stringify(item)).sort());
      },
    );

    test('with filters, names of the record and of drafts alone', async () => {
      const ids = async (query: string) => (await items(`/v1/statements?${query}`)).map(({ id }) => id);
      const own = ['quokka-is-a-partner'];
      expect(await ids('review=draft&q=quokka')).toEqual(own);
      expect(await ids('review=any&q=quokka')).toEqual(own);
      expect(await ids('review=draft&about=Pakistan')).toEqual(own);
      expect(await ids('review=any&speaker=Ada+Draft')).toEqual(own);
      expect(await ids('review=draft&about=Trump')).toEqual([]);
      expect((await ids('review=any&about=Pakistan&limit=500')).length).toBe(
        (await ids('about=Pakistan&limit=500')).length + 1,
      );
      expect((await get('/v1/statements?speaker=Ada+Draft')).statusCode).toBe(404);
    });

    test('where both have a thing, each as it has it', async () => {
      const known = (await get('/v1/entities/pakistan')).json();
      expect((await get('/v1/entities/pakistan?review=any')).json()).toEqual(known);
      const ofDrafts = (await get('/v1/entities/pakistan?review=draft')).json();
      expect([ofDrafts.review, ofDrafts.name, ofDrafts.counts.statementsAbout]).toEqual([
        'draft',
        'Pakistan',
        1,
      ]);
    });

    test('its links lead to what it says', async () => {
      const { links } = (await get('/v1/articles/a-draft?review=draft')).json();
      expect((await items(links.statements)).map(({ id }) => id)).toEqual(['quokka-is-a-partner']);
      expect(await items(links.mentions)).not.toEqual([]);
      const spans = await get(links.annotations);
      expect(spans.statusCode, spans.body).toBe(200);
      expect(spans.json().total).toBeGreaterThan(3);
    });

    test.each([
      ['total=true', 'total'],
      ['facets=speaker', 'facets'],
      ['changedSince=1', 'changedSince'],
      ['format=atom', 'review'],
      ['format=jsonld', 'review'],
      ['format=parquet', 'review'],
      ['rows=speaker', 'review'],
    ])('not together with %s', async (query, parameter) => {
      const response = await get(`/v1/statements?review=any&${query}`);
      expect([response.statusCode, response.json().code]).toEqual([400, 'invalid-parameter']);
      expect(response.json().errors[0].parameter).toBe(parameter);
    });

    test('as CSV, as lines and as a page', async () => {
      for (const format of ['csv', 'ndjson', 'html']) {
        const { statusCode, body } = await get(`/v1/statements?review=draft&format=${format}`);
        expect(statusCode, body).toBe(200);
        expect(body).toContain('quokka');
        expect(body).toMatch(/draft/i);
      }
    });

    test('its annotations name each other, and what they are of, by URLs that lead there', async () => {
      const first = await service.get('/v1/articles/a-draft/annotations?review=draft&limit=5');
      expect(first.id).toMatch(/\/v1\/articles\/a-draft\/annotations\?review=draft$/);
      const second = await service.get(pathOf(first.first.next));
      expect(second.partOf.id).toBe(first.id);
      const named = [first.first, second].flatMap(({ items: some }) => some).flatMap(urlsIn);
      expect(named.length).toBeGreaterThan(10);
      for (const url of new Set([first.id, first.first.id, ...named])) {
        const response = await get(pathOf(url));
        expect(response.statusCode, url).toBe(200);
      }
      const relation = [...named].find((url) => url.includes('#'));
      expect(relation).toMatch(/\/v1\/entities\/ada-draft\?review=draft#/);

      const reviewed = await service.get('/v1/articles/shifting-sands/annotations?review=any&limit=5');
      expect(reviewed.first.items.flatMap(urlsIn).join()).not.toContain('review=');
    });

    test.each(['/v1/articles/a-draft', '/v1/statements/quokka-is-a-partner', '/v1/statements', '/v1/people'])(
      'the page %s has no link that leads nowhere',
      async (path) => {
        const { body } = await get(`${path}?review=draft`, { accept: 'text/html' });
        const links = [...body.matchAll(/href="(\/(?:v1|oembed)[^"]*)"/g)].map(([, url]) =>
          url!.replaceAll('&amp;', '&'),
        );
        expect(links.length).toBeGreaterThan(5);
        for (const link of new Set(links)) expect((await get(link)).statusCode, link).toBeLessThan(400);
      },
    );

    test('an article that is drafted beside it has ids of its own, and knows whom it knows', async () => {
      const text = 'A draft\n\n“The quokka stays,” said Ada Draft, who leads the Quokka Institute.\n';
      const response = await send({ text }, '/v1/drafts');
      expect(response.statusCode, response.body).toBe(200);
      const { draft: _made, ...drafted } = response.json();
      expect(drafted.id).toBe('a-draft-2');
      const ids = drafted.entities.map(({ id }: { id: string }) => id);
      expect(ids).toEqual(expect.arrayContaining(['ada-draft', 'quokka-institute']));
      expect(ids.join()).not.toMatch(/-2/);
      const [statement] = drafted.annotation.statements;
      expect(statement.quotations[0].attributions[0].speaker).toBe('ada-draft');
      const taken = await send(drafted);
      expect(taken.statusCode, taken.body).toBe(201);
      expect(await items('/v1/people?review=draft')).toHaveLength(1);
      await remove('a-draft-2');
    });

    test.each([
      [
        {
          kind: 'rank',
          statement: 'quokka-is-a-partner',
          article: 'a-draft',
          speakers: ['ada-draft'],
          rank: 'deprecated',
        },
        '/statement',
      ],
      [{ kind: 'exclude', statement: 'quokka-is-a-partner' }, '/statement'],
      [{ kind: 'same', of: 'statements', ids: ['quokka-is-a-partner', KNOWN] }, '/ids/0'],
      [{ kind: 'different', of: 'events', ids: ['trump-munir-meeting-2025', 'quokka-meeting'] }, '/ids/1'],
      [{ kind: 'merge', entity: 'ada-draft', into: 'michael-kurilla' }, '/entity'],
      [{ kind: 'merge', entity: 'michael-kurilla', into: 'ada-draft' }, '/into'],
    ])('nothing of it is decided: %j', async (decision, pointer) => {
      const response = await send({ why: 'A test.', ...decision }, '/v1/decisions');
      expect([response.statusCode, response.json().code]).toEqual([422, 'invalid-decision']);
      const [fault] = response.json().errors;
      expect(fault.pointer).toBe(pointer);
      expect(fault.detail).toMatch(/of a draft, and decisions are about what was reviewed$/);
      expect(fault.expected).toContain('once');
    });

    test('a draft of an article that was reviewed is refused', async () => {
      const draft = { ...DRAFT, id: 'shifting-sands' };
      const response = await send(draft);
      expect([response.statusCode, response.json().code]).toEqual([409, 'conflict']);
      expect(response.body).toContain('shifting-sands is reviewed');
    });
  });

  describe('with what its review took', () => {
    const decided = (kind: string, decision: string, edits: number, seconds: number) => ({
      ...{ at: `2025-06-21T10:0${edits}:00.000Z`, kind, decision, edits, seconds },
    });
    const log = [
      decided('statements', 'accepted', 2, 20.4),
      decided('events', 'rejected', 1, 5.2),
      decided('roles', 'accepted', 0, 3),
    ];
    const effort = { facts: 3, rejected: 1, statements: 1, edits: 3, seconds: 29, until: log[0]!.at };

    test('keeps that, and shows it', async () => {
      await send({ ...DRAFT, draft: { by: 'rules', review: log.slice(0, 1) } });
      const draft = await service.get('/v1/articles/a-draft?review=draft');
      expect(draft.effort).toEqual({ ...effort, facts: 1, rejected: 0, edits: 2, seconds: 20 });
      await send({ ...REVIEWED, draft: { by: 'rules', review: log } });
      expect((await service.get('/v1/articles/a-draft')).effort).toEqual(effort);
      const { body } = await get('/v1/articles/a-draft', { accept: 'text/html' });
      expect(body).toContain(
        'Reviewed in 0.5 minutes: 3 facts decided, 1 of them rejected; 3 edits (3.0 a statement)',
      );

      // What takes its place without a review of its own keeps that of before.
      const changed = { ...REVIEWED, text: `${REVIEWED.text} It rained.` };
      await service.put('/v1/articles/a-draft', changed, { 'if-match': '*' });
      expect((await service.get('/v1/articles/a-draft')).effort).toEqual(effort);
      await remove('a-draft');
      await send(REVIEWED);
      expect((await service.get('/v1/articles/a-draft')).effort).toBeNull();
      await remove('a-draft');
    });

    test('and says what is wrong with the log of that', async () => {
      const wrong = [
        { ...log[0], decision: 'maybe' },
        { ...log[1], seconds: -1 },
      ];
      const response = await send({ ...DRAFT, draft: { review: wrong } });
      expect([response.statusCode, response.json().code]).toEqual([422, 'invalid-article']);
      expect(response.json().errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
        '/draft/review/0/decision',
        '/draft/review/1/seconds',
      ]);
    });
  });

  test('what is wrong with one is found by a verification, and said to be of a draft', async () => {
    await send(DRAFT);
    await write(graph, (transaction) =>
      transaction.run("MATCH (s:DraftStatement) SET s.text = 'Something else'"),
    );
    const faults = await verifyGraph(graph);
    expect(faults.map(({ check, kind }) => `${check} ${kind}`)).toContain('statement-derived DraftStatement');
    await remove('a-draft');
    expect(await verifyGraph(graph)).toEqual([]);
  });

  test('is decided about once it is reviewed', async () => {
    await send(DRAFT);
    const exclude = { kind: 'exclude', statement: 'quokka-is-a-partner', why: 'A test.' };
    expect((await send(exclude, '/v1/decisions')).statusCode).toBe(422);
    await send(REVIEWED);
    expect((await get('/v1/statements/quokka-is-a-partner')).statusCode).toBe(200);
    expect((await send(exclude, '/v1/decisions')).statusCode).toBe(201);
    expect((await get('/v1/statements/quokka-is-a-partner')).statusCode).toBe(404);
    await remove('a-draft');

    // A decision that is there already holds for what is reviewed, and not for a draft of it.
    await send(DRAFT);
    expect((await get('/v1/statements/quokka-is-a-partner?review=draft')).statusCode).toBe(200);
    await send(REVIEWED);
    expect((await get('/v1/statements/quokka-is-a-partner?review=any')).statusCode).toBe(404);
    expect(await verifyGraph(graph)).toEqual([]);
    await restoreSeed(graph);
  });

  test('is replaced by another draft, and by what was reviewed', async () => {
    const whole = await dump(graph);
    await send(DRAFT);
    const title = (await get('/v1/articles/a-draft?review=draft')).json();
    const changed = {
      ...DRAFT,
      annotation: {
        ...DRAFT.annotation,
        article: { ...DRAFT.annotation.article, title: 'Another quokka' },
        events: [],
      },
    };
    const put = (payload: object, revision: string) =>
      service.put('/v1/articles/a-draft', payload, { 'if-match': `"${revision}"` });
    const replaced = await put(changed, title.revision);
    expect([replaced.statusCode, replaced.json().outcome]).toEqual([200, 'replaced']);
    expect((await items('/v1/articles?review=draft')).map((one) => 'title' in one && one.title)).toEqual([
      'Another quokka',
    ]);
    expect(await items('/v1/events?review=draft')).toEqual([]);

    const accepted = await put(REVIEWED, replaced.json().revision);
    expect([accepted.statusCode, accepted.json().outcome]).toEqual([201, 'created']);
    expect(await items('/v1/articles?review=draft')).toEqual([]);
    expect((await items('/v1/people?q=Ada')).map(({ id }) => id)).toEqual(['ada-draft']);
    expect((await get('/v1/statements/quokka-is-a-partner')).json().review).toBeUndefined();
    expect((await dump(graph)).filter((line) => line.includes('Draft') && line.startsWith('(Draft'))).toEqual(
      [],
    );
    expect(await verifyGraph(graph)).toEqual([]);
    await remove('a-draft');
    expect(await dump(graph)).toEqual(whole);
  });
});

describe('a folder with drafts', () => {
  const { id, text, annotation, entities } = DRAFT;
  const [ada, institute] = entities.map((entity) => ({ ...entity, review: 'draft' }));
  const other = {
    id: 'an-account',
    text: 'The Quokka Institute opened.',
    annotation: {
      article: { title: 'An opening', language: 'en' },
      mentions: [{ entity: 'quokka-institute', form: 'name', exact: 'Quokka Institute' }],
    },
  };
  const folder = mkdtempSync(join(tmpdir(), 'on-record-drafts-'));
  const check = (articles: object[]) => {
    writeFileSync(join(folder, 'entities.yaml'), JSON.stringify({ entities: [ada, institute] }));
    writeFileSync(
      join(folder, 'articles.ndjson'),
      articles.map((article) => `${JSON.stringify(article)}\n`).join(''),
    );
    return validate([folder], ownAuthority);
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is loaded with both apart, and what is marked goes with what uses it', async () => {
    const whole = await dump(graph);
    const inputs = () => check([{ id, text, annotation }, other]);
    await writeChecked(graph, inputs());
    expect((await items('/v1/articles?review=draft')).map((one) => one.id)).toEqual(['a-draft']);
    expect((await items('/v1/people?review=draft')).map((one) => one.id)).toEqual(['ada-draft']);
    expect((await items('/v1/organizations?q=Quokka')).map((one) => one.id)).toEqual(['quokka-institute']);
    expect(await verifyGraph(graph)).toEqual([]);

    const once = await dump(graph);
    expect((await writeChecked(graph, inputs())).total('created')).toBe(0);
    expect(await dump(graph)).toEqual(once);

    await remove('a-draft');
    await remove('an-account');
    expect((await dump(graph)).filter((line) => line.startsWith('(Draft'))).toEqual([]);
    await restoreSeed(graph);
    expect(await dump(graph)).toEqual(whole);
  });

  test('is refused where a draft is of an article that was reviewed, before anything is written', async () => {
    const whole = await dump(graph);
    const inputs = check([{ id: 'shifting-sands', text, annotation }, other]);
    await expect(writeChecked(graph, inputs)).rejects.toThrow(/shifting-sands is reviewed in the graph/);
    expect(await dump(graph)).toEqual(whole);
  });

  test('is refused by a bulk load', () => {
    const { articles } = bulkInput(inputCheckOf(check([{ id, text, annotation }])));
    expect(() => [...articles]).toThrow(/is a draft, and a bulk load takes only what was reviewed/);
  });
});
