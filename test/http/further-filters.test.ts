import { describe, expect, test } from 'vitest';
import { ids, withParameters } from '../support/lists.ts';
import { testService } from '../support/service.ts';

const service = testService();

type Given = Record<string, string | string[]>;

const list = (given: Given) => ids(service, '/v1/statements', { ...given, limit: 500 });
const sorted = async (given: Given) => (await list(given)).sort();

describe('statements by an event', () => {
  test('said at it, or at any of several', async () => {
    expect(await list({ at: 'trump-munir-meeting-2025' })).toEqual(['pakistan-praised-for-arrests']);
    expect(await list({ at: ['cold-war', 'trump-munir-meeting-2025'] })).toEqual([
      'pakistan-praised-for-arrests',
    ]);
    expect(await list({ at: 'trump-munir-meeting-2025', undated: 'only' })).toEqual([
      'pakistan-praised-for-arrests',
    ]);
    expect(await list({ at: 'trump-munir-meeting-2025', saidFrom: '2018' })).toEqual([]);
    expect(await list({ at: 'trump-munir-meeting-2025', speaker: 'Trump' })).toEqual([]);
    expect(await list({ at: 'cold-war' })).toEqual([]);
  });

  test.each<[Given, string[]]>([
    [{ before: 'trump-munir-meeting-2025' }, ['trump-calls-pakistan-dangerous']],
    [{ after: 'pakistan-independence-1947' }, ['trump-calls-pakistan-dangerous']],
    [{ before: 'pakistan-independence-1947' }, []],
    [{ after: 'trump-munir-meeting-2025' }, []],
    [
      { before: 'trump-munir-meeting-2025', after: 'pakistan-independence-1947' },
      ['trump-calls-pakistan-dangerous'],
    ],
    [{ before: 'trump-munir-meeting-2025', saidFrom: '2019' }, []],
    [{ after: 'pakistan-independence-1947', saidTo: '2017' }, []],
    [{ before: 'pakistan-independence-1947', saidTo: '2020' }, []],
  ])('by its date: %o', async (given, expected) => {
    expect(await list(given)).toEqual(expected);
  });

  test('by its date holds for counts too', async () => {
    const { body } = await service.get(
      '/v1/stats/statements?groupBy=year&before=trump-munir-meeting-2025&undated=exclude',
    );
    expect(body.total).toBe(1);
    const later = await service.get('/v1/timeline?interval=year&after=trump-munir-meeting-2025');
    expect(later.body.items.map(({ statements }: { statements: number }) => statements)).toEqual([0]);
  });

  test.each([
    ['at', 'no-such-event', 404, 'No event has the id "no-such-event".'],
    ['at', 'pakistan', 404, 'No event has the id "pakistan".'],
    ['before', 'Trump', 404, 'No event has the id "Trump".'],
    ['before', 'cold-war', 400, 'No source says when cold-war began.'],
    ['after', 'cold-war', 400, 'No source says when cold-war ended.'],
  ])('%s=%s is refused', async (parameter, value, expected, detail) => {
    const { status, body } = await service.get(withParameters('/v1/statements', { [parameter]: value }));
    expect([status, body.errors[0].parameter, body.errors[0].detail]).toEqual([expected, parameter, detail]);
  });
});

describe('statements by what weakens them', () => {
  test('by a flag of the attribution that counts', async () => {
    expect(await sorted({ flag: 'unsourced' })).toEqual(['trump-calls-pakistan-dangerous']);
    expect(await list({ flag: 'conflicting-cues' })).toEqual(['two-smart-people-stopped-war']);
    expect(await sorted({ flag: ['conflicting-cues', 'unnamed-speaker'] })).toEqual([
      'pakistan-praised-for-arrests',
      'two-smart-people-stopped-war',
    ]);
    expect(await list({ flag: 'conflicting-cues', attribution: 'any', speaker: 'Kurilla' })).toEqual([
      'two-smart-people-stopped-war',
    ]);
  });

  test('by the greatest confidence', async () => {
    const weak = await sorted({ maxConfidence: '0.5' });
    expect(weak).toEqual(['pakistan-praised-for-arrests', 'trump-calls-pakistan-dangerous']);
    const all = await sorted({});
    const strong = await sorted({ minConfidence: '0.51' });
    expect([...weak, ...strong].sort()).toEqual(all);
    expect(await list({ minConfidence: '0.3', maxConfidence: '0.3' })).toEqual([
      'trump-calls-pakistan-dangerous',
    ]);
  });
});

describe('statements by whether the speaker holds the role now', () => {
  test('beside the kind of the role', async () => {
    const ofWeinbaum = await list({ speaker: 'Weinbaum' });
    expect(await list({ speakerRole: 'official', currentRole: 'false' })).toEqual(ofWeinbaum);
    expect(await list({ speakerRole: 'official', currentRole: 'true' })).toEqual([]);
    expect(await list({ speakerRole: 'analyst', currentRole: 'true' })).toEqual(
      await list({ speakerRole: 'analyst' }),
    );
    const any: Given = { attribution: 'any', speakerRole: ['official', 'military'] };
    expect(await sorted({ ...any, currentRole: 'true' })).toEqual(
      await sorted({ attribution: 'any', speakerRole: 'military' }),
    );
  });

  test('of any kind', async () => {
    expect(await list({ currentRole: 'false' })).toEqual(await list({ speaker: 'Weinbaum' }));
    expect(await sorted({ currentRole: 'true' })).toEqual(
      await sorted({ speaker: ['Trump', 'Kurilla', 'Rumi', 'Weinbaum'] }),
    );
  });

  test('holds for networks, of whatever kind of edge', async () => {
    const edges = async (given: Given) =>
      (
        await service.get(
          withParameters('/v1/network', { ...given, kinds: ['statement', 'event', 'relation'] }),
        )
      ).body.edges;
    const former = await edges({ speakerRole: 'official', currentRole: 'false' });
    expect(former.length).toBeGreaterThan(0);
    expect(new Set(former.map(({ source }: { source: string }) => source))).toEqual(
      new Set(['marvin-weinbaum']),
    );
    expect(await edges({ speakerRole: 'official', currentRole: 'true' })).toEqual([]);
  });
});

describe('what has no date', () => {
  test.each([
    ['/v1/statements', 'saidFrom'],
    ['/v1/events', 'from'],
    ['/v1/relations', 'at'],
    ['/v1/entities/Pakistan/timeline', 'from'],
  ])('%s: is included, the only one, or excluded', async (path, day) => {
    const of = async (given: Given) => {
      const { status, body } = await service.get(withParameters(path, { ...given, limit: 500 }));
      expect(status).toBe(200);
      return body.items.map((item: { id?: string }) => JSON.stringify(item.id ?? item)) as string[];
    };
    const [all, only, excluded] = await Promise.all([
      of({}),
      of({ undated: 'only' }),
      of({ undated: 'exclude' }),
    ]);
    expect(only.length).toBeGreaterThan(0);
    expect(excluded.length).toBeGreaterThan(0);
    expect([...only, ...excluded].sort()).toEqual(all.toSorted());
    const late = await of({ [day]: '2017' });
    expect(await of({ [day]: '2017', undated: 'exclude' })).toEqual(late);
    expect((await of({ [day]: '2017', undated: 'include' })).sort()).toEqual([...late, ...only].sort());
  });

  test('is counted so', async () => {
    const total = async (undated: string) =>
      (await service.get(`/v1/stats/statements?groupBy=act&undated=${undated}`)).body.total;
    expect(await Promise.all(['include', 'only', 'exclude'].map(total))).toEqual([13, 12, 1]);
    const { body } = await service.get('/v1/network?kinds=event&undated=only');
    const { body: both } = await service.get('/v1/network?kinds=event&undated=include');
    expect(body.edges.length).toBeGreaterThan(0);
    expect(body.edges.length).toBeLessThan(both.edges.length);
  });
});

describe('types of what is counted', () => {
  const get = async (path: string, given: Given) => (await service.get(withParameters(path, given))).body;

  test('choose the groups, and not the statements', async () => {
    const all = await get('/v1/stats/statements', { groupBy: 'about' });
    const countries = await get('/v1/stats/statements', { groupBy: 'about', targetType: 'Country' });
    expect(countries.items).toEqual(
      all.items.filter(({ group }: { group: { type: string } }) => group.type === 'Country'),
    );
    expect(countries.items.length).toBeGreaterThan(1);
    expect(countries.total).toBe(all.total);
    const events = await get('/v1/stats/statements', { groupBy: 'about', targetType: ['Event', 'Person'] });
    expect(events.items.length).toBeGreaterThan(2);
    for (const { group } of events.items) expect(['Event', 'Person']).toContain(group.type);
    const speakers = await get('/v1/stats/statements', { groupBy: 'speaker' });
    const [people, bodies] = await Promise.all(
      ['Person', 'Organization'].map((speakerType) =>
        get('/v1/stats/statements', { groupBy: 'speaker', speakerType }),
      ),
    );
    expect(people.items).toEqual(
      speakers.items.filter(({ group }: { group: { id: string | null } }) => group.id !== null),
    );
    expect(bodies.items).toEqual([]);
  });

  test('choose the values of facets, and not the list', async () => {
    const given = { facets: ['speaker', 'about', 'act'] };
    const all = await get('/v1/statements', given);
    const typed = await get('/v1/statements', { ...given, speakerType: 'Person', targetType: 'Event' });
    expect(typed.items).toEqual(all.items);
    expect(typed.facets.act).toEqual(all.facets.act);
    for (const { type } of typed.facets.speaker) expect(type).toBe('Person');
    for (const { type } of typed.facets.about) expect(type).toBe('Event');
    expect(typed.facets.about.length).toBeGreaterThan(3);
  });

  test.each([
    ['/v1/stats/statements?groupBy=act&targetType=Person', 'targetType', 'groupBy=about beside it'],
    ['/v1/statements?speakerType=Person', 'speakerType', 'facets=speaker beside it'],
    ['/v1/statements?facets=about&speakerType=Person', 'speakerType', 'facets=speaker beside it'],
  ])('are refused where nothing of them is counted: %s', async (url, parameter, expected) => {
    const { status, body } = await service.get(url);
    expect(status).toBe(400);
    expect(body.errors).toEqual([expect.objectContaining({ parameter, expected })]);
  });
});

describe('mentions of two entities in one sentence', () => {
  interface Listed {
    evidence: { exact: string; start: number };
    article: { id: string };
  }
  const mentions = async (given: Given): Promise<Listed[]> =>
    (await service.get(withParameters('/v1/mentions', { ...given, limit: 500 }))).body.items;

  test('are those beside which the same sentence mentions the other one', async () => {
    const found = await mentions({ entity: 'Munir', beside: 'Trump' });
    const ofMunir = await mentions({ entity: 'Munir' });
    const ofTrump = await mentions({ entity: 'Trump' });
    const text = [...(await service.get('/v1/articles/shifting-sands')).body.text];
    const areTogether = (one: Listed, other: Listed) => {
      const [first, last] = [one, other].sort((a, b) => a.evidence.start - b.evidence.start);
      // What the text has of ends of sentences between the two, but for the initials and titles.
      const between = text.slice(first!.evidence.start, last!.evidence.start).join('');
      return !/\n|(?<!\b(?:Gen|Mr|[A-Z]))[.!?][”"]?\s/u.test(between);
    };
    const expected = ofMunir.filter((one) => ofTrump.some((other) => areTogether(one, other)));
    expect(found.map(({ evidence }) => evidence.start)).toEqual(
      expected.map(({ evidence }) => evidence.start),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(ofMunir.length);
  });

  test('are found from either of the two, and with any of several', async () => {
    const either = await mentions({ entity: 'Munir', beside: ['Trump', 'Kurilla'] });
    const each = await Promise.all(
      ['Trump', 'Kurilla'].map((beside) => mentions({ entity: 'Munir', beside })),
    );
    expect(new Set(either.map(({ evidence }) => evidence.start))).toEqual(
      new Set(each.flat().map(({ evidence }) => evidence.start)),
    );
    expect((await mentions({ entity: 'Trump', beside: 'Munir' })).length).toBeGreaterThan(0);
    const own = (await service.get('/v1/entities/Munir/mentions?beside=Trump&limit=500')).body.items;
    expect(own).toEqual(await mentions({ entity: 'Munir', beside: 'Trump' }));
  });
});
