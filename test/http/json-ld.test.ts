import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { VOCABULARY_IRI } from '../../src/formats/json-ld/context.ts';
import { plainDate } from '../../src/formats/json-ld/node.ts';
import { VOCABULARY_DOCUMENT } from '../../src/formats/json-ld/vocabulary.ts';
import { testService } from '../support/service.ts';

type Row = Record<string, unknown>;

const service = testService();
const ORIGIN = 'http://localhost';
const OWN = VOCABULARY_IRI;

/** Fetches from the service, and from nowhere else. */
async function documentLoader(url: string) {
  if (!url.startsWith(ORIGIN)) throw new Error(`asked for ${url}`);
  const { host } = new URL(ORIGIN);
  const response = await service.app.inject({ url: url.slice(ORIGIN.length), headers: { host } });
  expect(response.statusCode, url).toBe(200);
  return { document: response.json(), documentUrl: url };
}

/** In safe mode whatever would be dropped is an error: a term that is not defined, an id that is no IRI. */
const options = (url: string) => ({ base: ORIGIN + url, documentLoader, safe: true });

const LISTS = [
  '/v1/statements',
  '/v1/entities',
  '/v1/people',
  '/v1/countries',
  '/v1/organizations',
  '/v1/events',
  '/v1/articles',
];
const ITEMS = [
  '/v1/statements/kurilla-pakistan-phenomenal-partner',
  '/v1/entities/pakistan',
  '/v1/entities/asim-munir',
  '/v1/events/trump-munir-meeting-2025',
  '/v1/articles/shifting-sands',
];

/** Every value that is no object or list. */
function leaves(value: unknown): unknown[] {
  if (value === null || value === undefined) return [];
  return typeof value === 'object' ? Object.values(value).flatMap(leaves) : [value];
}

describe('each list and each item', () => {
  test.each([...LISTS.map((path) => `${path}?limit=500`), ...ITEMS])('%s loses nothing', async (url) => {
    const { status: found, body: json } = await service.get(url);
    expect(found).toBe(200);
    const jsonldUrl = `${url}${url.includes('?') ? '&' : '?'}format=jsonld`;
    const { status, headers, body } = await service.get(jsonldUrl);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/ld+json');

    const expanded = await jsonld.expand(body, options(jsonldUrl));
    const { items = [json] } = json as { items?: Row[] };
    expect(expanded).toHaveLength(items.length);
    for (const [index, item] of items.entries()) {
      // The kinds of thing, ids and predicates are IRIs in the expanded form, and end with what they are in JSON.
      const found = leaves(expanded[index]);
      const texts = new Set(found);
      // What is about something as a target is told by a property of its own.
      const about = item.about?.map(({ as: _as, articles: _articles, ...target }: Row) => target);
      const missing = leaves({ ...item, about }).filter(
        (leaf) =>
          !texts.has(leaf) &&
          !found.some((text) => [`/${leaf}`, `#${leaf}`].some((end) => `${text}`.endsWith(end))),
      );
      expect(missing, `${url} ${item.id}`).toEqual([]);
    }
  });

  test.each([
    ...LISTS.map((path) => `${path}?limit=5&format=jsonld`),
    ...ITEMS.map((path) => `${path}?format=jsonld`),
  ])('%s comes back from its expanded form', async (url) => {
    const { body } = await service.get(url);
    const expanded = await jsonld.expand(body, options(url));
    const { '@context': _context, ...compacted } = await jsonld.compact(expanded, body['@context'], {
      ...options(url),
      graph: '@graph' in body,
      compactToRelative: false,
    });
    const { '@context': context, ...nodes } = body;
    expect(compacted).toEqual(nodes);
    expect(await jsonld.expand({ '@context': context, ...compacted }, options(url))).toEqual(expanded);
  });

  test.each(ITEMS)(
    '%s has no term that the vocabulary does not describe, and every id leads to its thing',
    async (url) => {
      const { body } = await service.get(`${url}?format=jsonld`);
      const [expanded] = await jsonld.expand(body, options(url));
      const described = new Set(VOCABULARY_DOCUMENT['@graph'].map(({ id }) => id));
      expect([...iris(expanded)].filter((iri) => iri.startsWith(OWN) && !described.has(iri))).toEqual([]);
      const own = [...ids(expanded)].filter((id) => id.startsWith(ORIGIN));
      expect(own.length).toBeGreaterThan(0);
      for (const address of new Set(own.map((id) => id.slice(ORIGIN.length).split('#')[0]!))) {
        expect((await service.get(address)).status, address).toBe(200);
      }
    },
  );
});

/** Every IRI that a document uses: properties, types and ids. */
function iris(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) iris(item, found);
  else if (value && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      if (!key.startsWith('@')) found.add(key);
      if (key === '@type' || key === '@id') for (const iri of [item].flat()) found.add(iri as string);
      else iris(item, found);
    }
  }
  return found;
}

function ids(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => (key === '@id' ? [item as string] : ids(item)));
}

describe('who said it', () => {
  const SAID_PLAINLY = [
    'https://schema.org/author',
    'https://schema.org/creator',
    'http://www.w3.org/ns/prov#wasAttributedTo',
    // A reasoner concludes wasAttributedTo from it, by a property chain of PROV-O.
    'http://www.w3.org/ns/prov#qualifiedAttribution',
  ];

  test('tells its targets from its topics', async () => {
    const { body } = await service.get('/v1/statements/trump-thanks-munir?format=jsonld');
    expect(body.aimedAt.map(({ identifier }: Row) => identifier)).toEqual(['asim-munir']);
    expect(body.about.map(({ identifier }: Row) => identifier)).toEqual([
      'asim-munir',
      'india',
      'pakistan',
      'pakistan-india-de-escalation',
      'trump-munir-meeting-2025',
    ]);
  });

  test('is not asserted where it is contested: the alternatives stand side by side', async () => {
    const url = '/v1/statements?contested=true&format=jsonld';
    const { body } = await service.get(url);
    expect(body['@graph'].length).toBeGreaterThan(0);
    for (const node of body['@graph']) {
      const [expanded] = await jsonld.expand({ '@context': body['@context'], ...node }, options(url));
      const used = iris(expanded);
      expect(SAID_PLAINLY.filter((iri) => used.has(iri) && holdsValue(expanded, iri))).toEqual([]);
      const attributions = node.quotations.flatMap(({ attributions }: Row) => attributions as Row[]);
      expect(attributions.length).toBeGreaterThan(1);
      for (const attribution of attributions) {
        expect(attribution).toMatchObject({ type: 'Attribution', rank: expect.any(String) });
      }
    }
  });

  test('is asserted only for the speaker of a preferred attribution without a doubt', async () => {
    const { body: json } = await service.get('/v1/statements?limit=500');
    const { body } = await service.get('/v1/statements?limit=500&format=jsonld');
    let authors = 0;
    for (const [index, node] of body['@graph'].entries()) {
      const statement = json.items[index];
      if (!node.author) continue;
      authors += 1;
      expect(statement.contested).toEqual([]);
      expect(node.author.map(({ identifier }: Row) => identifier)).toEqual(
        statement.speakers.map(({ id }: Row) => id),
      );
      expect(node.wasAttributedTo).toEqual(
        statement.speakers.map(({ id }: Row) => `${ORIGIN}/v1/entities/${id}`),
      );
      for (const { qualifiedAttribution } of node.quotations) {
        for (const attribution of qualifiedAttribution) {
          expect(attribution).toMatchObject({
            type: ['Attribution', 'prov:Attribution'],
            rank: 'preferred',
            agent: `${ORIGIN}/v1/entities/${statement.speakers[0].id}`,
          });
          expect(attribution.reason).toBeUndefined();
        }
      }
    }
    expect(authors).toBeGreaterThan(0);
    expect(authors).toBeLessThan(json.items.length);
  });

  test('a doubtful credit of an article makes no author', async () => {
    const { body } = await service.get('/v1/articles/shifting-sands?format=jsonld');
    expect(body.author).toEqual([]);
    expect(body.attributions).toMatchObject([{ speaker: [{ identifier: 'liam' }], confidence: 0.6 }]);
    expect(body.attributions[0].reason).toMatch(/Avatar/);
  });
});

/** Whether a property has a value anywhere; an empty list says nothing. */
function holdsValue(value: unknown, property: string): boolean {
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some(
    ([key, item]) => (key === property && (item as unknown[]).length > 0) || holdsValue(item, property),
  );
}

describe('a document that is saved', () => {
  const at = async (path: string, headers: Record<string, string>) => {
    const { body } = await service.get(`${path}?format=jsonld`, headers);
    return jsonld.expand(body, { documentLoader: anyHost, safe: true });
  };
  const anyHost = async (documentUrl: string) => {
    const response = await service.app.inject({ url: new URL(documentUrl).pathname });
    return { document: response.json(), documentUrl };
  };

  test.each([...LISTS, ...ITEMS])('%s needs no URL that it came from', async (path) => {
    const expanded = await at(path, { host: 'record.example:8080' });
    const own = ids(expanded).filter((id) => id.includes('/v1/'));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((id) => !id.startsWith('http://record.example:8080/v1/'))).toEqual([]);
  });

  test('of two instances uses the same terms', async () => {
    for (const path of ITEMS) {
      const [here, there] = await Promise.all(
        ['a.example', 'b.example'].map(async (host) => iris(await at(path, { host }))),
      );
      const terms = (found: Set<string>) => [...found].filter((iri) => !iri.includes('.example/v1/')).sort();
      expect(terms(here!).length).toBeGreaterThan(5);
      expect(terms(here!)).toEqual(terms(there!));
    }
  });
});

test('an article has the date that schema.org knows, and no property of files', async () => {
  const { body } = await service.get('/v1/articles/shifting-sands?format=jsonld');
  const [article] = await jsonld.expand(body, options('/v1/articles/shifting-sands'));
  expect(article).not.toHaveProperty(['https://schema.org/sha256']);
  expect(article).toHaveProperty([`${OWN}sha256`]);
  const { published } = (await service.get('/v1/articles/shifting-sands')).body;
  const plain = published.edtf === null ? [] : [{ '@value': published.edtf }];
  expect(article!['https://schema.org/datePublished'] ?? []).toEqual(plain);
});

test.each([
  ['2025', '2025'],
  ['2025-06', '2025-06'],
  ['2025-06-18', '2025-06-18'],
  ['2025-06-18~', null],
  ['2025-06?', null],
  ['2025-06/2025-07', null],
  ['202X', null],
  ['2025-12', '2025-12'],
  ['2025-21', null],
  ['2025-33', null],
  ['2025S2', null],
  [null, null],
])('the date %s is %s to schema.org', (edtf, expected) => {
  expect(plainDate(edtf)).toBe(expected);
});

test('becomes RDF with the terms that others know', async () => {
  const url = '/v1/statements/kurilla-pakistan-phenomenal-partner?format=jsonld';
  const { body } = await service.get(url);
  const quads = await jsonld.toRDF(body, { ...options(url), format: 'application/n-quads' });
  const subject = `<${ORIGIN}/v1/statements/kurilla-pakistan-phenomenal-partner>`;
  const person = `<${ORIGIN}/v1/entities/michael-kurilla>`;
  expect(quads).toContain(`${subject} <http://www.w3.org/ns/prov#wasAttributedTo> ${person} .`);
  expect(quads).toContain(`${subject} <https://schema.org/author> ${person} .`);
  expect(quads).toContain(`${subject} <https://schema.org/about> <${ORIGIN}/v1/entities/pakistan> .`);
  expect(quads).toContain('<http://www.w3.org/ns/oa#TextQuoteSelector>');
  expect(quads).toMatch(/"5484"\^\^<http:\/\/www.w3.org\/2001\/XMLSchema#nonNegativeInteger>/);
});

describe('the context and the vocabulary', () => {
  test.each(['/v1/context.jsonld', '/v1/vocabulary'])(
    '%s can be cached, and read from any page',
    async (url) => {
      const { status, headers } = await service.get(url);
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': expect.stringContaining('application/ld+json'),
        'cache-control': 'public, max-age=86400',
        'access-control-allow-origin': '*',
      });
      const again = await service.app.inject({ url, headers: { 'if-none-match': headers.etag } });
      expect(again.statusCode).toBe(304);
    },
  );

  test('the vocabulary is JSON-LD itself', async () => {
    const { body } = await service.get('/v1/vocabulary');
    const expanded = await jsonld.expand(body, options('/v1/vocabulary'));
    expect(expanded.map((term) => term['@id'])).toContain(`${OWN}rank`);
  });
});

test('a page links to the next one in its header alone', async () => {
  const { headers, body } = await service.get('/v1/statements?limit=2&format=jsonld');
  expect(Object.keys(body)).toEqual(['@context', '@graph']);
  expect(headers.link).toMatch(/format=jsonld.*rel="next"/);
});

test('is what a client gets that accepts JSON-LD', async () => {
  const { headers } = await service.app.inject({
    url: '/v1/entities/pakistan',
    headers: { accept: 'application/ld+json' },
  });
  expect(headers['content-type']).toContain('application/ld+json');
});
