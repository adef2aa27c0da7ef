import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { testService } from '../support/service.ts';

const service = testService();
const items = async (url: string) => (await service.get(url)).body.items;
const ids = async (url: string) => (await items(url)).map(({ id }: { id: string }) => id);

const OPINIONS = [
  'us-reneges-on-promise',
  'us-pressure-on-pakistan',
  'us-pakistan-rapprochement',
  'us-engages-and-retreats',
  'pakistan-military-rule',
  'pakistan-india-de-escalation',
  'munir-tenure',
];
const BY_STATEMENTS_ALONE = [
  'war-not-kept-going',
  'pakistan-organized-crime-arrests',
  'pakistan-counterterrorism-fight',
  'counterterrorism-operations',
  'coordination-with-pakistan-military',
];
const BY_STATEMENTS = [...BY_STATEMENTS_ALONE, 'pakistan-india-tensions', 'pakistan-india-de-escalation'];

const author = (as: string, confidence: number) => ({
  article: 'shifting-sands',
  by: 'author',
  as,
  statement: null,
  confidence,
});
const statement = (id: string, confidence: number) => ({
  article: 'shifting-sands',
  by: 'statement',
  as: null,
  statement: id,
  confidence,
});

describe('who asserts', () => {
  test.each([
    ['us-reneges-on-promise', [author('opinion', 0.7)]],
    ['pakistan-independence-1947', [author('fact', 1)]],
    ['war-not-kept-going', [statement('two-smart-people-stopped-war', 1)]],
    ['pakistan-india-de-escalation', [author('opinion', 0.8), statement('trump-thanks-munir', 1)]],
    ['pakistan-india-tensions', [author('fact', 1), statement('trump-thanks-munir', 1)]],
    [
      'pakistan-counterterrorism-fight',
      [
        statement('kurilla-pakistan-counterterrorism-role', 1),
        statement('kurilla-pakistan-phenomenal-partner', 1),
      ],
    ],
  ])('%s', async (id, assertions) => {
    expect((await service.get(`/v1/events/${id}`)).body.assertions).toEqual(assertions);
  });

  test.each([
    ['INFLUENCES', 0.8],
    ['PARTNER_OF', 0.8],
  ])('the relation %s, which is the opinion of the author', async (predicate, confidence) => {
    const [relation] = await items(`/v1/relations?predicate=${predicate}`);
    expect(relation.assertions).toEqual([author('opinion', confidence)]);
    const { relations } = (await service.get(`/v1/entities/${relation.subject.id}`)).body;
    expect(relations.find(({ id }: { id: string }) => id === relation.id).assertions).toEqual(
      relation.assertions,
    );
  });

  test('a role', async () => {
    const [trump] = await items('/v1/leaders');
    expect(trump.roles[0].assertions).toEqual([
      { ...author('fact', 1), from: null, until: null, former: false },
    ]);
  });
});

describe('events by who asserts them', () => {
  const all = async () => ids('/v1/events?limit=500');
  test.each<[string, string[]]>([
    ['assertedBy=opinion', OPINIONS],
    ['assertedBy=statement', BY_STATEMENTS],
    ['assertedBy=opinion&assertedBy=statement', [...new Set([...OPINIONS, ...BY_STATEMENTS])]],
    ['assertedBy=statement&minConfidence=0.9', BY_STATEMENTS],
    ['assertedBy=opinion&minConfidence=0.8', OPINIONS.filter((id) => id !== 'us-reneges-on-promise')],
    // A statement asserts one of them at 1, the author none at more than 0.8.
    ['assertedBy=opinion&minConfidence=0.9', []],
    ['assertedBy=opinion&q=tensions', ['pakistan-india-de-escalation']],
    ['assertedBy=opinion&actor=the US&kind=pressure', ['us-pressure-on-pakistan']],
    ['assertedBy=opinion&article=shifting-sands&q=promise', ['us-reneges-on-promise']],
  ])('%s', async (query, expected) => {
    expect((await ids(`/v1/events?${query}`)).toSorted()).toEqual(expected.toSorted());
  });

  test('as a fact, or by the author at all', async () => {
    const everything = await all();
    const notFacts = new Set([...OPINIONS, ...BY_STATEMENTS_ALONE]);
    expect(await ids('/v1/events?assertedBy=fact&limit=500')).toEqual(
      everything.filter((id: string) => !notFacts.has(id)),
    );
    expect(await ids('/v1/events?assertedBy=author&limit=500')).toEqual(
      everything.filter((id: string) => !BY_STATEMENTS_ALONE.includes(id)),
    );
    expect(await ids('/v1/events?minConfidence=0.8&limit=500')).toEqual(
      everything.filter((id: string) => id !== 'us-reneges-on-promise'),
    );
    expect(await ids('/v1/events?minConfidence=0&limit=500')).toEqual(everything);
  });

  test('says what is wrong with a request', async () => {
    expect((await service.get('/v1/events?assertedBy=opinon')).body).toMatchObject({
      code: 'invalid-parameter',
      errors: [
        { parameter: 'assertedBy', expected: expect.stringContaining('author, fact, opinion, statement') },
      ],
    });
    expect((await service.get('/v1/events?minConfidence=2')).status).toBe(400);
    expect((await service.get('/v1/countries?assertedBy=fact')).body.code).toBe('unknown-parameter');
  });
});

describe('relations, people and networks by who asserts them', () => {
  const predicates = async (url: string) =>
    (await items(url)).map(({ predicate }: { predicate: string }) => predicate).toSorted();

  test('relations', async () => {
    const opinions = ['INFLUENCES', 'PARTNER_OF'];
    expect(await predicates('/v1/relations?assertedBy=opinion')).toEqual(opinions);
    expect(await predicates('/v1/relations?assertedBy=opinion&minConfidence=0.8')).toEqual(opinions);
    expect(await predicates('/v1/relations?assertedBy=opinion&minConfidence=0.9')).toEqual([]);
    const of = '/v1/entities/pakistan/relations';
    expect(await predicates(`${of}?assertedBy=opinion&direction=object`)).toEqual(['INFLUENCES']);
    expect(await predicates(`${of}?assertedBy=fact&direction=object`)).toEqual(['PART_OF']);
    expect(await predicates(`${of}?minConfidence=0.9`)).toEqual(['ALLY_OF', 'PART_OF']);
    const facts = ['ALLY_OF', 'COMMANDS', 'EXPERT_ON', 'LEADS', 'PART_OF', 'PART_OF'];
    expect(await predicates('/v1/relations?assertedBy=fact&limit=500')).toEqual(facts);
    expect(await predicates('/v1/relations?minConfidence=0.9&limit=500')).toEqual(facts);
  });

  test('people, by their roles of the kind that is listed', async () => {
    expect(await ids('/v1/leaders?assertedBy=fact&minConfidence=1')).toEqual(['donald-trump']);
    expect(await ids('/v1/leaders?assertedBy=opinion')).toEqual([]);
    expect(await ids('/v1/people?role=military&assertedBy=author')).toEqual([
      'asim-munir',
      'michael-kurilla',
    ]);
    expect(await ids('/v1/entities?country=Pakistan&assertedBy=fact')).toEqual([
      'asim-munir',
      'raza-ahmad-rumi',
    ]);
    expect(await ids('/v1/analysts?assertedBy=statement')).toEqual([]);
  });

  test('a network, in which statements are asserted by nobody else', async () => {
    const { edges } = (await service.get('/v1/network?assertedBy=opinion')).body;
    const facts = edges.flatMap((edge: { facts: string[] }) => edge.facts);
    expect(facts).toEqual(expect.arrayContaining(['us-reneges-on-promise', 'pakistan-military-rule']));
    expect(facts).not.toContain('trump-munir-meeting-2025');
    expect(new Set(edges.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['event', 'relation']));
    const sure = (await service.get('/v1/network?kinds=event&minConfidence=0.95&limit=2000')).body.edges;
    const sureFacts = sure.flatMap((edge: { facts: string[] }) => edge.facts);
    expect(sureFacts).toContain('trump-munir-meeting-2025');
    expect(sureFacts).not.toContain('us-reneges-on-promise');
  });
});

describe('figures and contexts of events', () => {
  test('a figure has its number, its words and who asserts it', async () => {
    expect(await ids('/v1/events?figure=duration')).toEqual(['pakistan-military-rule', 'munir-stay-in-us']);
    expect(await ids('/v1/events?figure=killed')).toEqual([]);
    const { figures } = (await service.get('/v1/events/pakistan-military-rule')).body;
    expect(figures).toEqual([
      {
        what: 'duration',
        value: null,
        from: 30,
        to: null,
        unit: 'years',
        assertion: author('opinion', 0.8),
        evidence: expect.objectContaining({ article: 'shifting-sands', exact: 'over three decades' }),
      },
    ]);
    const [stay] = (await service.get('/v1/events/munir-stay-in-us')).body.figures;
    expect(stay).toMatchObject({ value: 5, from: 5, to: 5, unit: 'days', evidence: { exact: 'five-day' } });
    expect(stay.assertion).toEqual(author('fact', 1));
  });

  test('mode and contexts follow from the act', async () => {
    expect((await service.get('/v1/events/munir-stay-in-us')).body).toMatchObject({
      act: { cameo: '042', plover: 'CONSULT' },
      mode: 'visit',
      contexts: [],
    });
    expect((await service.get('/v1/events/pakistan-organized-crime-arrests')).body).toMatchObject({
      act: { cameo: '173', plover: 'COERCE' },
      mode: 'arrest',
      contexts: ['legal'],
    });
    expect(await ids('/v1/events?context=legal')).toEqual(['pakistan-organized-crime-arrests']);
    expect(await ids('/v1/events?context=military')).toEqual(['pakistan-india-de-escalation']);
    expect((await service.get('/v1/events/coordination-with-pakistan-military')).body).toMatchObject({
      act: null,
      mode: null,
      contexts: [],
    });
  });
});

describe('in other formats', () => {
  const table = async (url: string): Promise<Record<string, string>[]> =>
    parse(String((await service.get(url)).body), { columns: true, record_delimiter: '\r\n' });

  test('CSV has a table of assertions and one of figures', async () => {
    const assertions = await table('/v1/events?format=csv&rows=assertion&assertedBy=statement&q=war');
    expect(assertions).toEqual([
      {
        'event.id': 'war-not-kept-going',
        number: '1',
        article: 'shifting-sands',
        by: 'statement',
        as: '',
        statement: 'two-smart-people-stopped-war',
        confidence: '1',
      },
      {
        'event.id': 'pakistan-india-tensions',
        number: '1',
        article: 'shifting-sands',
        by: 'author',
        as: 'fact',
        statement: '',
        confidence: '1',
      },
      {
        'event.id': 'pakistan-india-tensions',
        number: '2',
        article: 'shifting-sands',
        by: 'statement',
        as: '',
        statement: 'trump-thanks-munir',
        confidence: '1',
      },
    ]);
    const [figure] = await table('/v1/events?format=csv&rows=figure&figure=duration');
    expect(figure).toMatchObject({
      'event.id': 'pakistan-military-rule',
      what: 'duration',
      from: '30',
      unit: 'years',
      'assertion.as': 'opinion',
      'assertion.confidence': '0.8',
      'evidence.exact': 'over three decades',
    });
    expect(await table('/v1/relations?format=csv&rows=assertion&predicate=INFLUENCES')).toMatchObject([
      { as: 'opinion', confidence: '0.8' },
    ]);
    expect(await table('/v1/leaders?format=csv&rows=assertion')).toMatchObject([{ as: 'fact' }]);
  });

  test('JSON-LD has assertions, and figures as schema.org has them', async () => {
    expect((await service.get('/v1/events/munir-stay-in-us?format=jsonld')).body).toMatchObject({
      mode: 'visit',
      figures: [{ type: 'QuantitativeValue', value: 5, minValue: 5, maxValue: 5, unitText: 'days' }],
      assertions: [{ type: 'Assertion', by: 'author', as: 'fact', confidence: 1 }],
    });
  });

  test('the words of a figure are an annotation of its article', async () => {
    const { first } = (await service.get('/v1/articles/shifting-sands/annotations?limit=500')).body;
    const figure = first.items.find(({ body }: { body: { value?: string }[] }) =>
      body.some(({ value }) => value?.startsWith('A figure (duration) of the event: Munir stays')),
    );
    expect(figure.target[0].selector[0].exact).toBe('five-day');
  });
});
