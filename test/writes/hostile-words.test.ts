import { JSDOM, type PageElement } from 'jsdom';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { queries } from '../../src/endpoints/index.ts';
import { PAGES as PAGES_LIMITS } from '../../src/limits.ts';
import { WORDS } from '../../src/pages/words.ts';
import { formatsOf } from '../../src/query/define.ts';
import { startBrowser } from '../support/browser.ts';
import { restoreSeed } from '../support/graph-dump.ts';
import { HOSTILE, HOSTILE_ARTICLE, HOSTILE_DECISION, MARKED } from '../support/hostile.ts';
import { writableService } from '../support/writable-service.ts';

const service = writableService();

let browser: Browser;
let origin: string;
let decision: string;
beforeAll(async () => {
  browser = await startBrowser();
  origin = await service.listen();
  await service.add(HOSTILE_ARTICLE);
  const decided = await service.post(HOSTILE_DECISION, '/v1/decisions');
  expect(decided.statusCode, decided.body).toBe(201);
  decision = decided.json().id;
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await restoreSeed(service.graph);
}, 180_000);

/** What fills the path of a query, so that its page is one of hostile words. */
const PATHS: Record<string, Record<string, string>> = {
  getArticle: { id: 'hostile' },
  getDecision: { id: '{decision}' },
  getEntity: { id: 'hostile-person' },
  getEntityByExternalId: { scheme: 'wikidata', value: 'Q999999999' },
  getEvent: { id: 'hostile-event' },
  getStatement: { id: 'hostile-statement' },
  listEntityMentions: { id: 'hostile-person' },
  listEntityRelations: { id: 'hostile-person' },
  listEntityTimeline: { id: 'hostile-person' },
  listTerms: { name: 'polarities' },
};

/** What a query has to be asked so that its page is one of hostile words; others need to be asked nothing. */
const PARAMETERS: Record<string, Record<string, string>> = {
  checkQuotation: { quote: HOSTILE.words, speaker: 'hostile-other' },
  countStatements: { groupBy: 'speaker', article: 'hostile' },
  countWhoAboutWhom: { article: 'hostile' },
  getNetwork: { about: 'hostile-country' },
  listNetworkEdges: { about: 'hostile-country' },
  listNetworkNodes: { about: 'hostile-country' },
  listContested: { article: 'hostile' },
  listExcludedClaims: { article: 'hostile' },
  listMentions: { article: 'hostile' },
  listPaths: { from: 'hostile-person', to: 'hostile-country' },
  listStatements: { article: 'hostile', facets: 'speaker' },
  search: { q: MARKED },
  suggestEntities: { q: 'Ada' },
};

/** Pages without words of articles. */
const WITHOUT = new Set([
  'getTimeline',
  'listTerms',
  'listVocabularies',
  'countAgreement',
  'listNetworkEdges',
]);

const PAGES: [operation: string, url: string][] = queries.map(({ operationId, path, kind }) => {
  const filled = path.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => PATHS[operationId]?.[name] ?? `{${name}}`,
  );
  const asked = { ...(kind === 'page' && { limit: '500' }), ...PARAMETERS[operationId] };
  return [operationId, `${filled}?${new URLSearchParams(asked)}`];
});

/** What is no query: the first page, forms, and problems that tell what was asked. */
const FURTHER: string[] = [
  '/',
  '/v1',
  '/review',
  '/v1/articles/hostile/annotations?limit=500',
  `/check?${new URLSearchParams({ text: `“${HOSTILE.words}” ${HOSTILE.words}`, speaker: HOSTILE.name })}`,
  `/v1/statements?${new URLSearchParams({ speaker: HOSTILE.name, q: HOSTILE.words.slice(0, 150) })}`,
  `/v1/statements?${new URLSearchParams({ speaker: HOSTILE.words.slice(0, 199) })}`,
  `/v1/search?${new URLSearchParams({ q: HOSTILE.words.slice(0, 150) })}`,
  `/v1/people?${new URLSearchParams({ q: HOSTILE.words.slice(0, 150) })}`,
  `/v1/statements?${new URLSearchParams({ [HOSTILE.words.slice(0, 60)]: '1' })}`,
  `/v1/people/${encodeURIComponent(HOSTILE.words.slice(0, 60))}`,
  `/v1/articles/${encodeURIComponent(HOSTILE.words.slice(0, 60))}`,
];

const EVIL = /^(?:y-evil|on.*|style|srcdoc|formaction)$/;
/** Attributes by which a browser goes somewhere or loads something. */
const LEADS = ['href', 'src', 'action', 'cite', 'poster', 'data'];
/** Elements whose words stand apart from those around them, in direction too. */
const APART = 'bdi, [dir=auto], title, pre, textarea, input';

/** What of a document its words have made: elements, attributes, places that lead to scripts, and words that turn others. */
function madeOfWords(html: string, type = 'text/html'): string[] {
  const { document } = new JSDOM(html, { contentType: type }).window;
  return [...document.querySelectorAll('*')].flatMap((element) => {
    const attributes = [...element.attributes].filter(
      ({ name, value }) =>
        EVIL.test(name) || (LEADS.includes(name) && /^\s*(?:javascript|data|vbscript):/i.test(value)),
    );
    return [
      ...(element.localName === 'x-evil' ? [`<${element.localName}>`] : []),
      ...attributes.map(({ name, value }) => `<${element.localName} ${name}="${value}">`),
    ];
  });
}

/** Text that turns the direction of what stands beside it. */
function turning(html: string): string[] {
  const { document } = new JSDOM(html).window;
  const turns = (element: PageElement) =>
    [...element.childNodes].some(
      ({ nodeType, textContent }) => nodeType === 3 && textContent?.includes('\u202e'),
    );
  return [...document.querySelectorAll('body *')].flatMap((element) =>
    turns(element) && element.closest(APART) === null
      ? [
          `<${element.localName} class="${element.getAttribute('class')}"> in <${element.closest('[class]:not(:scope)')?.getAttribute('class')}>: ${element.textContent?.slice(0, 60)}`,
        ]
      : [],
  );
}

const pageOf = async (url: string) => {
  const { body, headers, statusCode } = await service.inject(url, { accept: 'text/html' });
  expect(headers['content-type'], url).toBe('text/html; charset=utf-8');
  return { body, statusCode };
};

describe('the page of hostile words', () => {
  test.each(PAGES)('%s', async (operation, path) => {
    const url = path.replace('{decision}', decision);
    const { body: page, statusCode } = await pageOf(url);
    expect(statusCode, page).toBe(200);
    expect(page.includes(MARKED), 'has the words of the article').toBe(!WITHOUT.has(operation));
    expect(madeOfWords(page)).toEqual([]);
    expect(turning(page)).toEqual([]);
  });

  test.each(FURTHER)('%s', async (url) => {
    const { body: page } = await pageOf(url);
    expect(madeOfWords(page)).toEqual([]);
    expect(turning(page)).toEqual([]);
  });

  test('is no wider than a phone, and runs nothing', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('request', (request) => {
      if (!request.url().startsWith(origin)) faults.push(request.url());
    });
    for (const url of [...PAGES.map(([, path]) => path.replace('{decision}', decision)), ...FURTHER]) {
      await page.goto(origin + url, { waitUntil: 'load' });
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      if (width > 360) faults.push(`${url} is ${width} pixels wide`);
    }
    expect(faults).toEqual([]);
    await context.close();
  }, 300_000);
});

describe('in other formats too, hostile words are words', () => {
  const inFormat = (format: string) =>
    queries.flatMap((query, place) => (formatsOf(query).includes(format as never) ? [PAGES[place]!] : []));

  test.each([
    ['atom', 'application/xml'],
    ['gexf', 'application/xml'],
    ['graphml', 'application/xml'],
  ])('%s', async (format, type) => {
    for (const [operation, path] of inFormat(format)) {
      const { body, statusCode } = await service.inject(
        `${path.replace('{decision}', decision)}&format=${format}`,
      );
      expect([operation, statusCode]).toEqual([operation, 200]);
      expect(madeOfWords(body, type), operation).toEqual([]);
      expect(body.includes(MARKED), operation).toBe(!WITHOUT.has(operation));
    }
  });

  test('a statement in another page, by oEmbed', async () => {
    const { html } = await service.get('/oembed?url=/v1/statements/hostile-statement');
    expect(html).toContain(MARKED);
    expect(madeOfWords(html)).toEqual([]);
    expect(turning(html)).toEqual([]);
  });

  test('a preview for those who reconcile names', async () => {
    const { body } = await service.inject('/v1/reconcile/preview?id=hostile-person');
    expect(body).toContain(MARKED);
    expect(madeOfWords(body)).toEqual([]);
    expect(turning(body)).toEqual([]);
  });

  test('a citation, which BibTeX reads to its end', async () => {
    const { document } = new JSDOM((await pageOf('/v1/statements/hostile-statement')).body).window;
    const [, bibtex, markdown, embed] = [...document.querySelectorAll('.cite pre')].map(
      ({ textContent }) => textContent!,
    );
    expect(depthOf(bibtex!)).toBe(0);
    expect(bibtex).not.toMatch(/\\input|(?<!\\)%/);
    expect(markdown).not.toMatch(/(?<!\\)<x-evil/);
    expect(madeOfWords(embed!)).toEqual([]);
  });

  test('a page that is shown elsewhere, by what its head says of it', async () => {
    for (const path of [
      'statements/hostile-statement',
      'articles/hostile',
      'entities/hostile-person',
      'events/hostile-event',
    ]) {
      const { document } = new JSDOM((await pageOf(`/v1/${path}`)).body).window;
      const told = ['og:title', 'og:description'].map((name) =>
        document.querySelector(`meta[property="${name}"]`)!.getAttribute('content'),
      );
      for (const text of [document.title, ...told]) expect(text).not.toMatch(/[\u202a-\u202e\u2066\u2067]/);
      expect(told.join(' ')).toContain(MARKED);
    }
  });

  test('an article with some 10,000 spans: the first ones are marked, and it is said that there are more', async () => {
    await service.add({
      id: 'many-spans',
      text: 'Ada Nettleby. '.repeat(9_900),
      entities: [{ id: 'ada-nettleby', type: 'Person', name: 'Ada Nettleby' }],
      annotation: {
        article: { title: 'Many', language: 'en', publisher: 'A paper', published: '2031-03-06' },
        mentions: [{ entity: 'ada-nettleby', form: 'name', exact: 'Ada Nettleby', occurrence: 'all' }],
      },
    });
    const { body, statusCode } = await pageOf('/v1/articles/many-spans');
    expect(statusCode, body.slice(0, 500)).toBe(200);
    expect(body).toContain(WORDS.article.marksTruncated(PAGES_LIMITS.spans));
  });

  test('an article without a span is a page, and has no annotations', async () => {
    await service.add({
      id: 'no-span',
      text: 'Nothing.',
      annotation: { article: { title: 'A title', language: 'en' } },
    });
    expect((await pageOf('/v1/articles/no-span')).statusCode).toBe(200);
    expect(await service.get('/v1/articles/no-span/annotations')).toMatchObject({ total: 0 });
  });

  test('what agents and crawlers are given', async () => {
    for (const url of ['/llms.txt', '/sitemap.xml', '/opensearch.xml', '/robots.txt'])
      expect((await service.inject(url)).body, url).not.toContain('<x-evil');
  });
});

/** How deep the braces of a text are open at its end; those with a backslash are none. */
const depthOf = (text: string) =>
  [...text.replaceAll(/\\[{}]/g, '')].reduce(
    (depth, one) => depth + (one === '{' ? 1 : one === '}' ? -1 : 0),
    0,
  );
