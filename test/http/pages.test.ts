import { JSDOM, type PageElement, type PageNode } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { queries } from '../../src/endpoints/index.ts';
import { exampleUrl } from '../../src/query/request-url.ts';
import { testGraph } from '../support/graph.ts';
import { testService } from '../support/service.ts';

const graph = testGraph();
const service = testService();
const allCounted = testGraph();

/** What a browser sends when it goes to a URL. */
const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';

async function open(url: string) {
  const { status, headers, body } = await service.get(url, { accept });
  expect(headers['content-type'], url).toBe('text/html; charset=utf-8');
  const { document } = new JSDOM(body, { url: `http://localhost${url}` }).window;
  return { status, headers, document, body: String(body) };
}

const textOf = (element: PageElement | null) => element?.textContent?.replaceAll(/\s+/g, ' ').trim();
const linksOf = (root: PageNode) => [...root.querySelectorAll('a')].map((link) => link.getAttribute('href')!);
const linkOf = (root: PageNode, text: string) =>
  [...root.querySelectorAll('a')].find((link) => link.textContent?.includes(text))?.getAttribute('href');

const URLS = [
  '/',
  '/v1',
  '/check',
  '/problems',
  '/problems/unknown-entity',
  '/v1/articles/shifting-sands/annotations',
  '/v1/articles/shifting-sands/annotations/q-a7933bf7a27c1455',
  ...queries.map((query) => exampleUrl(query, query.examples[0]!)),
];

describe.each(URLS)('%s', (url) => {
  test('is a page for a browser: one heading, a title, a language, and nothing inline or from elsewhere', async () => {
    const { status, headers, document } = await open(url);
    expect(status).toBe(200);
    expect(document.documentElement.lang).toBe('en');
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.title).toMatch(/On Record/);
    expect(headers['content-security-policy']).toMatch(/script-src 'self';style-src 'self';/);
    expect(document.querySelectorAll('style, [style], script:not([src])')).toHaveLength(0);
    for (const loaded of document.querySelectorAll('script, link[rel=stylesheet], link[rel=icon], img'))
      expect(loaded.getAttribute('src') ?? loaded.getAttribute('href')).toMatch(/^\//);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });
});

describe('a page', () => {
  test('is chosen by the header or by the parameter; programs get JSON as before', async () => {
    const url = '/v1/statements?about=Pakistan';
    const cases: [string, Record<string, string>][] = [
      [`${url}&format=html`, {}],
      [url, { accept: 'text/html' }],
    ];
    for (const [given, header] of cases) {
      const { headers } = await service.get(given, header);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers.vary).toMatch(/accept/i);
    }
    for (const given of ['', '*/*', 'application/json, text/html;q=0.5'])
      expect((await service.get(url, given === '' ? {} : { accept: given })).headers['content-type']).toBe(
        'application/json',
      );
    expect((await service.get(`${url}&format=json`, { accept })).headers['content-type']).toBe(
      'application/json',
    );
  });

  test('is kept and asked for again as other formats are', async () => {
    const { headers } = await open('/v1/people');
    expect(headers['cache-control']).toBe('public, no-cache');
    const json = await service.get('/v1/people');
    expect(headers.etag).not.toBe(json.headers.etag);
    const again = await service.get('/v1/people', { accept, 'if-none-match': headers.etag! });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  test('has files whose names change with them, to be kept for ever', async () => {
    const { document } = await open('/');
    const files = [...document.querySelectorAll('script, link[rel=stylesheet], link[rel=icon]')];
    for (const file of files) {
      const url = file.getAttribute('src') ?? file.getAttribute('href')!;
      const { status, headers } = await service.get(url);
      expect(status, url).toBe(200);
      if (url.startsWith('/assets/')) expect(headers['cache-control']).toContain('immutable');
    }
    expect((await service.get('/assets/old/style.css')).status).toBe(404);
  });

  test('has the same items as its JSON', async () => {
    const url = '/v1/statements?about=Pakistan&limit=5';
    const { body } = await service.get(url);
    const { document } = await open(url);
    const shown = linksOf(document).filter((link) => /^\/v1\/statements\/[^?]+$/.test(link));
    expect([...new Set(shown)]).toEqual(body.items.map(({ id }: { id: string }) => `/v1/statements/${id}`));
    const next = document.querySelector('a[rel=next]')!.getAttribute('href')!;
    expect(new URL(next, 'http://localhost').searchParams.get('cursor')).toBe(body.next);
    expect((await open(next)).status).toBe(200);
    const second = await service.get(`${next}&format=json`);
    expect(second.body.items).not.toHaveLength(0);
  });
});

describe('a question', () => {
  test('asked by a form without a script has a URL that says only what was asked', async () => {
    const { status, headers } = await service.get('/v1/statements?speaker=&about=Pakistan&saidFrom=+&act=', {
      accept,
    });
    expect([status, headers.location]).toEqual([302, '/v1/statements?about=Pakistan']);
    expect((await service.get('/v1/statements?speaker=')).status).toBe(400);
  });

  test.each([
    ['/v1/statements', 'Everything that was said'],
    ['/v1/statements?about=Pakistan', 'What was said about Pakistan'],
    ['/v1/statements?speaker=Kurilla&about=pakistan', 'What Kurilla said about Pakistan'],
    [
      '/v1/statements?speakerRole=analyst&about=united-states&saidFrom=2025&saidTo=2025&undated=include',
      'What analysts said about the United States in 2025 or without a date',
    ],
    ['/v1/statements?contested=true', 'What was said that is contested'],
  ])('%s is put in words: %s', async (url, words) => {
    const { document } = await open(url);
    expect(textOf(document.querySelector('h1'))).toBe(words);
  });

  test('is narrowed by a facet and widened by a chip', async () => {
    const { document } = await open('/v1/statements?about=Pakistan');
    // Who asked about Pakistan by name is offered what else these are about, and not Pakistan again.
    const facets = document.querySelector('.facets')!;
    expect([...facets.querySelectorAll('a')].map(textOf)).not.toContain('Pakistan');
    expect(linkOf(facets, 'United States')).toBe('/v1/statements?about=united-states');
    const facet = linkOf(document.querySelector('.facets')!, 'Kurilla')!;
    const narrowed = await open(facet);
    expect(textOf(narrowed.document.querySelector('h1'))).toBe('What Michael E. Kurilla said about Pakistan');
    const chips = narrowed.document.querySelector('.chips')!;
    expect(linkOf(chips, 'Michael E. Kurilla')).toBe('/v1/statements?about=Pakistan');
    const [counted] = [...facets.querySelectorAll('li')].flatMap((item) =>
      linkOf(item, 'Kurilla') === facet ? [Number(textOf(item.querySelector('.count')))] : [],
    );
    expect(narrowed.document.querySelectorAll('.statement')).toHaveLength(counted!);
    const values = await open('/v1/statements?act=051&polarity=positive&contested=false&saidFrom=2018');
    expect([...values.document.querySelectorAll('.chips bdi')].map(textOf)).toEqual([
      'Act: Praise or endorse',
      'Tone: Friendly',
      'Contested: no',
      'Since: 2018',
    ]);
    const form = narrowed.document.querySelector('form.question')!;
    expect(form.querySelector('[name=speaker]')!.getAttribute('value')).toBe('michael-kurilla');
  });
});

test.each(['speaker', 'about', 'act', 'polarity', 'role', 'article', 'year', 'month'])(
  'counts by %s are a table, whose numbers lead to the statements that they count',
  async (groupBy) => {
    const url = `/v1/stats/statements?groupBy=${groupBy}&about=Pakistan`;
    const { document } = await open(url);
    const { body } = await service.get(url);
    const rows = [...document.querySelectorAll('main tbody tr')];
    expect(rows).toHaveLength(body.items.length);
    for (const [place, row] of rows.entries()) {
      const list = linksOf(row).find((link) => link.startsWith('/v1/statements?'));
      if (list === undefined) continue;
      expect(list).toContain('about=');
      if (groupBy === 'about') continue;
      const { body: listed } = await service.get(`${list}&limit=500`);
      expect(listed.items.length, list).toBeGreaterThanOrEqual(body.items[place].count);
    }
    expect(textOf(document.querySelector('nav [aria-current=true]'))?.toLowerCase()).toBe(
      groupBy === 'polarity' ? 'tone' : groupBy,
    );
  },
);

test('outlets are counted on a page whose numbers lead to their statements', async () => {
  const { document } = await open('/v1/stats/outlets');
  const [row] = [...document.querySelectorAll('main tbody tr')];
  expect(textOf(row!)).toMatch(/^Shifting Sands.*131300$/);
  const alone = linksOf(row!).at(-1)!;
  expect((await service.get(`${alone}&limit=500`)).body.items).toHaveLength(13);
  expect((await open('/v1/stats/agreement?minOutlets=2')).document.querySelector('.empty')).toBeTruthy();
});

test('the vocabularies lead to their terms', async () => {
  const { document } = await open('/v1/vocabularies');
  const terms = await open(linkOf(document, 'Acts')!);
  expect(textOf(terms.document.querySelector('main'))).toContain('Praise or endorse');
});

test('acts stand with the wider act and the event type by name, and lead to what was said by them', async () => {
  const { document } = await open('/v1/vocabularies/acts');
  const rows = [...document.querySelectorAll('tbody tr')];
  const row = rows.find((one) => one.querySelector('code')!.textContent === '051')!;
  expect([...row.querySelectorAll('td')].map(textOf)).toEqual([
    '051',
    'Praise or endorse',
    'Engage in diplomatic cooperation',
    'Support',
    'verbal cooperation',
    '+3.4',
  ]);
  expect(linkOf(row, 'Praise or endorse')).toBe('/v1/statements?act=051');
  const wider = linkOf(row, 'Engage in diplomatic cooperation')!;
  expect(document.getElementById(wider.slice(1))!.closest('tr')).toBe(
    rows.find((one) => one.querySelector('code')!.textContent === '05'),
  );
});

test('a list without a page of its own is a table where its values are one each, and links what it names', async () => {
  const terms = await open('/v1/vocabularies/polarities');
  // No term of it has an example: there is no column for that.
  expect([...terms.document.querySelectorAll('th')].map(textOf)).toEqual(['code', 'label', 'description']);
});

test('the words around evidence are whole', async () => {
  const { document } = await open('/v1/events/trump-munir-meeting-2025');
  const [before] = document.querySelectorAll('.around');
  expect(textOf(before!)).toBe('…In a major diplomatic coup,');
});

test('a list is taken along, or followed, from where its number stands', async () => {
  const { document } = await open('/v1/statements?about=Pakistan');
  const links = linksOf(document.querySelector('.bar')!);
  for (const format of ['csv', 'ndjson', 'parquet', 'atom'])
    expect(links).toContain(`/v1/statements?about=Pakistan&format=${format}`);
});

test('the list of statements is a page while nothing can be counted yet', async () => {
  const { counts: _counts, ...graph } = allCounted;
  const app = await buildApp({ graph });
  const { statusCode, body } = await app.inject({
    url: '/v1/statements?about=Pakistan',
    headers: { accept },
  });
  await app.close();
  expect(statusCode).toBe(200);
  const { document } = new JSDOM(body).window;
  expect(document.querySelectorAll('.statement').length).toBeGreaterThan(5);
  expect(document.querySelector('.facets')).toBeNull();
});

describe('a problem is a page too', () => {
  test('an unknown name leads to the nearest one', async () => {
    const { status, headers, document } = await open('/v1/statements?speaker=Kurila');
    expect([status, headers['cache-control']]).toEqual([404, 'no-store']);
    expect(document.querySelectorAll('.faults a')).toHaveLength(1);
    const nearest = document.querySelector('.faults a')!.getAttribute('href')!;
    expect(nearest).toMatch(/^\/v1\/statements\?speaker=/);
    expect((await open(nearest)).status).toBe(200);
  });

  test('an unknown parameter leads to the same question with the right one', async () => {
    const { status, document } = await open('/v1/statements?speeker=Kurilla');
    expect(status).toBe(400);
    expect(linksOf(document.querySelector('.faults')!)).toContain('/v1/statements?speaker=Kurilla');
  });

  test('an unknown path leads to the nearest one', async () => {
    const { status, document } = await open('/v1/statments');
    expect(status).toBe(404);
    expect(linksOf(document.querySelector('.faults')!)).toEqual(['/v1/statements']);
  });

  test('programs get problem details as before', async () => {
    const { headers } = await service.get('/v1/nowhere');
    expect(headers['content-type']).toBe('application/problem+json');
  });
});

describe('an article to read', () => {
  test('has all of its text, and a place for every annotation that links can lead to', async () => {
    const article = (await service.get('/v1/articles/shifting-sands')).body;
    const { first } = (await service.get('/v1/articles/shifting-sands/annotations?limit=500')).body;
    const { document } = await open('/v1/articles/shifting-sands');
    for (const note of document.querySelectorAll('.para sup')) note.remove();
    const words = [...document.querySelectorAll('.para > p')].map((part) => part.textContent).join(' ');
    expect(words.replaceAll(/\s+/g, ' ')).toBe(article.text.replaceAll(/\s+/g, ' ').trim());
    for (const { id } of first.items) {
      const place = document.getElementById(id.split('/').at(-1)!);
      expect(place?.closest('.para'), id).toBeTruthy();
    }
  });

  test('tells of a quotation who said it, on what basis and how sure that is, and of a claim why it is kept out', async () => {
    const { document } = await open('/v1/articles/shifting-sands');
    const card = document.getElementById('card-q-a7933bf7a27c1455');
    expect(textOf(card)).toMatch(
      /Donald Trump about Pakistan.*Criticize or denounce.*30 % sure.*no source given/,
    );
    expect(textOf(document.querySelector('.note.excluded'))).toMatch(/Kept out of the record ?Garbled/);
  });
});

test.each([
  '/problems',
  '/problems/unknown-entity',
  '/v1/articles/shifting-sands/annotations',
  '/v1/articles/shifting-sands/annotations/q-a7933bf7a27c1455',
])('%s is a page by its format, too', async (path) => {
  const page = await service.get(`${path}?format=html`);
  expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page.body.replaceAll('?format=html', '')).toBe((await open(path)).body);
  const refused = await service.get(`${path}?format=csv`);
  expect([refused.status, refused.body.errors[0].parameter]).toEqual([400, 'format']);
});

test('annotations are a page for a person, each with its words and the way to them; programs get Web Annotations', async () => {
  const path = '/v1/articles/shifting-sands/annotations';
  const { document, headers } = await open(`${path}?limit=5`);
  const { body } = await service.get(`${path}?limit=5`);
  const [first] = body.first.items;
  const [item] = document.querySelectorAll('.item');
  expect(linksOf(item!)).toContain(new URL(first.id).pathname);
  expect(linksOf(item!)).toContain(`/v1/articles/shifting-sands#${item!.id}`);
  const next = await open(document.querySelector('a[rel=next]')!.getAttribute('href')!);
  expect(next.document.querySelectorAll('.item')).toHaveLength(5);
  expect(next.document.querySelector('.item')!.id).not.toBe(item!.id);
  const again = await service.get(`${path}?limit=5`, { accept, 'if-none-match': headers.etag! });
  expect(again.status).toBe(304);
  expect((await service.get(path)).headers['content-type']).toMatch(/^application\/ld\+json/);
});

test('a kind of problem is a page, to which the list of all leads', async () => {
  const { document } = await open('/problems');
  const one = await open(linkOf(document, 'unknown-entity')!);
  expect(textOf(one.document.querySelector('h1'))).toBe('No entity has this id or name');
  const { headers, body } = await service.get('/problems/unknown-entity');
  expect(headers['content-type']).toMatch(/^application\/json/);
  expect(textOf(one.document.querySelector('.lead'))).toBe(body.help.replaceAll('`', ''));
});

describe('a text whose quotations are checked', () => {
  const TEXT =
    'Kurilla: “They have been a reliable partner in the counterterrorism world.” Trump called it «one of the most dangerous countries». <b>“My grandmother bakes apple cake in Saarbrücken”</b>';
  const post = async (fields: Record<string, string>) => {
    const { statusCode, headers, body } = await service.app.inject({
      method: 'POST',
      url: '/check',
      headers: { accept, 'content-type': 'application/x-www-form-urlencoded' },
      payload: String(new URLSearchParams(fields)),
    });
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    return { status: statusCode, headers, document: new JSDOM(body).window.document };
  };

  test('is sent by a form, and shows each marked with its verdict, what differs, and the statement', async () => {
    const { status, headers, document } = await post({ text: TEXT, speaker: '', saidFrom: '' });
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect([...document.querySelectorAll('mark.checked')].map((mark) => mark.getAttribute('class'))).toEqual([
      'checked altered',
      'checked verbatim',
      'checked not-in-the-record',
    ]);
    expect(textOf(document.querySelector('.pasted'))).toContain('<b>“My grandmother');
    const [first, second] = [...document.querySelectorAll('.card[id^=verdict-]')];
    expect(textOf(first!.querySelector('ins'))).toBe('in the source: phenomenal');
    expect(textOf(first!.querySelector('del'))).toBe('in the quotation alone: reliable');
    expect(linksOf(first!)).toContain('/v1/statements/kurilla-pakistan-phenomenal-partner');
    expect(textOf(second!)).toMatch(/Verbatim.*Donald Trump about Pakistan/);
    expect(textOf(document.querySelector('textarea'))).toBe(TEXT);
  });

  test('is held to who is said to have said it, and when', async () => {
    const { document } = await post({ text: TEXT, speaker: 'Kurilla' });
    expect(document.querySelectorAll('mark.said-by-another')).toHaveLength(1);
    const dated = await post({ text: TEXT, speaker: 'Trump', saidFrom: '2025' });
    expect(dated.document.querySelectorAll('mark.other-occasion')).toHaveLength(1);
  });

  test('has a URL too, which is kept as other pages are', async () => {
    const url = `/check?${new URLSearchParams({ text: '“one of the most dangerous countries”' })}`;
    const { headers, document } = await open(url);
    expect(document.querySelectorAll('mark.verbatim')).toHaveLength(1);
    const again = await service.get(url, { accept, 'if-none-match': headers.etag! });
    expect(again.status).toBe(304);
    expect((await open('/check')).document.querySelector('form textarea')).toBeTruthy();
  });

  test.each([
    [{ text: TEXT, speaker: 'Kurila' }, 404, /Kurila/],
    [{ text: TEXT, saidFrom: 'soon' }, 400, /saidFrom is "soon"/],
    [{ text: 'x'.repeat(20_001) }, 400, /at most 20000 characters/],
    [{ text: TEXT, extra: '1' }, 400, /no parameter "extra"/],
  ])('is shown again with what is wrong: %o', async (fields, status, told) => {
    const response = await post(fields);
    expect(response.status).toBe(status);
    expect(textOf(response.document.querySelector('[role=alert]'))).toMatch(told);
    expect(textOf(response.document.querySelector('textarea'))).toBe(fields.text);
  });

  test('has no more than twenty of them checked, and tells how many are left', async () => {
    const many = Array.from({ length: 25 }, (_, nth) => `“the house number ${nth} of the street”`).join('\n');
    const { document } = await post({ text: many });
    expect(document.querySelectorAll('mark.checked')).toHaveLength(20);
    expect(textOf(document.querySelector('main'))).toContain('5 more quotations of this text');
    const long = await post({ text: `“${'word '.repeat(500)}” and “one of the most dangerous countries”` });
    expect(textOf(long.document.querySelector('#verdict-1'))).toMatch(/more than 2,000 characters/);
  });
});

test('a contested statement shows its readings side by side, each with its reason', async () => {
  const { document } = await open('/v1/statements/two-smart-people-stopped-war');
  const readings = [...document.querySelectorAll('.attributions > li')].map(textOf);
  expect(readings[0]).toMatch(
    /^Donald Trump Preferred · signed below the words · 70 % sure .* signed “– Donald Trump”/,
  );
  expect(readings[1]).toMatch(/^Michael E. Kurilla Also possible · by a pronoun/);
});

test('a statement shows what each source says of it, whom its sources name with the reasons, and what was decided', async () => {
  const { document } = await open('/v1/statements/two-smart-people-stopped-war');
  const rows = [...document.querySelectorAll('table tbody tr')].map(textOf);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatch(/Shifting Sands.*Donald Trump.*–.*Praise or endorse/);
  const named = [...document.querySelectorAll('.one > ul > li')].map(textOf);
  expect(named[0]).toMatch(/^Donald Trump Preferred, according to Shifting Sands.*signed/);
  expect(named[1]).toMatch(/^Michael E. Kurilla Also possible, according to Shifting Sands/);
  const { body } = await service.get('/v1/decisions?kind=different');
  const [decision] = body.items;
  const decided = await open(`/v1/statements/${decision.ids[0]}`);
  const card = decided.document.querySelector(`a[href="/v1/decisions/${decision.id}"]`)!.closest('.card');
  const texts = await Promise.all(
    decision.ids.map(async (id: string) => (await service.get(`/v1/statements/${id}`)).body.text),
  );
  expect(textOf(card)).toContain(`Kept apart from another ${texts.join(' ')} Why: ${decision.why}`);
  expect(linksOf(card!)).toEqual(
    expect.arrayContaining(decision.ids.map((id: string) => `/v1/statements/${id}`)),
  );
});

test('decisions are a list of their own, each with what it is about by name, narrowed by kind', async () => {
  const { document } = await open('/v1/decisions');
  const { body } = await service.get('/v1/decisions');
  const [newest] = body.items.toReversed();
  const [first] = document.querySelectorAll('.decided');
  expect(first!.id).toBe(newest.id);
  expect(textOf(first!)).toMatch(/Why: .+ by .+, \d+ \w+ \d{4}, \d\d:\d\d UTC$/);
  expect(document.querySelectorAll('main dl')).toHaveLength(0);
  const merged = await open(linkOf(document, 'One with another')!);
  expect(textOf(merged.document.querySelector('.empty'))).toBe('Nothing was decided yet.');
  const one = await open(`/v1/decisions/${newest.id}`);
  expect(textOf(one.document.querySelector('.decided'))).toBe(textOf(first!));
});

test('changes are told by what was added, replaced and removed, by name, the newest first', async () => {
  const { document } = await open('/v1/changes');
  const { body } = await service.get('/v1/changes');
  const cards = [...document.querySelectorAll('.change')];
  expect(cards.map(({ id }) => id)).toEqual(
    body.items.map(({ version }: { version: number }) => `v${version}`).toReversed(),
  );
  const added = cards.find((card) => textOf(card)?.includes('1 article added'))!;
  expect(linkOf(added, 'Shifting Sands')).toBe('/v1/articles/shifting-sands');
  expect(textOf(added)).toMatch(/statements touched.*and \d+ more/);
  const { items: decisions } = (await service.get('/v1/decisions')).body;
  const decided = cards.find((card) => textOf(card)?.includes('decision'))!;
  expect(linksOf(decided)).toContain(`/v1/decisions/${decisions[0].id}`);
  expect(textOf(decided)).toContain(decisions[0].why);
  expect(linkOf(document, 'Atom feed')).toBe('/v1/changes?format=atom');
  const one = await open(linkOf(added, 'UTC')!);
  expect(one.document.querySelectorAll('.change')).toHaveLength(1);
  const newest = await open('/v1/changes?limit=1');
  const next = newest.document.querySelector('a[rel=next]')!.getAttribute('href')!;
  expect(newest.headers.link).toBeUndefined();
  const second = await open(next);
  expect(second.document.querySelector('.change')!.id).toBe(cards[1]!.id);
  expect((await open('/v1/changes?sort=oldest')).document.querySelector('.change')!.id).toBe(
    cards.at(-1)!.id,
  );
});

test('how two are connected is a chain of names, each step with what connects and the words that say so', async () => {
  const { document } = await open('/v1/paths?from=Rumi&to=Asim+Munir');
  expect(textOf(document.querySelector('h1'))).toBe('How Raza Ahmad Rumi and Asim Munir are connected');
  const [path] = document.querySelectorAll('.path');
  expect(textOf(path!.querySelector('h2'))).toBe('Raza Ahmad Rumi › Pakistan › Asim Munir');
  expect(linkOf(path!, 'must be codified')).toBe('/v1/statements/rumi-codify-alliance');
  expect([...path!.querySelectorAll('blockquote a')].length).toBeGreaterThan(2);
  expect(document.querySelector('#p-from')!.getAttribute('value')).toBe('Rumi');
  const kinds = await open('/v1/paths?from=Kurilla&to=CENTCOM');
  expect([...kinds.document.querySelectorAll('.path li > p')].map(textOf)).toEqual([
    expect.stringMatching(/^Related Michael E\. Kurilla .+ Central Command$/),
    expect.stringMatching(/^Role Michael E\. Kurilla, .+, United States Central Command$/),
  ]);
  const none = await open('/v1/paths?from=Rumi&to=Asim+Munir&maxHops=1');
  expect(textOf(none.document.querySelector('.empty'))).toBe(
    'Nothing in the record connects the two in 1 step or fewer.',
  );
});

test('the chart of a timeline has a scale and names its intervals', async () => {
  const { document } = await open('/v1/timeline?interval=year');
  const { body } = await service.get('/v1/timeline?interval=year');
  const scale = [...document.querySelectorAll('.scale text')].map((one) => Number(textOf(one)));
  const most = Math.max(
    ...body.items.flatMap(({ statements, events }: Record<string, number>) => [statements, events]),
  );
  expect(scale[0]).toBe(0);
  expect(scale.at(-1)).toBeGreaterThanOrEqual(most);
  expect(scale.length).toBeLessThan(7);
  const names = [...document.querySelectorAll('.plot .major, .plot .minor')].map(textOf);
  expect(names.length).toBeGreaterThan(2);
  for (const name of names) expect(name).toMatch(/^\d{4}$/);
  const tallest = [...document.querySelectorAll('.plot rect')].map((bar) =>
    Number(bar.getAttribute('height')),
  );
  expect(Math.max(...tallest)).toBeCloseTo((160 * most) / scale.at(-1)!, 1);
});

test('what sources differ on is a queue: each reading with its articles, narrowed by kind, with the way to decide', async () => {
  const { document } = await open('/v1/contested');
  const [contest] = document.querySelectorAll('.contest');
  expect(textOf(contest!.querySelector('h3'))).toBe('They differ on who said it');
  const readings = [...contest!.querySelectorAll('.readings > li')].map(textOf);
  expect(readings[0]).toMatch(/^Donald Trump shown by the record Shifting Sands.*Publisher not known/);
  expect(readings[1]).toMatch(/^Michael E. Kurilla Shifting Sands/);
  expect(linkOf(contest!, 'and decide')).toBe('/v1/statements/two-smart-people-stopped-war#decide');
  const places = await open(linkOf(document, 'Place')!);
  expect(textOf(places.document.querySelector('.empty'))).toBe('Sources differ on nothing of this kind.');
  const [chosen] = places.document.querySelectorAll('nav[aria-label^="On what"] [aria-current]');
  expect(textOf(chosen!)).toBe('Place 0');
  const chips = [...document.querySelectorAll('nav[aria-label^="On what"] a')].map(textOf);
  const { body } = await service.get('/v1/contested?field=speaker&total=true');
  expect(chips).toContain(`Speaker ${body.total}`);
  expect(linkOf(places.document, 'On anything')).toBe('/v1/contested');
});

test('marks of quotation stand around words that bring none along', async () => {
  const { document } = await open('/v1/statements?about=Pakistan&limit=100');
  const texts = [...document.querySelectorAll('.statement .quoted')].map(textOf);
  expect(texts.length).toBeGreaterThan(3);
  for (const text of texts) expect(text).not.toMatch(/[“”]/);
});

test('claims that are kept out are a queue too, whole or of one article', async () => {
  const { document } = await open('/v1/excluded');
  const [claim] = document.querySelectorAll('.item');
  expect(textOf(claim!)).toMatch(/Why: .+ Shifting Sands.*Date of publication not known/);
  expect(linkOf(claim!, 'Shifting Sands')).toBe(`/v1/articles/shifting-sands#${claim!.id}`);
  const ofOne = await open(linkOf(claim!, 'of this article')!);
  const [chosen] = ofOne.document.querySelectorAll('nav[aria-label="Of which article"] [aria-current]');
  const { total } = (await service.get('/v1/excluded?total=true')).body;
  expect(textOf(chosen!)).toMatch(new RegExp(`^Shifting Sands.* ${total}$`));
  expect(linkOf(ofOne.document, 'All articles')).toBe('/v1/excluded');
  const unknown = await open('/v1/excluded?article=no-such-article');
  expect(linkOf(unknown.document, 'Article: no-such-article')).toBe('/v1/excluded');
  expect(linkOf(document, 'What sources differ on')).toBe('/v1/contested');
});

test('an event shows its accounts side by side', async () => {
  const { document } = await open('/v1/events/trump-munir-meeting-2025');
  const [head, row] = [...document.querySelectorAll('.one table tr')].map(textOf);
  expect(head).toMatch(/^Source ?Published ?What happened/);
  expect(row).toMatch(/Shifting Sands/);
});

test('a figure of an event says who gives it, and what it is at least', async () => {
  const { document } = await open('/v1/events/pakistan-military-rule');
  const [table] = document.querySelectorAll('.one table');
  expect(textOf(table!)).toMatch(/at least 30 years.*Shifting Sands.*: given as an opinion by the author/);
});

test('an entity shows what it said, what was said about it, its roles and its events on one line', async () => {
  const { document } = await open('/v1/entities/Trump');
  expect(textOf(document.querySelector('h1'))).toBe('Donald Trump');
  for (const kind of ['saidBy', 'saidAbout', 'event'])
    expect(document.querySelector(`.line .${kind}`)).toBeTruthy();
  expect(textOf(document.querySelector('.facets'))).toContain('US President, United States');
  // Whoever follows a person or an event does so by a feed.
  for (const url of ['/v1/entities/donald-trump', '/v1/events/trump-munir-meeting-2025']) {
    const { document: followed } = await open(url);
    const feed = followed.querySelector('link[type="application/atom+xml"]')!.getAttribute('href')!;
    expect((await service.get(feed)).headers['content-type']).toMatch(/^application\/atom\+xml/);
    expect(linkOf(followed, 'Atom feed')).toBe(feed);
  }
});

describe('the record is found', () => {
  test('by crawlers: the site map lists what has a page', async () => {
    const { headers, body } = await service.get('/sitemap.xml');
    expect(headers['content-type']).toBe('application/xml; charset=utf-8');
    const urls = [...String(body).matchAll(/<loc>http:\/\/[^/]+([^<]*)<\/loc>/g)].map(([, path]) => path!);
    expect(urls.length).toBeGreaterThan(50);
    for (const path of [
      '/',
      '/v1/articles/shifting-sands',
      '/v1/entities/donald-trump',
      '/v1/events/trump-munir-meeting-2025',
    ])
      expect(urls).toContain(path);
    expect((await open(urls.at(-1)!)).status).toBe(200);
    const again = await service.get('/sitemap.xml', { 'if-none-match': headers.etag! });
    expect(again.status).toBe(304);
    expect((await service.get('/robots.txt')).body).toMatch(/^Sitemap: http:\/\/.+\/sitemap.xml$/m);
  });

  test('by browsers, which learn how to search it', async () => {
    const { document } = await open('/');
    const { headers, body } = await service.get(
      document.querySelector('link[rel=search]')!.getAttribute('href')!,
    );
    expect(headers['content-type']).toMatch(/^application\/opensearchdescription\+xml/);
    const [, template] = /template="http:\/\/[^/]+([^"]+)"/.exec(body)!;
    const found = await open(template!.replace('{searchTerms}', 'terror'));
    expect(textOf(found.document.querySelector('h1'))).toMatch(/results? for “terror”/);
  });

  test('by agents, who are given questions that work', async () => {
    const { headers, body } = await service.get('/llms.txt');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    const urls = [...String(body).matchAll(/\]\(http:\/\/[^/]+([^)]*)\)/g)].map(([, path]) => path!);
    expect(urls.length).toBeGreaterThan(60);
    for (const path of ['/openapi.json', '/v1/statements?about=Pakistan&limit=2'])
      expect(urls).toContain(path);
  });

  test('by other pages, which show a statement for its URL', async () => {
    const { document } = await open('/v1/statements/kurilla-pakistan-phenomenal-partner');
    const link = document.querySelector('link[type="application/json+oembed"]')!.getAttribute('href')!;
    const { status, body } = await service.get(link);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: '1.0',
      type: 'rich',
      author_name: 'Michael E. Kurilla',
      width: 600,
    });
    expect(body.html).toMatch(/^<blockquote cite="http:.*phenomenal partner.*<\/blockquote>$/);
    const article = await open('/v1/articles/shifting-sands');
    const found = article.document
      .querySelector('link[type="application/json+oembed"]')!
      .getAttribute('href')!;
    const ofArticle = (await service.get(found)).body;
    expect(ofArticle).toMatchObject({ type: 'rich', title: expect.stringMatching(/^Shifting Sands/) });
    expect(ofArticle.html).toMatch(/^<blockquote cite="[^"#]+\/shifting-sands"><p dir="auto">Shifting Sands/);
    const ofSpan = await service.get(`${found}${encodeURIComponent('#q-a7933bf7a27c1455')}`);
    expect(ofSpan.body.html).toMatch(
      /cite="[^"]+#q-a7933bf7a27c1455"><p dir="auto">.*most dangerous countries/,
    );
    expect(ofSpan.body.html).toMatch(/<cite><bdi>Shifting Sands/);
    for (const url of [
      '/v1/articles/no-such-article',
      '/v1/articles/shifting-sands#q-0000000000000000',
      '/v1/articles/shifting-sands#"><b>',
      'http://elsewhere.test/v1/statements/x',
      'http://localhost/v1/people',
      'javascript:alert(1)',
    ]) {
      const refused = await service.get(`/oembed?url=${encodeURIComponent(url)}`);
      expect([refused.status, refused.body.code], url).toEqual([404, 'not-found']);
    }
    for (const shown of [link, found]) {
      const { body: embed } = await service.get(`${shown}&format=json`);
      const asked = await service.get(`${shown}&format=xml`);
      const accepted = await service.get(shown, { accept: 'text/xml' });
      for (const { status, headers, body: xml } of [asked, accepted]) {
        expect([status, headers['content-type']]).toEqual([200, 'text/xml; charset=utf-8']);
        const { documentElement: root } = new JSDOM(xml, { contentType: 'text/xml' }).window.document;
        for (const [name, value] of Object.entries(embed))
          expect(root.querySelector(`oembed > ${name}`)!.textContent, name).toBe(
            value === null ? '' : String(value),
          );
      }
      expect(accepted.headers.etag).not.toBe((await service.get(shown)).headers.etag);
    }
  });

  test('by those who found a fault, where the operator says whom to tell', async () => {
    expect((await service.get('/.well-known/security.txt')).status).toBe(404);
    const app = await buildApp({ graph, securityContact: 'mailto:security@record.test' });
    const { statusCode, body } = await app.inject('/.well-known/security.txt');
    await app.close();
    expect(statusCode).toBe(200);
    const [, expires] = /^Expires: (.+)$/m.exec(body)!;
    expect(body).toMatch(/^Contact: mailto:security@record\.test$/m);
    expect(Date.parse(expires!)).toBeGreaterThan(Date.now());
  });
});
