import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { read } from '../../src/db/client.ts';
import type { ArticleFacts } from '../../src/ingest/facts/facts.ts';
import { removeArticle } from '../../src/ingest/write/remove-article.ts';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { writeEntities } from '../../src/ingest/write/write-entities.ts';
import { projectFolder } from '../../src/project.ts';
import { verifyGraph } from '../../src/verify/verify.ts';
import { testGraph } from '../support/graph.ts';
import { dump, empty, restoreSeed } from '../support/graph-dump.ts';
import { hearing, orders } from '../support/hearing.ts';
import { expectGraphOfWhatIsLeft } from '../support/histories.ts';
import { recipes } from '../support/markdown.ts';
import { LAND, SPEAKER, scratchInputs } from '../support/scratch.ts';
import { testService } from '../support/service.ts';

const graph = testGraph();
const service = testService();
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });
afterAll(() => restoreSeed(graph));

const startAnew = async (entities: Parameters<typeof writeEntities>[1]) => {
  await empty(graph);
  await writeEntities(graph, entities);
};

const load = async (articles: readonly ArticleFacts[]) => {
  for (const article of articles) await writeArticles(graph, [article]);
};

describe('three reports on one hearing', () => {
  const { entities, all } = hearing();

  beforeEach(() => startAnew(entities));

  test('make one graph, in whichever of the six orders they are loaded', async () => {
    const dumps: string[][] = [];
    for (const order of orders(all)) {
      await startAnew(entities);
      await load(order);
      dumps.push(await dump(graph));
    }
    for (const one of dumps) expect(one).toEqual(dumps[0]);
    expect(await verifyGraph(graph)).toEqual([]);
  });

  test('give two days, which stand side by side; the stated one is preferred, and the day is contested', async () => {
    await load(all);
    const { body } = await service.get('/v1/statements/keel-pier-closed-late');
    expect(body.said).toEqual({
      ...{ edtf: '2031-03-04', earliest: '2031-03-04', latest: '2031-03-04', basis: 'explicit' },
      readings: [
        {
          ...{ edtf: '2031-03-04', earliest: '2031-03-04', latest: '2031-03-04', basis: 'explicit' },
          articles: ['harbour-gazette'],
        },
        {
          ...{ edtf: '2031-03-05', earliest: '2031-03-05', latest: '2031-03-05', basis: 'relative' },
          articles: ['northern-post'],
        },
      ],
    });
    expect(body.contested).toEqual(['date']);
    const event = (await service.get('/v1/events/pier-hearing')).body;
    expect(event.date).toEqual(body.said);
    expect(event.contested).toEqual(['date']);
    expect(
      event.accounts.map(({ article, date, place }: Account) => [article.id, date.edtf, place?.id ?? null]),
    ).toEqual([
      ['harbour-gazette', '2031-03-04', 'chamber-two'],
      ['northern-post', '2031-03-05', null],
    ]);
  });

  test('add to each other what only one of them has', async () => {
    await load(all);
    const { body } = await service.get('/v1/statements/keel-pier-closed-late');
    expect(body.act).toMatchObject({
      cameo: '055',
      readings: [
        { cameo: '010', articles: ['harbour-gazette'] },
        { cameo: '055', articles: ['northern-post'] },
      ],
    });
    expect(body.about.map(({ id, as, articles }: About) => [id, as, articles.join()])).toEqual([
      ['dockers-hurt', 'topic', 'northern-post'],
      ['pier-hearing', 'topic', 'evening-sheet'],
      ['port-authority', 'target', 'evening-sheet,harbour-gazette,northern-post'],
    ]);
    expect(body.text).toBe('We knew of the cracks in the pier, and we closed it a year too late,');
    const event = (await service.get('/v1/events/pier-hearing')).body;
    expect(event.place.id).toBe('chamber-two');
    expect(event.participants.map(({ entity, articles }: Participant) => [entity.id, articles])).toEqual([
      ['marta-keel', ['harbour-gazette']],
      ['transport-committee', ['harbour-gazette', 'northern-post']],
    ]);
    const [role] = (await service.get('/v1/entities/marta-keel')).body.roles;
    expect(role).toMatchObject({ from: '2028', until: null });
    expect(role.assertions.map(({ article, from }: RoleAssertion) => [article, from])).toEqual([
      ['evening-sheet', null],
      ['harbour-gazette', '2028'],
    ]);
  });

  test('are what docs/sources.md shows', async () => {
    await load(all);
    const found = recipes(readFileSync(join(projectFolder, 'docs/sources.md'), 'utf8'));
    expect(found).toHaveLength(7);
    for (const { url, answer } of found) {
      const { status, body } = await service.get(url, { host: '127.0.0.1:3000' });
      expect([status, body]).toMatchObject([200, JSON.parse(answer)]);
    }
  });

  test('leave what the others say where one of them goes', async () => {
    await load(all);
    await removeArticle(graph, 'harbour-gazette');
    const { body } = await service.get('/v1/statements/keel-pier-closed-late');
    expect(body).toMatchObject({ said: { edtf: '2031-03-05', basis: 'relative' }, contested: [] });
    expect((await service.get('/v1/events/pier-hearing')).body).toMatchObject({ place: null, contested: [] });
    const left = await dump(graph);
    await empty(graph);
    await writeEntities(graph, entities);
    await load(all.filter(({ id }) => id !== 'harbour-gazette'));
    expect(await dump(graph)).toEqual(left);
  });

  test('keep an event that one names and does not tell of, as long as another tells of it', async () => {
    const named = () =>
      read(graph, `MATCH (s:Statement)-[:SAID_AT]->(v {id: 'pier-hearing'}) RETURN s.id AS id ORDER BY id`);
    await load(all.filter(({ id }) => id === 'evening-sheet'));
    expect(await named()).toEqual([]);
    await load(all.filter(({ id }) => id === 'northern-post'));
    expect(await named()).toEqual([{ id: 'keel-pier-closed-late' }]);
    await removeArticle(graph, 'northern-post');
    expect(await named()).toEqual([]);
    expect(await verifyGraph(graph)).toEqual([]);
  });
});

interface Account {
  article: { id: string };
  date: { edtf: string | null };
  place: { id: string } | null;
}
interface About {
  id: string;
  as: string;
  articles: string[];
}
interface Participant {
  entity: { id: string };
  articles: string[];
}
interface RoleAssertion {
  article: string;
  from: string | null;
}

const TEXT =
  'In Scratchland they met. Speaker was there. “We agree on all of it”, said Speaker. A mine fell in.';

interface Version {
  published?: string;
  /** What it says of the statement, unless it is null. */
  says?: object | null;
  rank?: string;
  quoteType?: string;
  /** What it says of the event, where it tells of it. */
  event?: object;
  relation?: object;
  role?: object;
}

const record = (id: string, { published, says = {}, rank, quoteType, event, relation, role }: Version) => ({
  id,
  text: TEXT,
  annotation: {
    article: { title: id, language: 'en', ...(published && { published }) },
    events: event
      ? [{ id: 'scratch-meeting', kind: 'meeting', label: 'They meet', evidence: ['they met'], ...event }]
      : [],
    relations: relation
      ? [{ subject: SPEAKER, predicate: 'LEADS', object: LAND, evidence: ['Speaker was there'], ...relation }]
      : [],
    roles: role
      ? [
          {
            person: SPEAKER,
            kind: 'leader',
            title: 'Chair',
            of: LAND,
            evidence: ['Speaker was there'],
            ...role,
          },
        ]
      : [],
    statements: says
      ? [
          {
            id: 'scratch-says',
            ...says,
            quotations: [
              {
                quoteType: quoteType ?? 'direct',
                quote: 'We agree on all of it',
                attributions: [
                  { speaker: SPEAKER, basis: 'cue-named', evidence: 'said Speaker', ...(rank && { rank }) },
                ],
              },
            ],
          },
        ]
      : [],
  },
});

/** Six articles that agree, add and contradict, each in two versions. */
const VERSIONS: [Version, Version][] = [
  [
    {
      published: '2031-03-05',
      says: { said: '2031-03-04', act: '010' },
      event: { date: '2031-03-04', place: LAND },
    },
    {
      published: '2031-03-05',
      says: { said: '2031-03', at: ['scratch-meeting'] },
      relation: { date: '2028/..' },
    },
  ],
  [
    {
      published: '2031-03-06',
      says: { said: { edtf: '2031-03-05', basis: 'relative' }, act: '055', about: [LAND] },
    },
    {
      published: '2031-03-07',
      event: { date: { edtf: '2031-03-05', basis: 'relative' }, kind: 'visit', act: '040' },
    },
  ],
  [
    {
      says: { at: ['scratch-meeting'], about: [{ id: 'scratch-meeting', as: 'topic' }] },
      role: { from: '2028' },
    },
    {
      says: { about: [{ id: LAND, as: 'topic' }], at: ['scratch-mine'] },
      role: { title: 'chair', former: true },
    },
  ],
  [
    { published: '2031-03-05', rank: 'deprecated', says: { said: '2031-04-01', act: '111' } },
    {
      published: '2031-03-05',
      rank: 'normal',
      says: { said: '2031-03-04', act: '057' },
      quoteType: 'indirect',
    },
  ],
  [
    {
      published: '2031-03',
      event: { id: 'scratch-mine', kind: 'accident', label: 'A mine falls in' },
      says: null,
    },
    {
      published: '2031-03-01',
      event: { label: 'They talk', participants: [{ entity: SPEAKER, role: 'actor' }] },
    },
  ],
  [
    {
      relation: { date: '2029' },
      role: { from: '2029', until: '2030' },
      event: { assertedBy: { author: 'opinion' } },
    },
    { says: null, event: { participants: [{ entity: LAND, role: 'actor' }], act: '042' }, relation: {} },
  ],
];

describe('any order of loading, replacing and removing six articles', () => {
  const { check } = scratchInputs();
  let entities: Parameters<typeof writeEntities>[1];
  /** The versions of each article. */
  let versions: ArticleFacts[][];

  beforeAll(() => {
    const others = VERSIONS.flatMap((of, at) =>
      of.map((version, nth) => record(`scratch-${nth}-${at}`, version)),
    );
    const checked = VERSIONS.map((of, at) =>
      of.map((version) => {
        const inputs = check([record(`scratch-${at}`, version), ...others]);
        entities = inputs.entities;
        return [...inputs.read()][0]!;
      }),
    );
    versions = checked;
  });

  test('makes the graph that the articles make that are left', () =>
    expectGraphOfWhatIsLeft({ graph, versions, startAnew: () => startAnew(entities) }));
});
