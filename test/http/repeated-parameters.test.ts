import { describe, expect, test } from 'vitest';
import { MAX_VALUES } from '../../src/limits.ts';
import { ids, idsOfAllPages, withParameters } from '../support/lists.ts';
import { testService } from '../support/service.ts';

const service = testService();

type Given = Record<string, string | string[]>;

const list = (path: string, given: Given = {}) => ids(service, path, { ...given, limit: 500 });

/** Lists, what else is asked of them, and values of their parameters, any of which will do. */
const LISTS: [path: string, besides: Given[], values: Record<string, string[]>][] = [
  [
    '/v1/statements',
    [
      {},
      { sort: 'oldest' },
      { attribution: 'any' },
      { saidFrom: '2000-01-01', undated: 'include' },
      { saidFrom: '2018-01-01', saidTo: '2025-12-31', sort: 'oldest' },
      { minConfidence: '0.5' },
      { q: 'pakistan' },
    ],
    {
      speaker: ['Kurilla', 'Trump', 'Rumi', 'the US'],
      about: ['Pakistan', 'the US', 'asim-munir', 'trump-munir-meeting-2025'],
      speakerRole: ['leader', 'analyst', 'official'],
      act: ['051', '111', 'COOPERATE', '02'],
      polarity: ['positive', 'negative', 'neutral'],
      quoteType: ['direct', 'mixed'],
      article: ['shifting-sands', 'no-such-article'],
    },
  ],
  [
    '/v1/events',
    [{}, { sort: 'oldest' }, { from: '1947-08-14', undated: 'include' }],
    {
      actor: ['Trump', 'the US', 'Pakistan'],
      recipient: ['Munir', 'Pakistan'],
      kind: ['war', 'meeting', 'election'],
      place: ['White House', 'the US'],
      article: ['shifting-sands', 'no-such-article'],
    },
  ],
  [
    '/v1/relations',
    [{}, { at: '1950-01-01', undated: 'include' }],
    {
      subject: ['Pakistan', 'the US'],
      object: ['Pakistan', 'India', 'the US'],
      predicate: ['ALLY_OF', 'COMMANDS', 'NEIGHBOUR_OF'],
      article: ['shifting-sands', 'no-such-article'],
    },
  ],
  [
    '/v1/mentions',
    [{}, { entity: 'Pakistan' }, { resolved: 'true' }],
    { form: ['pronoun', 'metonym'], article: ['shifting-sands', 'no-such-article'] },
  ],
  ['/v1/entities/Pakistan/mentions', [{}], { form: ['pronoun', 'metonym'] }],
  ['/v1/entities/Pakistan/relations', [{}, { direction: 'object' }], { predicate: ['ALLY_OF', 'COMMANDS'] }],
  ['/v1/articles', [{}], { author: ['liam', 'Trump'] }],
  [
    '/v1/entities',
    [{}, { q: 'pakistan' }],
    {
      type: ['Person', 'Country', 'Place'],
      role: ['leader', 'analyst'],
      country: ['Pakistan', 'the US'],
    },
  ],
];

const CASES = LISTS.flatMap(([path, besides, values]) =>
  Object.entries(values).map(([name, given]) => ({ path, name, given, besides })),
);

test.each(CASES)('$path lists what matches any $name', async ({ path, name, given, besides }) => {
  for (const beside of besides) {
    const everything = await list(path, beside);
    const alone = await Promise.all(given.map((value) => list(path, { ...beside, [name]: value })));
    const expected = everything.filter((id) => alone.some((found) => found.includes(id)));
    expect(await list(path, { ...beside, [name]: given }), JSON.stringify(beside)).toEqual(expected);
  }
});

test.each(CASES)(
  '$path lists what matches any $name, page by page',
  async ({ path, name, given, besides }) => {
    const beside = besides.at(-1)!;
    const expected = await list(path, { ...beside, [name]: given });
    const first = withParameters(path, { ...beside, [name]: given, limit: 3 });
    expect(await idsOfAllPages(service, first, 3)).toEqual(expected);
  },
);

test('several of two parameters match any of the one with any of the other', async () => {
  const speaker = ['Kurilla', 'Trump', 'Rumi'];
  const about = ['Pakistan', 'asim-munir'];
  const [by, of, both] = await Promise.all([
    list('/v1/statements', { speaker }),
    list('/v1/statements', { about }),
    list('/v1/statements', { speaker, about }),
  ]);
  expect(both).toEqual(by.filter((id) => of.includes(id)));
  expect(both.length).toBeGreaterThan(3);
});

test('participants are all of those that are given', async () => {
  const ofOne = await Promise.all(
    ['the US', 'Pakistan'].map((participants) => list('/v1/events', { participants })),
  );
  const ofBoth = await list('/v1/events', { participants: ['the US', 'Pakistan'] });
  expect(ofBoth).toEqual(ofOne[0]!.filter((id) => ofOne[1]!.includes(id)));
});

describe('counts with several values', () => {
  const given = { about: ['Pakistan', 'the US'], speaker: ['Kurilla', 'Rumi', 'Weinbaum'] };

  test('have each statement once', async () => {
    const found = await list('/v1/statements', given);
    const ask = async (path: string, further: Given = {}) =>
      (await service.get(withParameters(path, { ...given, ...further }))).body;
    expect((await ask('/v1/stats/statements', { groupBy: 'polarity' })).total).toBe(found.length);
    expect((await ask('/v1/statements', { facets: 'act' })).facets.of).toBe(found.length);
    const { undated, items } = await ask('/v1/timeline', { interval: 'year' });
    const dated = items.reduce((sum: number, { statements }: { statements: number }) => sum + statements, 0);
    expect(dated + undated.statements).toBe(found.length);
  });

  test('pair the speakers and the targets that were asked for', async () => {
    const { body } = await service.get(withParameters('/v1/stats/who-about-whom', given));
    for (const { speaker, target } of body.items) {
      expect(['michael-kurilla', 'raza-ahmad-rumi', 'marvin-weinbaum']).toContain(speaker.id);
      expect(['pakistan', 'united-states']).toContain(target.id);
    }
    expect(body.items.length).toBeGreaterThan(3);
  });

  test('are edges of a network from those speakers', async () => {
    const { body } = await service.get(withParameters('/v1/network', { ...given, kinds: 'statement' }));
    const sources = new Set(body.edges.map(({ source }: { source: string }) => source));
    expect([...sources].sort()).toEqual(['marvin-weinbaum', 'michael-kurilla', 'raza-ahmad-rumi']);
  });
});

describe('the order of values, and how often each is given, make no difference', () => {
  const url = (...speakers: string[]) =>
    withParameters('/v1/statements', { speaker: speakers, about: 'Pakistan', limit: 1 });

  test('to what is answered', async () => {
    const [one, other] = await Promise.all([
      service.get(url('Kurilla', 'Trump')),
      service.get(url('Trump', 'michael-kurilla', 'Kurilla', 'Trump')),
    ]);
    expect(other.body).toEqual(one.body);
  });

  test('to a cursor', async () => {
    const { body } = await service.get(url('Kurilla', 'Trump'));
    const next = await service.get(`${url('Donald Trump', 'Kurilla', 'Kurilla')}&cursor=${body.next}`);
    expect(next.status).toBe(200);
    expect(next.body.items).toHaveLength(1);
    expect(next.body.items[0].id).not.toBe(body.items[0].id);
    const other = await service.get(`${url('Kurilla', 'Rumi')}&cursor=${body.next}`);
    expect(other.body.code).toBe('invalid-cursor');
  });
});

describe('a fault tells what would be right', () => {
  test.each([
    ['/v1/statements?act=051,111', '; several are given as act=051&act=111'],
    ['/v1/statements?facets=speaker,%20act', '; several are given as facets=speaker&facets=act'],
    ['/v1/search?q=a&type=Person,Event,Article', '; several are given as type=Person&type=Event'],
    ['/v1/events?participants=Trump,Munir', '; several are given as participants=Trump&participants=Munir'],
    ['/v1/statements?speaker=Trump&speaker=A,B', '; several are given as speaker=A&speaker=B'],
  ])('where values are joined by commas: %s', async (url, hint) => {
    const { status, body } = await service.get(url);
    expect([400, 404]).toContain(status);
    expect(body.errors).toHaveLength(1);
    expect(body.errors[0].expected.endsWith(hint), body.errors[0].expected).toBe(true);
  });

  test('where there are too many', async () => {
    const speaker = Array.from({ length: MAX_VALUES + 1 }, (_, nth) => `s${nth}`);
    const { status, body } = await service.get(withParameters('/v1/statements', { speaker }));
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      {
        parameter: 'speaker',
        detail: `speaker is given ${MAX_VALUES + 1} times, expected at most ${MAX_VALUES} values.`,
        expected: `at most ${MAX_VALUES} values`,
      },
    ]);
  });

  test('where one of several is wrong', async () => {
    const { body } = await service.get('/v1/statements?polarity=positive&polarity=negativ');
    expect(body.errors).toEqual([
      {
        parameter: 'polarity',
        detail: 'polarity is "negativ", expected one of positive, negative, neutral.',
        expected: 'one of positive, negative, neutral',
        nearest: 'negative',
      },
    ]);
  });

  test('where one value was expected', async () => {
    const { body } = await service.get('/v1/statements?limit=5&limit=5');
    expect(body.errors).toEqual([
      { parameter: 'limit', detail: 'limit is given 2 times, expected once.', expected: 'one value' },
    ]);
  });
});

test('the documentation has lists as repeated parameters', async () => {
  const { body } = await service.get('/openapi.json');
  const parameters = body.paths['/v1/statements'].get.parameters;
  const speaker = parameters.find(({ name }: { name: string }) => name === 'speaker');
  expect(speaker).toMatchObject({
    style: 'form',
    explode: true,
    schema: { type: 'array', items: { type: 'string' }, maxItems: MAX_VALUES },
  });
});
