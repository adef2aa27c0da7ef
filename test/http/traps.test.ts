import { describe, expect, test } from 'vitest';
import { read } from '../../src/db/client.ts';
import { testGraph } from '../support/graph.ts';
import { testService } from '../support/service.ts';

// biome-ignore-start lint/suspicious/noExplicitAny: answers of every shape
const service = testService();
const graph = testGraph();

const statement = async (id: string) => (await service.get(`/v1/statements/${id}`)).body;
const article = async () => (await service.get('/v1/articles/shifting-sands')).body;

/** Mentions of the article by their words, in the order of the text. */
const mentions = (exact: string) =>
  read(
    graph,
    `MATCH (m:Mention {exact: $exact})-[:IN]->(:Article {id: 'shifting-sands'})
     OPTIONAL MATCH (m)-[:REFERS_TO]->(e:Entity)
     RETURN m.start AS start, m.reason AS reason, collect(e.id) AS entities ORDER BY start`,
    { exact },
  );

describe('a quotation led in by "He stated," but signed by Trump', () => {
  test('is contested: the signature is preferred, the other kept with its reason', async () => {
    const { speakers, contested, quotations } = await statement('two-smart-people-stopped-war');
    expect(speakers).toEqual([{ id: 'donald-trump', name: 'Donald Trump', type: 'Person' }]);
    expect(contested).toEqual(['speaker']);
    const [signed, ledIn, ...others] = quotations[0].attributions;
    expect(others).toEqual([]);
    expect(signed).toMatchObject({
      speakers: [{ id: 'donald-trump' }],
      rank: 'preferred',
      basis: 'signature',
      flags: ['conflicting-cues'],
      reason: expect.stringMatching(/signed .*Donald Trump.*He stated/s),
      evidence: { exact: 'Donald Trump', prefix: expect.stringMatching(/” – $/) },
    });
    expect(ledIn).toMatchObject({
      speakers: [{ id: 'michael-kurilla' }],
      rank: 'normal',
      basis: 'cue-pronoun',
      flags: ['conflicting-cues'],
      reason: expect.stringMatching(/Kurilla.*signed by\s+Trump/s),
      evidence: { exact: 'He stated,' },
    });
    expect(signed.confidence).toBeGreaterThan(ledIn.confidence);
    // The signature is the one of this quotation, not the same words under the other.
    expect(signed.evidence.start).toBeGreaterThan(quotations[0].evidence[0].end);
    expect(signed.evidence.start - quotations[0].evidence[0].end).toBeLessThan(5);
  });

  test('is found with both speakers, and only the preferred one by default', async () => {
    const found = async (query: string) =>
      (await service.get(`/v1/statements?${query}`)).body.items.map(({ id }: any) => id);
    expect(await found('speaker=Trump')).toContain('two-smart-people-stopped-war');
    expect(await found('speaker=Kurilla')).not.toContain('two-smart-people-stopped-war');
    expect(await found('speaker=Kurilla&attribution=any')).toContain('two-smart-people-stopped-war');
  });
});

describe('a quotation of 2018 without a source', () => {
  test('is attributed by the article, of low confidence, and flagged', async () => {
    const { text, said, contested, quotations } = await statement('trump-calls-pakistan-dangerous');
    expect(text).toBe('one of the most dangerous countries');
    const year = { edtf: '2018', earliest: '2018-01-01', latest: '2018-12-31', basis: 'explicit' };
    expect(said).toEqual({ ...year, readings: [{ ...year, articles: ['shifting-sands'] }] });
    expect(contested).toEqual([]);
    const [attribution] = quotations[0].attributions;
    expect(attribution).toMatchObject({
      speakers: [{ id: 'donald-trump' }],
      flags: ['unsourced'],
      reason: expect.stringContaining('neither source nor occasion'),
    });
    expect(attribution.confidence).toBeLessThanOrEqual(0.3);
  });
});

describe('"These two very smart people"', () => {
  test('is a mention that refers to nobody, and says why', async () => {
    expect(await mentions('These two very smart people')).toEqual([
      { start: expect.any(Number), reason: expect.stringContaining('names neither of them'), entities: [] },
    ]);
  });

  test('takes part in nothing', async () => {
    const { body } = await service.get('/v1/events/war-not-kept-going');
    expect(body.participants).toEqual([]);
  });
});

describe('"It explicitly praised"', () => {
  test('is said by nobody that can be named', async () => {
    const { speakers, contested, act, quotations } = await statement('pakistan-praised-for-arrests');
    expect(speakers).toEqual([]);
    expect(contested).toEqual([]);
    expect(act.cameo).toBe('051');
    expect(quotations[0].attributions).toMatchObject([
      {
        speakers: [],
        confidence: 0,
        flags: ['unnamed-speaker'],
        reason: expect.stringContaining('does not say who'),
        evidence: { exact: 'It explicitly praised' },
      },
    ]);
  });
});

describe('the title and the first paragraph, which stand twice', () => {
  test('are one event with evidence from both places', async () => {
    const events = (await service.get('/v1/events?limit=500')).body.items;
    const established = events.filter(({ evidence }: any) =>
      evidence.some(({ exact }: any) =>
        exact.startsWith('The Pakistan–United States relationship was established'),
      ),
    );
    expect(established.map(({ id }: any) => id)).toEqual(['us-pakistan-relations-established']);
    const [first, second, ...others] = established[0].evidence;
    expect(others).toEqual([]);
    expect(second.exact).toBe(first.exact);
    expect(second.start).toBeGreaterThan(first.end);
    const independence = events.filter(
      ({ kind, participants }: any) =>
        kind === 'independence' && participants.some(({ entity }: any) => entity.id === 'united-kingdom'),
    );
    expect(independence).toHaveLength(1);
  });

  test('make no statement', async () => {
    const { items } = (await service.get('/v1/statements?limit=500')).body;
    const { text } = await article();
    const secondStart = [...text.slice(0, text.indexOf('Liam Avatar'))].length;
    for (const { quotations } of items) {
      for (const { evidence } of quotations) expect(evidence[0].start).toBeGreaterThan(secondStart);
    }
  });

  test('no statement has the same words as another', async () => {
    const { items } = (await service.get('/v1/statements?limit=500')).body;
    expect(new Set(items.map(({ text }: any) => text)).size).toBe(items.length);
  });
});

describe('no publication date', () => {
  test('stays null, in the article and wherever it is quoted', async () => {
    const unknown = { edtf: null, earliest: null, latest: null, basis: 'unknown' };
    expect((await article()).published).toEqual(unknown);
    const { items } = (await service.get('/v1/statements?limit=500')).body;
    for (const { quotations } of items) {
      for (const quotation of quotations) expect(quotation.article.published).toBeNull();
    }
  });

  test('so "last year\'s" election has none either', async () => {
    const { body } = await service.get('/v1/events/pakistan-contested-election');
    expect(body.date).toEqual({ edtf: null, earliest: null, latest: null, basis: 'unknown', readings: [] });
    expect(body.evidence[0].exact).toContain('last year’s contested election');
  });

  test('and what is undated is not reported within any days', async () => {
    const { body } = await service.get('/v1/statements?reportedFrom=0001-01-01&reportedTo=9999-12-31');
    expect(body.items).toEqual([]);
  });
});

describe('"Liam Avatar"', () => {
  test('is the author Liam, whose surname is not Avatar', async () => {
    const [author, ...others] = (await article()).authors;
    expect(others).toEqual([]);
    expect(author).toMatchObject({
      id: 'liam',
      name: 'Liam',
      reason: expect.stringContaining('alternative text of a picture'),
      evidence: { exact: 'Liam Avatar' },
    });
    expect(author.confidence).toBeLessThan(0.9);
    const { aliases, name } = (await service.get('/v1/entities/liam')).body;
    expect([name, ...aliases].join(' ')).not.toMatch(/avatar/i);
    expect((await service.get('/v1/entities/Liam%20Avatar')).status).toBe(404);
  });
});

describe('"his overnight appointment … keeps him"', () => {
  test('neither "his" nor "him" refers to anybody', async () => {
    const { text } = await article();
    const at = [...text.slice(0, text.indexOf('his overnight appointment'))].length;
    const [his] = await mentions('his');
    expect(his).toEqual({ start: at, reason: expect.any(String), entities: [] });
    const [him] = await mentions('him');
    expect(him).toMatchObject({ entities: [], reason: expect.any(String) });
    expect(him!.start).toBeGreaterThan(at);
  });

  test('nobody is said to have made it, and nobody to rule by it', async () => {
    const { body } = await service.get('/v1/events/munir-appointed-army-chief');
    expect(body.participants).toEqual([
      {
        entity: { id: 'asim-munir', name: 'Asim Munir', type: 'Person' },
        role: 'recipient',
        articles: ['shifting-sands'],
      },
    ]);
    const { relations } = (await service.get('/v1/entities/asim-munir')).body;
    expect(relations).toEqual([]);
  });
});

describe('garbled claims', () => {
  const GARBLED = [
    'currently incarcerated immigrant',
    'precipice of nuclear war',
    'impassioned diplomacy',
    'transactional for its relationship',
    'battlefield versus peacemaker',
  ];

  test.each(GARBLED)('"%s" is excluded, with a reason', async (words) => {
    const { excluded } = await article();
    const found = excluded.filter(({ evidence }: any) => evidence.exact.includes(words));
    expect(found.length).toBeGreaterThan(0);
    for (const { reason } of found) expect(reason.length).toBeGreaterThan(10);
  });

  test('are in no statement, event, relation, role or description', async () => {
    const lists = ['statements', 'events', 'entities'].map((name) => service.get(`/v1/${name}?limit=500`));
    const [statements, events, entities] = (await Promise.all(lists)).map(({ body }) => body.items);
    const details = [];
    for (const { id } of entities) details.push((await service.get(`/v1/entities/${id}`)).body);
    const { authors } = await article();
    const words = wordsOf([statements, events, details, authors]);
    for (const garbled of [...GARBLED, 'incarcerat', 'Korea peninsula', 'brinkmanship']) {
      expect(words.filter((text) => text.includes(garbled))).toEqual([]);
    }
    // Nothing but its own record tells of the Korean peninsula.
    const { counts, relations } = details.find(({ id }) => id === 'korean-peninsula');
    expect(counts).toMatchObject({ statementsBy: 0, statementsAbout: 0, events: 0, relations: 0 });
    expect(relations).toEqual([]);
  });

  test('support nothing in the graph', async () => {
    const rows = await read(
      graph,
      `MATCH (x:ExcludedClaim)-[:IN]->(a:Article)<-[:IN]-(f:Evidence|Quotation)
       WHERE x.reason STARTS WITH 'Garbled' AND f.start >= x.start AND f.end <= x.end
       RETURN f.exact AS exact`,
    );
    expect(rows).toEqual([]);
  });
});

/** Every text of an answer but the context of evidence, which is the article's and asserts nothing. */
function wordsOf(node: any): string[] {
  if (typeof node === 'string') return [node];
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([name, child]) =>
    name === 'prefix' || name === 'suffix' ? [] : wordsOf(child),
  );
}
// biome-ignore-end lint/suspicious/noExplicitAny: answers of every shape
