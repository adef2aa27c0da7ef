import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importStep } from '../../src/commands/prepare.ts';
import { readConfig } from '../../src/config.ts';
import { write } from '../../src/db/client.ts';
import { validate, writeChecked } from '../../src/ingest/ingest.ts';
import { removeArticle } from '../../src/ingest/write/remove-article.ts';
import { submitArticle } from '../../src/ingest/write/submit-article.ts';
import { ownAuthority } from '../../src/project.ts';
import { verifyGraph } from '../../src/verify/verify.ts';
import { DRAFT, REVIEWED } from '../support/draft-article.ts';
import { dump, restoreSeed } from '../support/graph-dump.ts';
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
  '/v1/changes?since=0',
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
    ])('among %s, marked', async (list, id) => {
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

    test('a draft of an article that was reviewed is refused', async () => {
      const draft = { ...DRAFT, id: 'shifting-sands' };
      const response = await send(draft);
      expect([response.statusCode, response.json().code]).toEqual([409, 'conflict']);
      expect(response.body).toContain('shifting-sands is reviewed');
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

  test('is refused by a bulk load', async () => {
    const load = importStep(readConfig({})).run({ checked: check([{ id, text, annotation }]) }, () => {});
    await expect(load).rejects.toThrow(/is a draft, and a bulk load takes only what was reviewed/);
  });
});
