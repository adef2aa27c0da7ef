import { afterEach, describe, expect, test } from 'vitest';
import { entityRow } from '../../src/ingest/facts/entity-rows.ts';
import { writeEntities } from '../../src/ingest/write/write-entities.ts';
import { verifyGraph } from '../../src/verify/verify.ts';
import { restoreSeed } from '../support/graph-dump.ts';
import { writableService } from '../support/writable-service.ts';

const { graph, inject, post, remove, load, get } = writableService();
afterEach(() => restoreSeed(graph));

// biome-ignore-start lint/suspicious/noExplicitAny: responses of every shape
const ids = async (query: string): Promise<string[]> =>
  (await get(`/v1/statements?${query}`)).items.map(({ id }: any) => id);
// biome-ignore-end lint/suspicious/noExplicitAny: responses of every shape

const QUILL = { id: 'ada-quill', type: 'Person', name: 'Ada Quill' };
const ONESTONE = { id: 'bo-onestone', type: 'Person', name: 'Bo Onestone' };
const TEXT =
  'In a joint letter, Quill and Onestone said: “We are leaving together,” and praised Norland for its patience with Sudland. Onestone, some wrote at first.';

const attribution = {
  rank: 'preferred',
  basis: 'cue-named',
  confidence: 0.95,
  evidence: 'Quill and Onestone said',
};

/** An article of one statement, which is attributed so and is about these. */
const article = (attributions: object[], about: unknown[] = ['norland'], statement: object = {}) => ({
  id: 'a-letter',
  text: TEXT,
  entities: [
    { ...QUILL, aliases: ['Quill'] },
    { ...ONESTONE, aliases: ['Onestone'] },
    { id: 'norland', type: 'Country', name: 'Norland' },
    { id: 'sudland', type: 'Country', name: 'Sudland' },
  ],
  annotation: {
    article: { title: 'A letter', language: 'en' },
    statements: [
      {
        id: 'leaving-together',
        act: '051',
        about,
        quotations: [{ quoteType: 'direct', quote: 'We are leaving together,', attributions }],
        ...statement,
      },
    ],
  },
});

const JOINT = article([{ ...attribution, speakers: [ONESTONE.id, QUILL.id] }]);

describe('a statement of two speakers', () => {
  test('names both, is not contested, and is listed under each', async () => {
    await load(JOINT);
    const { speakers, contested, quotations } = await get('/v1/statements/leaving-together');
    expect(speakers).toEqual([QUILL, ONESTONE]);
    expect(contested).toEqual([]);
    expect(quotations[0].attributions[0].speakers).toEqual([QUILL, ONESTONE]);
    for (const speaker of ['Quill', 'Onestone']) {
      expect(await ids(`speaker=${speaker}`)).toEqual(['leaving-together']);
      expect(await ids(`speaker=${speaker}&attribution=any`)).toEqual(['leaving-together']);
      expect(await ids(`speaker=${speaker}&about=Norland`)).toEqual(['leaving-together']);
      expect(await ids(`speaker=${speaker}&about=Norland&saidFrom=1900-01-01&undated=include`)).toEqual([
        'leaving-together',
      ]);
      expect(await ids(`speaker=${speaker}&about=Sudland`)).toEqual([]);
      expect(await ids(`speaker=${speaker}&q=leaving`)).toEqual(['leaving-together']);
    }
    expect(await ids('about=Norland')).toEqual(['leaving-together']);
    expect(await ids('contested=true&about=Norland')).toEqual([]);
  }, 120_000);

  test('is counted for each, and once in all', async () => {
    await load(JOINT);
    const { items, total } = await get('/v1/stats/who-about-whom?about=Norland');
    expect(total).toBe(1);
    expect(items.map(({ speaker, count, positive }: never) => [speaker, count, positive])).toEqual([
      [QUILL, 1, 1],
      [ONESTONE, 1, 1],
    ]);
    const bySpeaker = await get('/v1/stats/statements?groupBy=speaker&about=Norland');
    expect(bySpeaker.items.map(({ group }: { group: { id: string } }) => group.id)).toEqual([
      QUILL.id,
      ONESTONE.id,
    ]);
    const { facets } = await get('/v1/statements?about=Norland&facets=speaker');
    expect(facets.speaker.map(({ value }: { value: string }) => value)).toEqual([QUILL.id, ONESTONE.id]);
    const { counts } = await get(`/v1/entities/${ONESTONE.id}`);
    expect(counts.statementsBy).toBe(1);
    const { edges } = await get('/v1/network?about=Norland&kinds=statement');
    expect(edges.map(({ source }: { source: string }) => source)).toEqual([QUILL.id, ONESTONE.id]);
    for (const { id } of [QUILL, ONESTONE]) {
      const timeline = await get(`/v1/entities/${id}/timeline?kind=saidBy`);
      expect(timeline.items).toMatchObject([{ id: 'leaving-together', speakers: [QUILL, ONESTONE] }]);
      const { items: paths } = await get(`/v1/paths?from=${id}&to=Norland`);
      expect(paths[0].hops[0].facts).toMatchObject([{ id: 'leaving-together' }]);
    }
  }, 120_000);

  test('is there already when it comes again, and goes with its article', async () => {
    await load(JOINT);
    expect((await post(JOINT)).json().outcome).toBe('unchanged');
    const removed = await remove('a-letter');
    expect(removed.statusCode).toBe(204);
    // Those that came with the article go with it.
    expect((await inject('/v1/statements?speaker=Onestone&attribution=any')).statusCode).toBe(404);
    expect(await verifyGraph(graph)).toEqual([]);
  });

  test('is a row for each in the tables, one row for people, and two authors as JSON-LD', async () => {
    await load(JOINT);
    const csv = (await inject('/v1/statements?about=Norland&format=csv&rows=speaker')).body;
    expect(csv.split('\r\n').slice(0, 3)).toEqual([
      'statement.id,id,name,type',
      'leaving-together,ada-quill,Ada Quill,Person',
      'leaving-together,bo-onestone,Bo Onestone,Person',
    ]);
    const people = (await inject('/v1/statements?about=Norland&format=csv&rows=people')).body;
    expect(people.split('\r\n')[1]).toMatch(/^Ada Quill; Bo Onestone,Norland,/);
    const node = await get('/v1/statements/leaving-together?format=jsonld');
    expect(node.author.map(({ identifier }: { identifier: string }) => identifier)).toEqual([
      QUILL.id,
      ONESTONE.id,
    ]);
    const agents = node.quotations[0].qualifiedAttribution.map(({ agent }: { agent: string }) => agent);
    expect(agents.map((agent: string) => agent.split('/').at(-1))).toEqual([QUILL.id, ONESTONE.id]);
  });

  test('is contested by an attribution to one of them, who is then listed for it by any attribution', async () => {
    const alone = {
      ...attribution,
      rank: 'normal',
      speaker: 'united-states',
      confidence: 0.2,
      basis: 'editor',
    };
    await load(article([{ ...attribution, speakers: [QUILL.id, ONESTONE.id] }, alone]));
    expect(await get('/v1/statements/leaving-together')).toMatchObject({
      speakers: [QUILL, ONESTONE],
      contested: ['speaker'],
    });
    expect(await ids('speaker=united-states&about=Norland')).toEqual([]);
    expect(await ids('speaker=united-states&about=Norland&attribution=any')).toEqual(['leaving-together']);
  });

  test.each([
    [{ speaker: QUILL.id, speakers: [ONESTONE.id] }, 'speaker', 'is given beside speakers'],
    [{}, 'speaker', 'is missing'],
    [{ speakers: [QUILL.id, QUILL.id] }, 'speakers/1', 'ada-quill is named twice'],
    [{ speakers: [QUILL.id, 'bo-onestne'] }, 'speakers/1', 'there is no entity "bo-onestne"'],
    [
      { speakers: [QUILL.id, 'norland'] },
      'evidence',
      '"Quill and Onestone said" holds no name and no mention of norland, at confidence 0.95',
    ],
  ])('is refused where %o', async (given, field, detail) => {
    const response = await post(article([{ ...attribution, ...given }]));
    expect(response.statusCode).toBe(422);
    expect(response.json().errors).toMatchObject([
      { pointer: `/annotation/statements/0/quotations/0/attributions/0/${field}`, detail },
    ]);
  });
});

describe('an attribution that is deprecated', () => {
  const other = {
    rank: 'deprecated',
    basis: 'editor',
    confidence: 0.3,
    reason: 'Some wrote so at first.',
    evidence: 'Onestone, some wrote',
  };
  const REFUTED = article([
    { ...attribution, speaker: QUILL.id },
    { ...other, speaker: ONESTONE.id },
  ]);

  test('is shown with its reason, contests nothing and counts nowhere', async () => {
    await load(REFUTED);
    const { speakers, contested, quotations } = await get('/v1/statements/leaving-together');
    expect(speakers).toEqual([QUILL]);
    expect(contested).toEqual([]);
    expect(quotations[0].attributions).toMatchObject([
      { rank: 'preferred', speakers: [QUILL] },
      { rank: 'deprecated', speakers: [ONESTONE], reason: 'Some wrote so at first.' },
    ]);
    expect(await ids('contested=true&about=Norland')).toEqual([]);
    for (const query of ['', '&attribution=any', '&attribution=any&about=Norland'])
      expect(await ids(`speaker=Onestone${query}`)).toEqual([]);
    expect((await get(`/v1/entities/${ONESTONE.id}`)).counts.statementsBy).toBe(0);
    expect((await get(`/v1/entities/${ONESTONE.id}/timeline?attribution=any`)).items).toEqual([]);
    const pairs = await get('/v1/stats/who-about-whom?about=Norland&attribution=any');
    expect(pairs.items).toMatchObject([{ speaker: QUILL }]);
  });

  test('is nobody where it is the only one', async () => {
    await load(article([{ ...other, speaker: ONESTONE.id }]));
    for (const query of ['', '&attribution=any'])
      expect(await ids(`unattributed=true&about=Norland${query}`)).toEqual(['leaving-together']);
  });

  test('shows the new name of its speaker', async () => {
    await load(REFUTED);
    const renamed = { ...ONESTONE, type: 'Person' as const, name: 'Bo O. Onestone' };
    await writeEntities(graph, [
      entityRow({ ...renamed, aliases: [], iso3166: null, wikidata: null, country: null, description: null }),
    ]);
    const { items } = await get('/v1/statements?about=Norland');
    expect(items[0].quotations[0].attributions[1].speakers[0].name).toBe('Bo O. Onestone');
  });
});

describe('what is spoken of', () => {
  const TOPIC = article(
    [{ ...attribution, speaker: QUILL.id }],
    ['norland', { id: 'sudland', as: 'topic' }],
    { act: '111' },
  );

  test('is told from what the statement is aimed at', async () => {
    await load(TOPIC);
    const { about } = await get('/v1/statements/leaving-together');
    expect(about.map(({ id, as }: { id: string; as: string }) => [id, as])).toEqual([
      ['norland', 'target'],
      ['sudland', 'topic'],
    ]);
    expect(await ids('about=Sudland')).toEqual(['leaving-together']);
    expect(await ids('about=Sudland&aboutAs=target')).toEqual([]);
    for (const done of ['polarity=negative', 'polarity=negative&act=11', 'act=ACCUSE&polarity=negative']) {
      expect(await ids(`about=Sudland&${done}`)).toEqual([]);
      expect(await ids(`about=Norland&${done}`)).toEqual(['leaving-together']);
      expect(await ids(`about=Sudland&aboutAs=topic&${done}`)).toEqual(['leaving-together']);
      expect(await ids(`about=Sudland&aboutAs=any&${done}`)).toEqual(['leaving-together']);
      expect(await ids(`speaker=Quill&about=Sudland&${done}`)).toEqual([]);
      expect(await ids(`speaker=Quill&about=Sudland&aboutAs=topic&${done}`)).toEqual(['leaving-together']);
    }
  });

  test('is counted, and gets no score', async () => {
    await load(TOPIC);
    // biome-ignore lint/suspicious/noExplicitAny: rows as they come over the wire
    const row = ({ target, count, negative, goldsteinMean }: any) => [
      target.id,
      count,
      negative,
      goldsteinMean,
    ];
    const rows = async (query: string) =>
      (await get(`/v1/stats/who-about-whom?speaker=Quill${query}`)).items.map(row);
    expect(await rows('')).toEqual([
      ['norland', 1, 1, -2],
      ['sudland', 1, 0, null],
    ]);
    expect(await rows('&polarity=negative')).toEqual([['norland', 1, 1, -2]]);
    expect(await rows('&aboutAs=topic')).toEqual([['sudland', 1, 1, -2]]);
    expect(await rows('&aboutAs=any&polarity=negative')).toEqual([
      ['norland', 1, 1, -2],
      ['sudland', 1, 0, null],
    ]);
    const groups = await get('/v1/stats/statements?groupBy=about&speaker=Quill&polarity=negative');
    expect(groups.items).toMatchObject([{ group: { id: 'norland' }, negative: 1 }]);
    const { facets } = await get('/v1/statements?speaker=Quill&polarity=negative&facets=about');
    expect(facets.about).toMatchObject([{ value: 'norland' }]);
    const { edges } = await get('/v1/network?speaker=Quill&kinds=statement');
    expect(edges).toMatchObject([
      { target: 'norland', weight: 1, negative: 1 },
      { target: 'sudland', weight: 1, negative: 0, goldsteinMean: null },
    ]);
  });
});

describe('who is described where nobody is named', () => {
  const ENTITIES = [
    { id: 'iraq', type: 'Country', name: 'Iraq', aliases: [{ text: 'Iraqi', kind: 'adjective' }] },
    { id: 'oil-ministry', type: 'Organization', name: 'Oil Ministry', country: 'iraq' },
    { id: 'norland', type: 'Country', name: 'Norland' },
    { id: 'ada-quill', type: 'Person', name: 'Ada Quill' },
    { id: 'bo-onestone', type: 'Person', name: 'Bo Onestone' },
  ];
  const SAID = (id: string, quote: string, given: object) => ({
    id,
    act: '111',
    about: ['norland'],
    quotations: [{ quoteType: 'indirect', quote, attributions: [{ basis: 'described', ...given }] }],
  });
  const REPORT = {
    id: 'a-report',
    text: 'Iraqi officials said the dam would hold. A clerk of the Oil Ministry said pumps had failed. Ada Quill, the minister of oil at the Oil Ministry, said they had not. Bo Onestone, an Iraqi, said he had seen it. A passer-by said nothing would help.',
    entities: ENTITIES,
    annotation: {
      article: { title: 'A report', language: 'en' },
      roles: [
        {
          person: 'ada-quill',
          kind: 'official',
          title: 'minister of oil',
          of: 'oil-ministry',
          evidence: ['minister of oil'],
        },
      ],
      relations: [
        { subject: 'bo-onestone', predicate: 'CITIZEN_OF', object: 'iraq', evidence: ['an Iraqi'] },
      ],
      statements: [
        SAID('dam-would-hold', 'the dam would hold', {
          speaker: null,
          described: { words: 'Iraqi officials', role: 'official', of: 'iraq' },
          evidence: 'Iraqi officials said',
        }),
        SAID('pumps-had-failed', 'pumps had failed', {
          speaker: null,
          described: { words: 'A clerk of the Oil Ministry', of: 'oil-ministry' },
        }),
        SAID('pumps-had-not', 'they had not', { speaker: 'ada-quill', basis: 'cue-named' }),
        SAID('seen-it', 'he had seen it', { speaker: 'bo-onestone', basis: 'cue-named' }),
        SAID('nothing-would-help', 'nothing would help', { speaker: null, evidence: 'A passer-by said' }),
      ],
    },
  };
  const asked = async (query: string) => (await ids(`about=Norland&sort=oldest&${query}`)).toSorted();

  test('is shown, marked as not named, with the words of the article', async () => {
    await load(REPORT);
    const { speakers, contested, quotations } = await get('/v1/statements/dam-would-hold');
    expect([speakers, contested]).toEqual([[], []]);
    expect(quotations[0].attributions[0]).toMatchObject({
      speakers: [],
      basis: 'described',
      confidence: 0.9,
      described: {
        words: { exact: 'Iraqi officials', start: 0, end: 15, unit: 'code-point' },
        role: 'official',
        of: { id: 'iraq', name: 'Iraq', type: 'Country' },
      },
    });
    const clerk = (await get('/v1/statements/pumps-had-failed')).quotations[0].attributions[0];
    expect(clerk).toMatchObject({
      evidence: { exact: 'A clerk of the Oil Ministry' },
      described: { words: { exact: 'A clerk of the Oil Ministry' }, role: null, of: { id: 'oil-ministry' } },
    });
    expect((await get('/v1/statements/nothing-would-help')).quotations[0].attributions[0]).toMatchObject({
      described: null,
      confidence: 0,
    });
  });

  test.each([
    ['speakerCountry=Iraq', ['dam-would-hold', 'pumps-had-failed', 'pumps-had-not', 'seen-it']],
    ['speakerCountry=Norland', []],
    ['speakerOf=Iraq', ['dam-would-hold']],
    ['speakerOf=Oil+Ministry', ['pumps-had-failed', 'pumps-had-not']],
    ['speakerRole=official', ['dam-would-hold', 'pumps-had-not']],
    ['speakerRole=official&unattributed=true', ['dam-would-hold']],
    ['speakerCountry=Iraq&speakerRole=official', ['dam-would-hold', 'pumps-had-not']],
    ['unattributed=true', ['dam-would-hold', 'nothing-would-help', 'pumps-had-failed']],
    ['unattributed=false', ['pumps-had-not', 'seen-it']],
  ])('is found: %s', async (query, expected) => {
    await load(REPORT);
    expect(await asked(query)).toEqual(expected);
    expect(await asked(`attribution=any&${query}`)).toEqual(expected);
    const { total } = await get(`/v1/stats/who-about-whom?about=Norland&${query}`);
    expect(total).toBe(expected.length);
    const facets = await get(`/v1/statements?about=Norland&${query}&facets=speaker`);
    expect(facets.facets.of).toBe(expected.length);
    expect((await get(`/v1/timeline?about=Norland&${query}`)).undated.statements).toBe(expected.length);
  });

  test('is counted by role, beside those who are named', async () => {
    await load(REPORT);
    for (const attribution of ['preferred', 'any']) {
      const { items } = await get(
        `/v1/stats/statements?groupBy=role&about=Norland&attribution=${attribution}`,
      );
      const counts = items.map(({ group, count }: { group: { id: string }; count: number }) => [
        group.id,
        count,
      ]);
      expect(counts).toEqual([
        [null, 3],
        ['official', 2],
      ]);
    }
  });

  test.each([
    [{ speaker: 'ada-quill', evidence: 'Ada Quill' }, 'described', 'is given where a speaker is named'],
    [
      { speaker: null, described: { words: 'Iraqi oficials' } },
      'described/words',
      '"Iraqi oficials" is not in the article',
    ],
    [
      { speaker: null, described: { words: 'Iraqi officials', of: 'irak' } },
      'described/of',
      'there is no entity "irak"',
    ],
    [
      { speaker: null, described: { words: 'Iraqi officials', role: 'boss' } },
      'described/role',
      'found "boss"',
    ],
  ])('is refused where %o', async (given, field, detail) => {
    const wrong = SAID('dam-would-hold', 'the dam would hold', {
      described: { words: 'Iraqi officials' },
      ...given,
    });
    const annotation = { ...REPORT.annotation, statements: [wrong] };
    const response = await post({ ...REPORT, annotation });
    expect(response.statusCode, response.body).toBe(422);
    const faults = response.json().errors;
    expect(faults).toContainEqual(
      expect.objectContaining({
        pointer: `/annotation/statements/0/quotations/0/attributions/0/${field}`,
        detail: expect.stringContaining(detail),
      }),
    );
  });
});
