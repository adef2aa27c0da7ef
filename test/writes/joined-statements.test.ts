import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { read } from '../../src/db/client.ts';
import type { ArticleFacts } from '../../src/ingest/facts/facts.ts';
import { removeArticle } from '../../src/ingest/write/remove-article.ts';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { writeEntities } from '../../src/ingest/write/write-entities.ts';
import { verifyGraph } from '../../src/verify/verify.ts';
import { dump, empty, forgetDecisions, restoreSeed } from '../support/graph-dump.ts';
import { orders } from '../support/hearing.ts';
import { expectGraphOfWhatIsLeft } from '../support/histories.ts';
import { SPEAKER, scratchInputs } from '../support/scratch.ts';
import { writableService } from '../support/writable-service.ts';

const { graph, inject, post } = writableService();
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });
afterAll(() => restoreSeed(graph));

const { check } = scratchInputs();

interface Said {
  id?: string;
  quote: string;
  said?: string;
  speaker?: string;
  quoteType?: string;
}

interface Told {
  published?: string;
  says: Said[];
  /** Whether the first statement says that they met. */
  tells?: boolean;
}

const TIDE = 'the tide gate was left open on the night of the storm and nobody closed it';
const CREWS = 'crews were sent home at noon against my written advice';

const record = (id: string, { published, says, tells = false }: Told) => ({
  id,
  text: `In Scratchland they met. ${says.map(({ quote }) => `“${quote}”, said Scratch Speaker.`).join(' ')}`,
  annotation: {
    article: { title: id, language: 'en', ...(published && { published }) },
    ...(tells && {
      events: [
        {
          id: 'scratch-meeting',
          kind: 'meeting',
          label: 'They meet',
          evidence: ['they met'],
          assertedBy: { statement: says[0]!.id },
        },
      ],
    }),
    statements: says.map(({ id: own, quote, said, speaker = SPEAKER, quoteType = 'direct' }) => ({
      ...(own && { id: own }),
      ...(said && { said }),
      quotations: [{ quoteType, quote, attributions: [{ speaker, basis: 'cue-named' }] }],
    })),
  },
});

let entities: Parameters<typeof writeEntities>[1];

const factsOf = (id: string, told: Told): ArticleFacts => {
  const inputs = check([record(id, told)]);
  entities = inputs.entities;
  return [...inputs.read()][0]!;
};

const load = async (articles: readonly ArticleFacts[]) => {
  for (const article of articles) await writeArticles(graph, [article]);
};

const startAnew = async () => {
  await empty(graph);
  await writeEntities(graph, entities);
};

/** Which articles each statement is told by. */
const joined = async () => {
  const rows = await read(
    graph,
    `MATCH (s:Statement)<-[:RENDERS]-(q:Quotation)-[:IN]->(a:Article)
     WITH s, a ORDER BY a.id
     RETURN s.id AS id, collect(a.id) AS articles ORDER BY articles, id`,
  );
  return rows.map(({ id, articles }) => [id, (articles as string[]).join(' ')] as [string, string]);
};

describe('statements without an id of their own', () => {
  const first = factsOf('scratch-a', {
    published: '2031-03-05',
    says: [{ quote: TIDE, said: '2031-03-04' }],
  });
  const second = factsOf('scratch-b', { published: '2031-03-04', says: [{ quote: TIDE }] });
  const third = factsOf('scratch-c', {
    published: '2031-03-05',
    says: [
      { quote: 'left open on the night of the storm and nobody closed it', said: '2031-03-05' },
      { quote: CREWS },
    ],
  });
  const named = factsOf('scratch-d', {
    published: '2031-03-09',
    says: [{ id: 'scratch-tide', quote: TIDE, said: '2031-03-04' }],
    tells: true,
  });

  beforeEach(startAnew);

  test('are one where they say the same, in whichever order they come', async () => {
    const dumps: string[][] = [];
    for (const order of orders([first, second, third])) {
      await startAnew();
      await load(order);
      dumps.push(await dump(graph));
    }
    for (const one of dumps) expect(one).toEqual(dumps[0]);
    const of = await joined();
    expect(of.map(([, articles]) => articles)).toEqual(['scratch-a scratch-b scratch-c', 'scratch-c']);
    const earliest = second.facts.find(({ kind }) => kind === 'Quotation')!.properties.statementId;
    expect(of[0]![0]).toBe(earliest);
    expect(await verifyGraph(graph)).toEqual([]);
  });

  test('have the id that an annotator gave one of them, as long as that is there', async () => {
    await load([first, named, second]);
    expect(await joined()).toEqual([['scratch-tide', 'scratch-a scratch-b scratch-d']]);
    await removeArticle(graph, 'scratch-d');
    const [[id, articles] = []] = await joined();
    expect(articles).toBe('scratch-a scratch-b');
    expect(id).toMatch(/^s-/);
    expect(await verifyGraph(graph)).toEqual([]);
  });

  test('lead to what they are joined in by the ids that they had, until they are told apart', async () => {
    await load([first, second]);
    const [[id] = []] = await joined();
    const own = String(first.facts.find(({ kind }) => kind === 'Quotation')!.properties.statementId);
    expect(own).not.toBe(id);
    const moved = await inject(`/v1/statements/${own}?format=json`);
    expect([moved.statusCode, moved.headers.location]).toEqual([308, `/v1/statements/${id}?format=json`]);
    const decision = { kind: 'different', of: 'statements', ids: [id, own], why: 'Two nights.' };
    expect((await post(decision, '/v1/decisions')).statusCode).toBe(201);
    expect((await inject(`/v1/statements/${own}`)).statusCode).toBe(200);
    await removeArticle(graph, 'scratch-a');
    expect((await inject(`/v1/statements/${own}`)).statusCode).toBe(404);
    await forgetDecisions(graph);
  });

  test('are found by one that is loaded in the same transaction', async () => {
    await writeArticles(graph, [named, third, second]);
    expect((await joined()).map(([, articles]) => articles)).toEqual([
      'scratch-b scratch-c scratch-d',
      'scratch-c',
    ]);
  });
});

/** Six articles that say the same, more and otherwise, each in two versions. */
const VERSIONS: [Told, Told][] = [
  [
    { published: '2031-03-05', says: [{ quote: TIDE, said: '2031-03-04' }] },
    { published: '2031-03-03', says: [{ quote: TIDE }, { quote: CREWS }] },
  ],
  [
    { published: '2031-03-04', says: [{ quote: 'left open on the night of the storm', said: '2031-03-05' }] },
    { published: '2031-03-06', says: [{ id: 'scratch-crews', quote: CREWS }] },
  ],
  [
    { published: '2031-03-05', says: [{ id: 'scratch-tide', quote: TIDE }], tells: true },
    { published: '2031-03-05', says: [{ quote: TIDE, said: '2031-06-05' }] },
  ],
  [
    {
      published: '2031-03-05',
      says: [
        { quote: 'The tide gate was left open and nobody closed it on that night', quoteType: 'indirect' },
      ],
    },
    { says: [{ quote: `${TIDE}, and ${CREWS}` }] },
  ],
  [
    {
      published: '2031-03-04',
      says: [
        { id: 'scratch-other', quote: TIDE },
        { quote: CREWS, said: '2031-03-04' },
      ],
    },
    {
      published: '2031-03-02',
      says: [{ quote: 'nobody closed the tide gate on the night of the storm' }, { quote: TIDE }],
    },
  ],
  [
    { published: '2031-03-04', says: [{ quote: 'sent home at noon against my written advice' }] },
    { published: '2031-03-08', says: [{ id: 'scratch-tide', quote: CREWS }] },
  ],
];

describe('any order of loading, replacing and removing six articles', () => {
  let versions: ArticleFacts[][];
  beforeAll(() => {
    versions = VERSIONS.map((of, at) => of.map((version) => factsOf(`scratch-${at}`, version)));
  });

  test('joins what is left as if nothing else had been there', async () => {
    let joins = 0;
    const look = async () => {
      joins += (await joined()).filter(([, articles]) => articles.includes(' ')).length;
    };
    await expectGraphOfWhatIsLeft({ graph, versions, startAnew, look });
    expect(joins).toBeGreaterThan(0);
  });
});
