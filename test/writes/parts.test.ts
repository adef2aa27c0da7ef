import { afterEach, describe, expect, test } from 'vitest';
import { restoreSeed } from '../support/graph-dump.ts';
import { expectSpansOf } from '../support/lists.ts';
import { writableService } from '../support/writable-service.ts';

const { graph, inject, post, remove, load, get } = writableService();
afterEach(() => restoreSeed(graph));

const TEXT = `🎈 “We met in May,” said Quill, “and agreed on ‘peace with honour’ at once.”

“We met,” she went on, “in Norland.

“It rained,” she added.

Norland, she wrote, “was kind” and its people “kinder still” than she had feared.`;

const attributions = [{ speaker: 'ada-quill', basis: 'cue-named', confidence: 0.8, evidence: 'said Quill' }];
const statement = (id: string, quotation: object) => ({
  id,
  about: ['norland'],
  quotations: [{ quoteType: 'direct', attributions, ...quotation }],
});
const article = (...statements: object[]) => ({
  id: 'an-interview',
  text: TEXT,
  entities: [
    { id: 'ada-quill', type: 'Person', name: 'Ada Quill', aliases: ['Quill'] },
    { id: 'norland', type: 'Country', name: 'Norland' },
  ],
  annotation: { article: { title: 'An interview', language: 'en' }, statements },
});

const TWO = statement('met-in-may', {
  quote: ['We met in May,', 'and agreed on ‘peace with honour’ at once.'],
  cue: 'said',
});
const THREE = statement('met-in-norland', {
  quote: [{ exact: 'We met,', occurrence: 1 }, 'in Norland.', 'It rained,'],
  cue: 'went on',
});
const WITHIN = statement('peace-with-honour', { quote: 'peace with honour' });
const MIXED = statement('kinder-still', {
  quoteType: 'mixed',
  quote: [
    { exact: 'Norland', suffix: ', she wrote' },
    '“was kind” and its people “kinder still” than she had feared',
  ],
});

// biome-ignore-start lint/suspicious/noExplicitAny: responses of every shape
const exacts = (spans: { exact: string }[]) => spans.map(({ exact }) => exact);

describe('a quotation in several parts', () => {
  test('is one statement, with each part where it stands', async () => {
    await load(article(TWO, THREE, WITHIN));
    const two = await get('/v1/statements/met-in-may');
    expect(two.text).toBe('We met in May, … and agreed on ‘peace with honour’ at once.');
    const [{ evidence, quoted, cue }] = two.quotations;
    expect(exacts(evidence)).toEqual(['We met in May,', 'and agreed on ‘peace with honour’ at once.']);
    expect(evidence[0].start).toBe(3);
    expect([quoted, cue.exact]).toEqual([[], 'said']);
    const three = await get('/v1/statements/met-in-norland');
    expect(exacts(three.quotations[0].evidence)).toEqual(['We met,', 'in Norland.', 'It rained,']);
    expect(expectSpansOf(TEXT, [two, three])).toBeGreaterThan(8);
    const within = await get('/v1/statements/peace-with-honour');
    const [inner] = within.quotations[0].evidence;
    expect(inner.start > evidence[1].start && inner.end < evidence[1].end).toBe(true);
  });

  test('is found by words of all its parts, and shown with each', async () => {
    await load(article(TWO, THREE));
    const { items } = await get('/v1/statements?q=rained+norland');
    expect(items.map(({ id }: any) => id)).toEqual(['met-in-norland']);
    const [hit] = (await get('/v1/search?q=honour&type=Statement')).items;
    expect(exacts(hit.evidence)).toEqual(['We met in May,', 'and agreed on ‘peace with honour’ at once.']);
    expect(hit.highlights[0].fragments.length).toBeGreaterThan(0);
    const timeline = await get('/v1/entities/ada-quill/timeline?kind=saidBy');
    expect(timeline.items.map(({ evidence }: any) => evidence.length).toSorted()).toEqual([2, 3]);
    const { items: paths } = await get('/v1/paths?from=ada-quill&to=norland');
    expect(exacts(paths[0].hops[0].facts.flatMap(({ evidence }: any) => evidence))).toContain('It rained,');
  });

  test('is a Web Annotation with a target for each part', async () => {
    await load(article(THREE));
    const { id } = (await get('/v1/statements/met-in-norland')).quotations[0];
    const { target } = await get(`/v1/articles/an-interview/annotations/${id}`);
    expect(target.map(({ selector }: any) => selector[0].exact)).toEqual([
      'We met,',
      'in Norland.',
      'It rained,',
    ]);
    for (const { selector } of target) expect(selector[1].end).toBeGreaterThan(selector[1].start);
  });

  test('has a row for each part in CSV, and each part in NDJSON and JSON-LD', async () => {
    await load(article(THREE));
    const csv = (await inject('/v1/statements?about=Norland&format=csv&rows=part')).body.split('\r\n');
    expect(csv[0]).toBe('statement.id,quotation.id,number,exact,start,end');
    expect(csv.slice(1, 4).map((row) => row.split(',')[2])).toEqual(['1', '2', '3']);
    const line = (await inject('/v1/statements?about=Norland&format=ndjson')).body.split('\n')[0]!;
    expect(JSON.parse(line).quotations[0].evidence).toHaveLength(3);
    const node = await get('/v1/statements/met-in-norland?format=jsonld');
    expect(node.quotations[0].evidence).toHaveLength(3);
  });

  test('is written anew where a part changes', async () => {
    await load(article(THREE));
    await remove('an-interview');
    await load(
      article(statement('met-in-norland', { quote: [{ exact: 'We met,', occurrence: 1 }, 'It rained,'] })),
    );
    const { quotations } = await get('/v1/statements/met-in-norland');
    expect(exacts(quotations[0].evidence)).toEqual(['We met,', 'It rained,']);
  });

  test.each([
    [
      ['in Norland.', 'We met in May,'],
      'quote/1',
      '"We met in May," stands before the end of the part before it',
    ],
    [
      ['We met in May,', 'met in May,'],
      'quote/1',
      '"met in May," stands before the end of the part before it',
    ],
    [['We met in May,', 'and agreed on war'], 'quote/1', '"and agreed on war" is not in the article'],
    [[], 'quote', 'found []'],
  ])('is refused where its parts are %o', async (quote, field, detail) => {
    const response = await post(article(statement('met-in-may', { quote })));
    expect(response.statusCode, response.body).toBe(422);
    expect(response.json().errors).toContainEqual(
      expect.objectContaining({
        pointer: `/annotation/statements/0/quotations/0/${field}`,
        detail: expect.stringContaining(detail),
      }),
    );
  });
});

describe('a mixed quotation', () => {
  test('marks the words that stand in quotation marks', async () => {
    await load(article(MIXED));
    const [quotation] = (await get('/v1/statements/kinder-still')).quotations;
    expect(exacts(quotation.evidence)).toHaveLength(2);
    expect(exacts(quotation.quoted)).toEqual(['was kind', 'kinder still']);
    expectSpansOf(TEXT, quotation);
    const csv = (await inject('/v1/statements?about=Norland&format=csv&rows=quoted')).body.split('\r\n');
    expect(csv.slice(1, 3).map((row) => row.split(',')[3])).toEqual(['was kind', 'kinder still']);
    const node = await get('/v1/statements/kinder-still?format=jsonld');
    expect(node.quotations[0].quoted).toHaveLength(2);
  });

  test('takes the words that its annotation marks', async () => {
    await load(
      article(
        statement('peace', {
          quoteType: 'mixed',
          quote: 'and agreed on ‘peace with honour’ at once',
          quoted: ['peace with honour'],
        }),
      ),
    );
    const [quotation] = (await get('/v1/statements/peace')).quotations;
    expect(exacts(quotation.quoted)).toEqual(['peace with honour']);
  });

  test.each([
    [
      { quoteType: 'mixed', quote: 'than she had feared' },
      'quoted',
      'nothing in the quotation stands in double quotation marks',
    ],
    [
      { quoteType: 'mixed', quote: '“was kind” and its people', quoted: ['kinder still'] },
      'quoted/0',
      '"kinder still" is not in the quotation',
    ],
    [{ quote: 'was kind', quoted: ['kind'] }, 'quoted', 'is given in a direct quotation'],
  ])('is refused where %o', async (quotation, field, detail) => {
    const response = await post(article(statement('kinder-still', quotation)));
    expect(response.statusCode, response.body).toBe(422);
    expect(response.json().errors).toContainEqual(
      expect.objectContaining({
        pointer: `/annotation/statements/0/quotations/0/${field}`,
        detail: expect.stringContaining(detail),
      }),
    );
  });
});
// biome-ignore-end lint/suspicious/noExplicitAny: responses of every shape
