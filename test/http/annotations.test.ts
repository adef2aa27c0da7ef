import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { testService } from '../support/service.ts';

const service = testService();
const URL_OF_ALL = '/v1/articles/shifting-sands/annotations';
const TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

// What the Web Annotation Data Model (https://www.w3.org/TR/annotation-model/) asks for, as far as it is used here.
const iri = z.url();
const motivation = z.enum([
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
]);
const body = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('SpecificResource'), purpose: motivation, source: iri }),
  z.strictObject({
    type: z.literal('TextualBody'),
    purpose: motivation,
    value: z.string().min(1),
    format: z.literal('text/plain'),
    language: z.literal('en'),
  }),
]);
const selector = z.tuple([
  z.strictObject({
    type: z.literal('TextQuoteSelector'),
    exact: z.string().min(1),
    prefix: z.string(),
    suffix: z.string(),
  }),
  z.strictObject({ type: z.literal('TextPositionSelector'), start: z.int().min(0), end: z.int().min(1) }),
]);
const annotation = z.strictObject({
  id: iri,
  type: z.literal('Annotation'),
  motivation,
  body: z.array(body).min(1),
  target: z.array(z.strictObject({ type: z.literal('SpecificResource'), source: iri, selector })).length(1),
});
const page = z.strictObject({
  id: iri,
  type: z.literal('AnnotationPage'),
  startIndex: z.int().min(0),
  next: iri.optional(),
  items: z.array(annotation),
});
const collection = z.strictObject({
  id: iri,
  type: z.literal('AnnotationCollection'),
  label: z.string().min(1),
  total: z.int().min(0),
});
const Collection = collection.extend({ '@context': z.literal(CONTEXT), first: page });
const Page = page.extend({ '@context': z.literal(CONTEXT), partOf: collection });

/** Follows `next` from the collection to the end. */
async function everyAnnotation(limit: number) {
  const first = Collection.parse((await service.get(`${URL_OF_ALL}?limit=${limit}`)).body);
  const found = [...first.first.items];
  let { next } = first.first;
  while (next) {
    const { pathname, search } = new URL(next);
    const at = Page.parse((await service.get(pathname + search)).body);
    expect(at.id).toBe(next);
    expect(at.startIndex).toBe(found.length);
    expect(at.partOf).toEqual({ id: first.id, type: first.type, label: first.label, total: first.total });
    expect(at.items.length).toBeLessThanOrEqual(limit);
    found.push(...at.items);
    next = at.next;
  }
  expect(found).toHaveLength(first.total);
  return found;
}

describe('the annotations of an article', () => {
  test('are a collection with pages that hold each annotation once, in the order of the text', async () => {
    const found = await everyAnnotation(40);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    const starts = found.map(({ target: [part] }) => part!.selector[1].start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(await everyAnnotation(500)).toEqual(found);
  });

  test('select what the text says, by both selectors', async () => {
    const { text } = (await service.get('/v1/articles/shifting-sands')).body;
    const characters = [...text];
    for (const { target } of await everyAnnotation(500)) {
      const [{ exact, prefix, suffix }, { start, end }] = target[0]!.selector;
      expect(characters.slice(start, end).join('')).toBe(exact);
      expect(characters.slice(0, start).join('').endsWith(prefix)).toBe(true);
      expect(characters.slice(end).join('').startsWith(suffix)).toBe(true);
      expect(text.split(prefix + exact + suffix).length, exact).toBeGreaterThan(1);
    }
  });

  test('cover what the article holds', async () => {
    const { mentions, excluded } = (await service.get('/v1/articles/shifting-sands')).body;
    const { items } = (await service.get('/v1/statements?article=shifting-sands&limit=500')).body;
    const quotations = items.flatMap(
      (item: { quotations: { attributions: unknown[] }[] }) => item.quotations,
    );
    const attributions = quotations.flatMap((one: { attributions: unknown[] }) => one.attributions);
    const found = await everyAnnotation(500);
    const count = (letter: string) =>
      found.filter(({ id }) => id.split('/').at(-1)!.startsWith(letter)).length;
    expect(count('m-')).toBe(mentions);
    expect(count('q-')).toBe(quotations.length);
    expect(count('a-')).toBe(attributions.length);
    expect(count('e-')).toBeGreaterThan(0);
    expect(found.filter(({ motivation }) => motivation === 'questioning')).toHaveLength(excluded.length);
  });

  test('lead to things that there are', async () => {
    const found = await everyAnnotation(500);
    const sources = found.flatMap(({ body, target }) => [
      target[0]!.source,
      ...body.flatMap((one) => (one.type === 'SpecificResource' ? [one.source] : [])),
    ]);
    for (const source of new Set(sources.map((one) => one.split('#')[0]!))) {
      expect((await service.get(new URL(source).pathname)).status, source).toBe(200);
    }
  });

  test('identify a speaker only where the attribution is plain', async () => {
    const { items } = (await service.get('/v1/statements?contested=true')).body;
    const contested = new Set(items.map(({ id }: { id: string }) => `/v1/statements/${id}`));
    const attributions = (await everyAnnotation(500)).filter(({ id }) =>
      id.split('/').at(-1)!.startsWith('a-'),
    );
    const assessed = attributions.filter(({ motivation }) => motivation === 'assessing');
    for (const { motivation, body } of attributions) {
      const about = body.find((one) => one.purpose === 'linking') as { source: string };
      if (contested.has(new URL(about.source).pathname)) expect(motivation).toBe('assessing');
    }
    expect(assessed.length).toBeGreaterThan(0);
    expect(assessed.length).toBeLessThan(attributions.length);
  });

  test('each have an address of their own', async () => {
    const [first] = await everyAnnotation(500);
    const { status, headers, body } = await service.get(new URL(first!.id).pathname);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(TYPE);
    expect(body).toEqual({ '@context': CONTEXT, ...first });
  });

  test('expand as JSON-LD without a loss', async () => {
    const { body } = await service.get(`${URL_OF_ALL}?limit=500`);
    const documentLoader = async (url: string) => {
      expect(url).toBe(CONTEXT);
      return { document: { '@context': TERMS }, documentUrl: url };
    };
    const [expanded] = await jsonld.expand(body, { documentLoader, safe: true });
    const text = JSON.stringify(expanded);
    for (const { id, target } of body.first.items) {
      expect(text).toContain(JSON.stringify(id));
      expect(text).toContain(JSON.stringify(target[0].selector[0].exact));
    }
  });
});

// The terms of https://www.w3.org/ns/anno.jsonld that are used here, as its vocabulary defines them.
const oa = 'http://www.w3.org/ns/oa#';
const as = 'http://www.w3.org/ns/activitystreams#';
const TERMS = {
  id: '@id',
  type: '@type',
  ...Object.fromEntries(
    [
      'Annotation',
      'SpecificResource',
      'TextualBody',
      'TextPositionSelector',
      'TextQuoteSelector',
      'exact',
    ].map((term) => [term, oa + term]),
  ),
  ...Object.fromEntries(motivation.options.map((term) => [term, oa + term])),
  AnnotationCollection: `${as}OrderedCollection`,
  AnnotationPage: `${as}OrderedCollectionPage`,
  body: { '@type': '@id', '@id': `${oa}hasBody` },
  target: { '@type': '@id', '@id': `${oa}hasTarget` },
  source: { '@type': '@id', '@id': `${oa}hasSource` },
  selector: { '@type': '@id', '@id': `${oa}hasSelector` },
  motivation: { '@type': '@vocab', '@id': `${oa}motivatedBy` },
  purpose: { '@type': '@vocab', '@id': `${oa}hasPurpose` },
  prefix: `${oa}prefix`,
  suffix: `${oa}suffix`,
  start: { '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger', '@id': `${oa}start` },
  end: { '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger', '@id': `${oa}end` },
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  format: 'http://purl.org/dc/elements/1.1/format',
  language: 'http://purl.org/dc/elements/1.1/language',
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
  total: { '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger', '@id': `${as}totalItems` },
  startIndex: { '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger', '@id': `${as}startIndex` },
  first: { '@type': '@id', '@id': `${as}first` },
  next: { '@type': '@id', '@id': `${as}next` },
  partOf: { '@type': '@id', '@id': `${as}partOf` },
  items: { '@type': '@id', '@container': '@list', '@id': `${as}items` },
};

describe('the protocol', () => {
  test('answers with the media type of Web Annotation, whoever asks', async () => {
    for (const accept of [undefined, '*/*', 'application/ld+json', TYPE]) {
      const { headers } = await service.app.inject({
        url: URL_OF_ALL,
        headers: { ...(accept && { accept }) },
      });
      expect(headers['content-type'], accept).toBe(TYPE);
      expect(headers.etag).toBeDefined();
      expect(headers['access-control-allow-origin']).toBe('*');
    }
    const plain = await service.app.inject({ url: URL_OF_ALL, headers: { accept: 'application/json' } });
    expect(plain.headers['content-type']).toMatch(/^application\/json/);
  });

  test('answers 304 where the client has it', async () => {
    const { headers } = await service.get(URL_OF_ALL);
    const again = await service.app.inject({ url: URL_OF_ALL, headers: { 'if-none-match': headers.etag } });
    expect(again.statusCode).toBe(304);
  });

  test.each([
    ['/v1/articles/nothing/annotations', 404, 'not-found'],
    [`${URL_OF_ALL}/q-0000`, 404, 'not-found'],
    [`${URL_OF_ALL}?cursor=abc`, 400, 'invalid-cursor'],
    [`${URL_OF_ALL}?limit=0`, 400, 'invalid-parameter'],
    [`${URL_OF_ALL}?page=2`, 400, 'unknown-parameter'],
  ])('%s is a problem', async (url, status, code) => {
    const answer = await service.get(url);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(answer.body.code).toBe(code);
  });

  test('has nothing as CSV', async () => {
    const { statusCode } = await service.app.inject({ url: URL_OF_ALL, headers: { accept: 'text/csv' } });
    expect(statusCode).toBe(406);
  });
});
