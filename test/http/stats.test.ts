import { beforeAll, describe, expect, test } from 'vitest';
import { testService } from '../support/service.ts';

const service = testService();

// biome-ignore lint/suspicious/noExplicitAny: statements as they come over the wire
let statements: any[];
beforeAll(async () => {
  ({ items: statements } = (await service.get('/v1/statements?limit=500')).body);
});

// biome-ignore lint/suspicious/noExplicitAny: as above
type Statement = any;

const scores = (of: Statement[]) =>
  of.map(({ act }) => act?.goldstein).filter((score) => typeof score === 'number');
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** What a group of statements adds up to, worked out from the list. */
function sums(of: Statement[]) {
  const all = scores(of);
  return {
    count: of.length,
    goldsteinSum: expect.closeTo(sum(all), 3),
    goldsteinMean: all.length === 0 ? null : expect.closeTo(sum(all) / all.length, 3),
    positive: all.filter((score) => score > 0).length,
    negative: all.filter((score) => score < 0).length,
    neutral: all.filter((score) => score === 0).length,
  };
}

const idsOf = (links: { id: string }[]) => links.map(({ id }) => id);

/** What a statement is about: those whom it is aimed at without naming them have no id. */
const aboutOf = ({ about, unnamedTargets }: Statement): (string | null)[] => [
  ...idsOf(about),
  ...(unnamedTargets.length > 0 ? [null] : []),
];

/** Whether a statement has its score towards what it is about. */
const isTarget = (id: string, { about }: Statement) =>
  about.some((one: Statement) => one.id === id && one.as === 'target');

/** The groups of the listed statements, in no order; in some of its groups a statement has no score. */
function grouped(
  keys: (statement: Statement) => (string | null)[],
  hasScore: (key: string, statement: Statement) => boolean = () => true,
) {
  const pairs = statements.flatMap((statement) => {
    const own = [...new Set(keys(statement))];
    return (own.length === 0 ? [null] : own).map((key) => ({ key, statement }));
  });
  return [...Map.groupBy(pairs, ({ key }) => key)].map(([id, members]) => ({
    id,
    ...sums(
      members.map(({ key, statement }) =>
        key === null || hasScore(key, statement) ? statement : { ...statement, act: null },
      ),
    ),
  }));
}

const ofPeople = new Map<string, string[]>();
beforeAll(async () => {
  const { items } = (await service.get('/v1/people?limit=500')).body;
  for (const { id, roles } of items)
    ofPeople.set(
      id,
      roles.map(({ kind }: { kind: string }) => kind),
    );
});

describe('/v1/stats/statements', () => {
  const sign = (score: number) => (score > 0 ? 'positive' : score < 0 ? 'negative' : 'neutral');
  const keysOf: Record<string, (statement: Statement) => (string | null)[]> = {
    speaker: ({ speakers }) => idsOf(speakers),
    about: aboutOf,
    act: ({ act }) => [act?.cameo ?? null],
    polarity: ({ act }) => (typeof act?.goldstein === 'number' ? [sign(act.goldstein)] : []),
    role: ({ speakers }) => idsOf(speakers).flatMap((id) => ofPeople.get(id) ?? []),
    article: ({ quotations }) => quotations.map(({ article }: Statement) => article.id),
    year: ({ said }) => [said.earliest?.slice(0, 4) ?? null],
    month: ({ said }) => [said.earliest?.slice(0, 7) ?? null],
  };

  test.each(Object.keys(keysOf))('by %s agrees with the list of statements', async (groupBy) => {
    const { status, body } = await service.get(`/v1/stats/statements?groupBy=${groupBy}&limit=500`);
    expect(status).toBe(200);
    expect(body.truncated).toBe(false);
    // biome-ignore lint/suspicious/noExplicitAny: rows as they come over the wire
    const rows = body.items.map(({ group, ...rest }: any) => ({ id: group.id, ...rest }));
    const expected = grouped(keysOf[groupBy]!, groupBy === 'about' ? isTarget : undefined);
    expect(rows).toHaveLength(expected.length);
    expect(rows).toEqual(expect.arrayContaining(expected));
    const order = rows.map(({ count }: { count: number }) => count);
    expect(order).toEqual(order.toSorted((a: number, b: number) => b - a));
  });

  test('names what the groups are', async () => {
    const { body } = await service.get('/v1/stats/statements?groupBy=about&speaker=Kurilla');
    expect(body.items[0]).toMatchObject({
      group: { id: 'pakistan', name: 'Pakistan', type: 'Country' },
      count: 4,
    });
    const fight = body.items.find(
      ({ group }: { group: { id: string } }) => group.id === 'pakistan-counterterrorism-fight',
    );
    expect(fight.group).toMatchObject({
      type: 'Event',
      name: 'Pakistan carries on counterterrorism missions',
    });
    const acts = await service.get('/v1/stats/statements?groupBy=act&act=051');
    expect(acts.body.items.map(({ group }: { group: object }) => group)).toEqual([
      { id: '051', name: 'Praise or endorse', type: null },
    ]);
  });

  test('counts those without a date or a speaker as the group null', async () => {
    const { body } = await service.get('/v1/stats/statements?groupBy=year');
    const [undated, dated] = body.items;
    expect(undated.group).toEqual({ id: null, name: 'Undated', type: null });
    expect(dated).toMatchObject({ group: { id: '2018' }, count: 1, negative: 1 });
    const speakers = await service.get('/v1/stats/statements?groupBy=speaker&act=051');
    expect(speakers.body.items).toContainEqual(
      expect.objectContaining({ group: { id: null, name: 'Not named', type: null }, count: 1 }),
    );
  });

  test('takes a date with and without the undated', async () => {
    const dated = await service.get('/v1/stats/statements?groupBy=year&saidFrom=2018-06-01');
    expect(dated.body.items).toEqual([expect.objectContaining({ count: 1 })]);
    const both = await service.get('/v1/stats/statements?groupBy=year&saidTo=2018-06-01&undated=include');
    expect(sum(both.body.items.map(({ count }: { count: number }) => count))).toBe(statements.length);
  });

  test('counts everybody whom some attribution names', async () => {
    const { body } = await service.get('/v1/stats/statements?groupBy=speaker&contested=true&attribution=any');
    expect(
      body.items.map(({ group, count }: { group: { id: string }; count: number }) => [group.id, count]),
    ).toEqual([
      ['donald-trump', 1],
      ['michael-kurilla', 1],
    ]);
  });

  test('ends at its limit and says so', async () => {
    const { body } = await service.get('/v1/stats/statements?groupBy=speaker&limit=2');
    expect(body).toMatchObject({ items: { length: 2 }, truncated: true });
  });

  test.each(['/v1/stats/statements', '/v1/stats/statements?groupBy=planet'])('refuses %s', async (url) => {
    const { status, body } = await service.get(url);
    expect(status).toBe(400);
    expect(body.code).toBe('invalid-parameter');
    expect(JSON.stringify(body)).toContain('groupBy');
  });
});

describe('/v1/stats/who-about-whom', () => {
  test('agrees with the list of statements', async () => {
    const { body } = await service.get('/v1/stats/who-about-whom?limit=500');
    const pairs = grouped(
      ({ speakers, ...statement }) =>
        [...idsOf(speakers), ...(speakers.length === 0 ? [null] : [])].flatMap((speaker) =>
          aboutOf(statement).map((id) => `${speaker} ${id}`),
        ),
      (key, statement) => key.endsWith(' null') || isTarget(key.split(' ')[1]!, statement),
    );
    expect(body.truncated).toBe(false);
    // biome-ignore lint/suspicious/noExplicitAny: rows as they come over the wire
    const rows = body.items.map(({ speaker, target, ...rest }: any) => ({
      id: `${speaker?.id ?? null} ${target.id}`,
      ...rest,
    }));
    expect(rows).toHaveLength(pairs.length);
    expect(rows).toEqual(expect.arrayContaining(pairs));
  });

  test('has only the speaker and the target that are asked for', async () => {
    const { body } = await service.get('/v1/stats/who-about-whom?speaker=Kurilla&about=pakistan');
    expect(body.items).toEqual([
      expect.objectContaining({
        speaker: { id: 'michael-kurilla', name: 'Michael E. Kurilla', type: 'Person' },
        target: { id: 'pakistan', name: 'Pakistan', type: 'Country' },
        count: 4,
      }),
    ]);
    const any = await service.get(
      '/v1/stats/who-about-whom?speaker=Kurilla&about=war-not-kept-going&attribution=any',
    );
    expect(any.body.items).toEqual([expect.objectContaining({ count: 1, positive: 0 })]);
  });

  test('names those whom nobody can name, in every format', async () => {
    const { body } = await service.get('/v1/stats/who-about-whom?limit=500');
    const unnamed = body.items.filter(({ speaker }: Statement) => speaker.id === null);
    expect(unnamed.length).toBeGreaterThan(0);
    for (const { speaker } of unnamed) expect(speaker).toEqual({ id: null, name: 'Not named', type: null });
    const { body: table } = await service.get('/v1/stats/who-about-whom?limit=500&format=csv');
    expect(table).toContain('\r\n,Not named,,');
  });

  test('has speakers and targets of the types that are asked for, without events', async () => {
    const all = (await service.get('/v1/stats/who-about-whom?limit=500')).body.items;
    const typed =
      '/v1/stats/who-about-whom?limit=500&speakerType=Person&targetType=Country&targetType=Organization';
    const { body } = await service.get(typed);
    expect(body.items.length).toBeGreaterThan(0);
    expect(body.items).toEqual(
      all.filter(
        ({ speaker, target }: Statement) =>
          speaker.type === 'Person' && ['Country', 'Organization'].includes(target.type),
      ),
    );
    const events = await service.get('/v1/stats/who-about-whom?limit=500&targetType=Event');
    expect(events.body.items).toEqual(all.filter(({ target }: Statement) => target.type === 'Event'));
    const limited = await service.get(`${typed}&limit=1`.replace('limit=500&', ''));
    expect(limited.body).toMatchObject({ items: [body.items[0]], truncated: true });
    expect((await service.get('/v1/stats/who-about-whom?targetType=Planet')).status).toBe(400);
  });

  test.each([
    'who-about-whom?',
    ...['about', 'act', 'polarity', 'month'].map((by) => `statements?groupBy=${by}&`),
  ])('%s counts each statement once in its total', async (path) => {
    const { body } = await service.get(`/v1/stats/${path}limit=1`);
    expect(body.total).toBe(statements.length);
    const some = await service.get(`/v1/stats/${path}speaker=Kurilla`);
    expect(some.body.total).toBe(
      statements.filter(({ speakers }) => idsOf(speakers).includes('michael-kurilla')).length,
    );
    expect((await service.get(`/v1/stats/${path}saidFrom=2090-01-01`)).body.total).toBe(0);
  });

  test('is a table as CSV, and says where it is cut off', async () => {
    const { body } = await service.get('/v1/stats/who-about-whom?format=csv&limit=1&speaker=Rumi');
    expect(body.split('\r\n')).toEqual([
      'speaker.id,speaker.name,speaker.type,target.id,target.name,target.type,count,goldsteinSum,goldsteinMean,positive,negative,neutral',
      expect.stringMatching(/^raza-ahmad-rumi,Raza Ahmad Rumi,Person,pakistan,Pakistan,Country,3,/),
      '',
    ]);
    expect((await service.get('/v1/stats/who-about-whom?limit=1')).body.truncated).toBe(true);
  });
});
