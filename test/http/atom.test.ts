import { parseFeed } from '@rowanmanning/feed-parser';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { queries } from '../../src/endpoints/index.ts';
import { atomFeed } from '../../src/formats/atom.ts';
import { formatsOf, isList } from '../../src/query/define.ts';
import { exampleUrl } from '../../src/query/request-url.ts';
import { testService } from '../support/service.ts';

const service = testService();

const fed = queries.filter((query) => formatsOf(query).includes('atom'));

/** A feed as a parser of feeds reads it, and as XML. */
async function feedAt(url: string) {
  const { status, headers, body } = await service.get(url, { accept: 'application/atom+xml' });
  expect([status, headers['content-type']], body).toEqual([200, 'application/atom+xml; charset=utf-8']);
  const { document } = new JSDOM(body, { contentType: 'application/xml' }).window;
  return { feed: parseFeed(body), document, headers };
}

describe('the feeds', () => {
  test('are of every list of things that people follow', () => {
    const pages = queries.filter(({ kind }) => kind === 'page').map(({ operationId }) => operationId);
    expect(fed.map(({ operationId }) => operationId)).toEqual(
      expect.arrayContaining([...pages, 'search', 'listChanges']),
    );
  });

  test.each(
    queries
      .filter((query) => !formatsOf(query).includes('atom'))
      .map((query) => [query.operationId, query, exampleUrl(query, query.examples[0]!)] as const),
  )('%s has none, and says why and what is followed in its place', async (_id, query, url) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    searchParams.set('format', 'atom');
    const why = /: (.+(?:feed of|release of).+)\.?$/;
    const refused = await service.get(`${pathname}?${searchParams}`);
    expect([refused.status, refused.body.code]).toEqual([400, 'invalid-parameter']);
    expect(refused.body.errors).toMatchObject([
      { parameter: 'format', expected: expect.stringMatching(why) },
    ]);
    searchParams.delete('format');
    const unacceptable = await service.get(`${pathname}?${searchParams}`, { accept: 'application/atom+xml' });
    expect([unacceptable.status, unacceptable.body.code]).toEqual([406, 'not-acceptable']);
    expect(unacceptable.body.detail).toMatch(why);
    if (isList(query)) expect(query.noFeed).toBeTruthy();
  });

  test.each(fed.map((query) => [query.operationId, exampleUrl(query, query.examples[0]!)] as const))(
    '%s: a program for feeds reads it, and each entry leads to a page',
    async (_id, url) => {
      const { feed, document } = await feedAt(url);
      const { body } = await service.get(url);
      expect(feed.items).toHaveLength(body.items.length);
      expect(feed.meta).toEqual({ type: 'atom', version: '1.0' });
      expect(feed.updated!.getTime()).toBeGreaterThan(0);
      const ids = feed.items.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const item of feed.items.slice(0, 3)) {
        expect(item.title).not.toBe('');
        expect(item.updated!.getTime()).toBeLessThanOrEqual(feed.updated!.getTime());
        expect((await service.get(new URL(item.url!).pathname, { accept: 'text/html' })).status).toBe(200);
      }
      for (const required of ['id', 'title', 'updated'])
        expect(document.querySelectorAll(`feed > ${required}`)).toHaveLength(1);
      expect(document.querySelectorAll('parsererror')).toHaveLength(0);
    },
  );
});

describe('the feed of changes', () => {
  test('begins with the newest, names what was added, and each entry leads to its change', async () => {
    const { feed } = await feedAt('/v1/changes');
    const { body: last } = await service.get('/v1/changes?sort=newest&limit=1');
    const [change] = last.items;
    expect(feed.items[0]!.url).toMatch(new RegExp(`/v1/changes\\?since=${change.version - 1}&limit=1$`));
    expect(feed.items[0]!.updated!.toISOString()).toBe(change.at);
    const moments = feed.items.map(({ updated }) => updated!.getTime());
    expect(moments).toEqual(moments.toSorted((a, b) => b - a));
    expect(feed.items.map(({ title }) => title)).toContainEqual(
      expect.stringMatching(/^Added: Shifting Sands/),
    );
    const { pathname, search } = new URL(feed.items[0]!.url!);
    expect((await service.get(pathname + search)).body.items).toEqual([change]);
  });

  test('of decisions begins with the newest, and names what they are about', async () => {
    const { feed } = await feedAt('/v1/decisions');
    const { body } = await service.get('/v1/decisions');
    expect(feed.items.map(({ url }) => url!.split('/').at(-1))).toEqual(
      body.items.map(({ id }: { id: string }) => id).toReversed(),
    );
    const { body: statement } = await service.get(`/v1/statements/${body.items[0].ids[0]}`);
    expect(feed.items.at(-1)!.title).toContain(statement.text.slice(0, 40));
  });
});

describe('a feed', () => {
  test('has the id of its list, whatever its limit, and says when the record was changed', async () => {
    const { feed, document } = await feedAt('/v1/statements?about=Pakistan&limit=2');
    const { body: changes } = await service.get('/v1/changes');
    expect(document.querySelector('feed > id')!.textContent).toMatch(/\/v1\/statements\?about=Pakistan$/);
    expect(feed.items.map(({ id }) => new URL(id!).pathname)).toEqual([
      '/v1/statements/trump-calls-pakistan-dangerous',
      '/v1/statements/weinbaum-us-priorities-change-quickly',
    ]);
    const changed = changes.items.findLast(({ statements }: { statements: string[] }) =>
      statements.includes('trump-calls-pakistan-dangerous'),
    );
    expect(feed.items[0]!.updated!.toISOString()).toBe(changed.at);
    expect(feed.items[0]!.authors.map(({ name }) => name)).toEqual(['Donald Trump']);
    const next = document.querySelector('link[rel=next]')!.getAttribute('href')!;
    const second = await feedAt(next.replace(/^http:\/\/[^/]+/, ''));
    expect(second.feed.items).not.toHaveLength(0);
    expect(second.document.querySelector('feed > id')!.textContent).toBe(
      document.querySelector('feed > id')!.textContent,
    );
  });

  test('is found by the page of its list, and is revalidated as other formats are', async () => {
    const page = await service.get('/v1/events', { accept: 'text/html' });
    const { document } = new JSDOM(page.body).window;
    const path = document.querySelector('link[type="application/atom+xml"]')!.getAttribute('href')!;
    const { headers } = await feedAt(path);
    const again = await service.get(path, { 'if-none-match': headers.etag! });
    expect(again.status).toBe(304);
  });

  test('is well-formed whatever articles say', () => {
    const hostile = '</title>]]>&amp;<script>alert(1)</script>\u0000\u000b\u202e"\'';
    const xml = atomFeed({
      origin: 'https://record.test',
      title: hostile,
      self: '/v1/x?q=<">',
      list: '/v1/x',
      updated: '2026-01-01T00:00:00.000Z',
      entries: [
        {
          path: '/v1/x/1',
          title: hostile,
          content: hostile,
          authors: [hostile],
          categories: [hostile],
          of: [],
          updated: '2026-01-01T00:00:00.000Z',
        },
      ],
    });
    const { document } = new JSDOM(xml, { contentType: 'application/xml' }).window;
    expect(document.querySelectorAll('script')).toHaveLength(0);
    expect(document.querySelector('entry > content')!.textContent).toContain(
      ']]>&amp;<script>alert(1)</script>',
    );
    expect(document.querySelectorAll('entry')).toHaveLength(1);
  });
});
