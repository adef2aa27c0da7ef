import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { read, write } from '../../src/db/client.ts';
import { type CheckedInputs, check } from '../../src/ingest/check/check.ts';
import { InputError } from '../../src/ingest/check/input-error.ts';
import { writeChecked } from '../../src/ingest/ingest.ts';
import type { FolderArticle, Inputs } from '../../src/ingest/read/article-input.ts';
import { loadInputs } from '../../src/ingest/read/load-inputs.ts';
import type { Tally } from '../../src/ingest/tally.ts';
import { removeArticle } from '../../src/ingest/write/remove-article.ts';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { writeEntities } from '../../src/ingest/write/write-entities.ts';
import { ownAuthority, seedFolder } from '../../src/project.ts';
import { verifyGraph } from '../../src/verify/verify.ts';
import { testGraph } from '../support/graph.ts';
import { dump, restoreSeed, secondOpinionFolder } from '../support/graph-dump.ts';

const graph = testGraph();
// Each test loads and compares whole graphs several times, and the database plans anew after each change.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let seedDump: string[];

beforeAll(async () => {
  seedDump = await dump(graph);
});

/** Whether what is in the graph serves the next test as well. */
let isKept = false;

afterEach(async () => {
  if (!isKept) await expectRestored();
});

async function expectRestored() {
  await restoreSeed(graph);
  expect(await dump(graph)).toEqual(seedDump);
}

type Edit = [from: string, to: string];

/** Inputs with annotations that are changed in places. */
function inputs(paths: string[], edits: Record<string, Edit[]> = {}): Inputs {
  return edited(paths, (article) => {
    for (const [from, to] of edits[article.id] ?? []) {
      expect(article.annotationText).toContain(from);
      article.annotationText = article.annotationText.replace(from, () => to);
    }
  });
}

function edited(paths: string[], edit: (article: FolderArticle) => void): Inputs {
  const loaded = loadInputs(paths, ownAuthority);
  const articles = [...loaded.articles(() => expect.unreachable())] as FolderArticle[];
  for (const article of articles) edit(article);
  return { ...loaded, articles: () => articles };
}

const seed = (...edits: Edit[]) => check(inputs([seedFolder], { 'shifting-sands': edits }));
const second = (...edits: Edit[]) => check(inputs([secondOpinionFolder], { 'harbour-forum': edits }));
const both = (edits: Record<string, Edit[]> = {}) => check(inputs([seedFolder, secondOpinionFolder], edits));

const load = (checked: CheckedInputs) => writeChecked(graph, checked);

const changes = (tally: Tally) => ({
  created: tally.total('created'),
  updated: tally.total('updated'),
  removed: tally.total('removed'),
});
const NONE = { created: 0, updated: 0, removed: 0 };

async function version(): Promise<unknown> {
  const [row] = await read(graph, 'MATCH (g:Graph) RETURN g.version AS version');
  return row?.version;
}

async function refusal(work: () => Promise<unknown>): Promise<InputError> {
  const error = await work().then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(InputError);
  return error;
}

/** Counts of nodes by label and of relationships by type, without what is derived or part of no tally. */
async function countsInGraph(): Promise<Record<string, number>> {
  const rows = await read(
    graph,
    `MATCH (n) WHERE NOT n:Name AND NOT n:Graph|Commit|Source|Decision|Change UNWIND labels(n) AS label WITH label WHERE label <> 'Entity'
     RETURN label AS kind, count(*) AS count
     UNION ALL
     MATCH ()-[r]->() WHERE NOT r:SAID_BY|SPEAKS_ABOUT|DECIDED_BY RETURN type(r) AS kind, count(*) AS count`,
  );
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count as number]));
}

/** The change of counts that a tally tells. */
function countsOf(tally: Tally): Record<string, number> {
  const entries = [...tally.nodes, ...tally.relationships].map(
    ([kind, { created, removed }]) => [kind, created - removed] as const,
  );
  return Object.fromEntries(entries.filter(([, change]) => change !== 0));
}

function difference(after: Record<string, number>, before: Record<string, number>): Record<string, number> {
  const kinds = new Set([...Object.keys(after), ...Object.keys(before)]);
  const entries = [...kinds].map((kind) => [kind, (after[kind] ?? 0) - (before[kind] ?? 0)] as const);
  return Object.fromEntries(entries.filter(([, change]) => change !== 0));
}

/** Loads, and holds the tally to what really changed. */
async function loadCounted(checked: CheckedInputs): Promise<Tally> {
  const before = await countsInGraph();
  const tally = await load(checked);
  expect(countsOf(tally)).toEqual(difference(await countsInGraph(), before));
  return tally;
}

/** What is derived equals what it is derived from, and every span is what it quotes. */
async function expectSound(): Promise<void> {
  expect(await wrongSpans()).toEqual([]);
  expect(await wrongDerivations()).toEqual([]);
}

async function wrongSpans() {
  const texts = await read(graph, 'MATCH (a:Article) RETURN a.id AS id, a.text AS text, a.length AS length');
  const spans = await read(
    graph,
    `MATCH (a:Article)<-[:IN]-(n) WHERE n.start IS NOT NULL
     RETURN a.id AS id, labels(n)[0] AS kind, n.start AS start, n.end AS end, n.exact AS exact, n.prefix AS prefix, n.suffix AS suffix
     UNION ALL
     MATCH (a:Article)<-[:IN]-(:Quotation)<-[:ATTRIBUTES]-(n)
     RETURN a.id AS id, labels(n)[0] AS kind, n.start AS start, n.end AS end, n.exact AS exact, n.prefix AS prefix, n.suffix AS suffix
     UNION ALL
     MATCH (a:Article)<-[:IN]-(n:Quotation) WHERE n.cue IS NOT NULL
     RETURN a.id AS id, 'cue' AS kind, n.cueStart AS start, n.cueEnd AS end, n.cue AS exact, null AS prefix, null AS suffix
     UNION ALL
     MATCH (a:Article)-[n:AUTHORED_BY]->()
     RETURN a.id AS id, 'author' AS kind, n.start AS start, n.end AS end, n.exact AS exact, n.prefix AS prefix, n.suffix AS suffix`,
  );
  const kinds = new Set(spans.map(({ kind }) => kind));
  for (const kind of ['Quotation', 'Attribution', 'Evidence', 'Mention', 'ExcludedClaim', 'cue', 'author'])
    expect(kinds).toContain(kind);
  const points = new Map(texts.map(({ id, text }) => [id, Array.from(text as string)]));
  for (const { id, length } of texts) expect(points.get(id)!.length).toBe(length);
  return spans.filter((span) => {
    const all = points.get(span.id)!;
    const [start, end] = [span.start as number, span.end as number];
    const around = (from: number, to: number) => all.slice(Math.max(0, from), to).join('');
    return (
      around(start, end) !== span.exact ||
      (span.prefix !== null && around(start - 32, start) !== span.prefix) ||
      (span.suffix !== null && around(end, end + 32) !== span.suffix)
    );
  });
}

async function wrongDerivations() {
  const statements = await read(
    graph,
    `MATCH (s:Statement)
     RETURN s.id AS id, coalesce(s.speakerIds, []) AS speakerIds, s.isUnattributed AS isUnattributed,
       coalesce(s.contested, []) AS contested, s.isContested AS isContested, s.confidence AS confidence,
       s.quoteTypes AS quoteTypes, s.sortKey AS sortKey, s.saidEarliest AS saidEarliest,
       COLLECT { MATCH (s)<-[:RENDERS]-(q) RETURN DISTINCT q.quoteType } AS types,
       COLLECT {
         MATCH (s)<-[:RENDERS]-()<-[:ATTRIBUTES]-(a)
         RETURN {
           rank: a.rank, confidence: a.confidence, speakers: COLLECT { MATCH (a)-[:TO]->(e) RETURN e.id AS id ORDER BY id }
         }
       } AS attributions,
       COLLECT { MATCH (s)-[r:ABOUT]->(t) RETURN {key: r.sortKey, target: r.targetId, id: t.id} AS to ORDER BY to.id } AS about,
       COLLECT { MATCH (s)-[r:SPEAKS_ABOUT]->(t) RETURN r.sortKey + ' ' + r.speakerId + ' ' + r.targetId + ' ' + t.id } AS voices,
       COLLECT { MATCH (s)-[r:SAID_BY]->(e) RETURN {key: r.sortKey, speaker: r.speakerId, preferred: r.preferred, id: e.id} } AS saidBy`,
  );
  return statements.flatMap((row) => {
    const statement = row as unknown as Derived;
    const { sortKey: key, attributions, about } = statement;
    const preferred = attributions.filter(({ rank }) => rank === 'preferred');
    const counted = attributions.filter(({ rank, speakers }) => rank !== 'deprecated' && speakers.length > 0);
    // Nothing here has two articles that prefer different speakers.
    const speakerIds = preferred.find(({ speakers }) => speakers.length > 0)?.speakers ?? [];
    const isContested = new Set(counted.map(({ speakers }) => speakers.join(' '))).size > 1;
    const named = [...new Set(counted.flatMap(({ speakers }) => speakers))].sort();
    const wanted = {
      speakerIds,
      isUnattributed: speakerIds.length === 0,
      contested: isContested ? ['speaker'] : [],
      isContested,
      confidence: preferred.length > 0 ? Math.max(...preferred.map(({ confidence }) => confidence)) : null,
      quoteTypes: statement.types.toSorted(),
      sortKey: `${statement.saidEarliest ?? '0000-00-00'}_${statement.id}`,
      about: about.map(({ id }) => ({ key, target: id, id })),
      voices: speakerIds.flatMap((speaker) => about.map(({ id }) => `${key} ${speaker} ${id} ${id}`)).sort(),
      saidBy: named.map((id) => ({ key, speaker: id, preferred: speakerIds.includes(id), id })),
    };
    const found = {
      speakerIds: statement.speakerIds,
      isUnattributed: statement.isUnattributed,
      contested: statement.contested,
      isContested: statement.isContested,
      confidence: statement.confidence,
      quoteTypes: statement.quoteTypes.toSorted(),
      sortKey: key,
      about,
      voices: statement.voices.toSorted(),
      saidBy: statement.saidBy.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    };
    return isDeepStrictEqual(wanted, found) ? [] : [{ id: statement.id, wanted, found }];
  });
}

interface Derived {
  id: string;
  speakerIds: string[];
  isUnattributed: boolean;
  contested: string[];
  isContested: boolean;
  confidence: number | null;
  quoteTypes: string[];
  sortKey: string;
  saidEarliest: string | null;
  types: string[];
  attributions: { rank: string; confidence: number; speakers: string[] }[];
  about: { key: string; target: string; id: string }[];
  voices: string[];
  saidBy: { key: string; speaker: string; preferred: boolean; id: string }[];
}

describe('the seed', () => {
  test('creates nothing a second time, and is not written', async () => {
    const before = await version();
    const tally = await load(seed());
    expect(changes(tally)).toEqual(NONE);
    expect(tally.total('unchanged')).toBeGreaterThan(500);
    expect(await version()).toBe(before);
  });

  test('is told in full, by kind', async () => {
    const tally = await load(seed());
    const kinds = [...tally.nodes, ...tally.relationships].map(([kind, { unchanged }]) => [kind, unchanged]);
    expect(Object.fromEntries(kinds)).toEqual(await countsInGraph());
  });

  test('is sound', expectSound);
});

describe('a second article', () => {
  test('is told as it is: what it shares with the first is not created again', async () => {
    const tally = await loadCounted(second());
    expect(tally.nodes.get('Article')).toMatchObject({ created: 1 });
    expect(tally.nodes.get('Statement')).toMatchObject({ created: 4, unchanged: 0, updated: 1 });
    expect(tally.nodes.get('Event')).toMatchObject({ created: 2, unchanged: 0, updated: 1 });
    expect(tally.nodes.get('Relation')).toMatchObject({ created: 1, unchanged: 1 });
    expect(tally.nodes.get('Role')).toMatchObject({ created: 3, unchanged: 1 });
    expect(changes(await load(second()))).toEqual(NONE);
    await expectSound();
  });

  test('joins the shared statement as one more rendering', async () => {
    await load(second());
    const rows = await read(
      graph,
      `MATCH (:Statement {id: 'rumi-tactical-romance'})<-[:RENDERS]-(q:Quotation)-[:IN]->(a:Article)
       RETURN a.id AS article, count(q) AS renderings ORDER BY article`,
    );
    expect(rows).toEqual([
      { article: 'harbour-forum', renderings: 1 },
      { article: 'shifting-sands', renderings: 2 },
    ]);
  });

  test('leaves what the first says as it is', async () => {
    await load(second());
    const after = new Set(await dump(graph));
    const gone = seedDump.filter((line) => !after.has(line)).map((line) => line.split(' [')[0]);
    // What both have a part in says so; a statement has a new rendering, of higher confidence.
    const shared =
      /^\((Statement rumi-tactical-romance|Event trump-munir-meeting-2025|Relation l-\w+|Role r-\w+|Event|Statement)\b/;
    expect(gone.filter((line) => !shared.test(line!))).toEqual([]);
    const statement = [...after].find((line) => line.startsWith('(Statement rumi-tactical-romance ['));
    expect(statement).toContain('["confidence",0.95]');
  });

  test('makes the same graph in either order, and in one run', async () => {
    await load(second());
    const seedFirst = await dump(graph);

    await removeArticle(graph, 'shifting-sands');
    await removeArticle(graph, 'harbour-forum');
    await load(second());
    await load(seed());
    expect(await dump(graph)).toEqual(seedFirst);

    await removeArticle(graph, 'shifting-sands');
    await removeArticle(graph, 'harbour-forum');
    await loadCounted(both());
    expect(await dump(graph)).toEqual(seedFirst);
  });

  test('goes without a trace, but for its entities', async () => {
    await writeEntities(graph, second().entities);
    const before = await dump(graph);
    await load(second());
    expect(await removeArticle(graph, 'harbour-forum')).toBe(true);
    expect(await dump(graph)).toEqual(before);
    expect(await removeArticle(graph, 'harbour-forum')).toBe(false);
  });

  test('keeps what it shares when the first goes', async () => {
    await load(second());
    await removeArticle(graph, 'shifting-sands');
    const [row] = await read(
      graph,
      `MATCH (s:Statement)
       RETURN count(s) AS statements, count { (:Event) } AS events, count { (:Article) } AS articles`,
    );
    expect(row).toEqual({ statements: 5, events: 3, articles: 1 });
    await expectSound();
  });
});

describe('a changed annotation', () => {
  const CHANGES: [name: string, edits: Edit[]][] = [
    [
      'has another speaker',
      [
        [
          'speaker: tom-whitfield\n            rank: preferred\n            basis: cue-pronoun',
          'speaker: elena-marsh\n            rank: preferred\n            basis: cue-pronoun',
        ],
      ],
    ],
    [
      'has another date',
      [['said: { edtf: 2025-09-10, basis: relative }', 'said: { edtf: 2024, basis: explicit }']],
    ],
    ['has no date any longer', [['    said: { edtf: 2025-09-10, basis: relative }\n', '']]],
    ['is about something else', [['about: [harbour-forum-2025]', 'about: [georgia]']]],
    [
      'was said at no event',
      [
        [
          '    about: [pakistan, united-states]\n    at: [harbour-forum-2025]',
          '    about: [pakistan, united-states]',
        ],
      ],
    ],
    ['is of another act', [["act: '051'\n    about: [pakistan]", "act: '111'\n    about: [pakistan]"]]],
    ['has an event elsewhere', [['place: tbilisi', 'place: georgia']]],
    [
      'has an event as the opinion of its author',
      [['place: tbilisi', 'place: tbilisi\n    assertedBy: { author: opinion, confidence: 0.5 }']],
    ],
    [
      'has a figure of an event',
      [
        [
          'place: tbilisi',
          'place: tbilisi\n    figures: [{ what: attended, from: 9, words: Traders from nine countries met }]',
        ],
      ],
    ],
    [
      'has other participants',
      [
        [
          'place: tbilisi',
          'place: tbilisi\n    participants: [{ entity: nadia-farooq, role: actor }, { entity: nadia-farooq, role: recipient }]',
        ],
      ],
    ],
    [
      'has another title and no author',
      [
        ['title: Two Views', 'title: Two more Views'],
        ['  authors:\n    - { person: elena-marsh, confidence: 1, evidence: Elena Marsh }\n', ''],
      ],
    ],
    [
      'has another author',
      [
        [
          '{ person: elena-marsh, confidence: 1, evidence: Elena Marsh }',
          '{ person: tom-whitfield, confidence: 0.2, evidence: Tbilisi 🌍 }',
        ],
      ],
    ],
    [
      'is contested no longer',
      [
        ['            rank: normal\n', '            rank: deprecated\n'],
        [
          'speaker: nadia-farooq\n            rank: deprecated',
          'speaker: tom-whitfield\n            rank: deprecated',
        ],
      ],
    ],
    [
      'has two speakers',
      [
        [
          'speaker: tom-whitfield\n            rank: preferred\n            basis: cue-pronoun',
          'speakers: [tom-whitfield, elena-marsh]\n            rank: preferred\n            basis: cue-pronoun',
        ],
      ],
    ],
    [
      'is about a topic',
      [
        [
          "act: '051'\n    about: [pakistan]",
          "act: '051'\n    about: [{ id: pakistan, as: topic }, { id: georgia, as: target }]",
        ],
      ],
    ],
    [
      'is aimed at those whom nobody names',
      [
        [
          "act: '051'\n    about: [pakistan]",
          "act: '051'\n    about: [pakistan]\n    unnamedTargets: [{ words: nine countries, role: official, of: georgia }]",
        ],
      ],
    ],
    ['has another cue', [['cue: repeated', 'cue: null']]],
    [
      'resolves a mention',
      [
        [
          '{ entity: null, form: description, exact: nine countries',
          '{ entity: georgia, form: description, exact: nine countries',
        ],
      ],
    ],
    ['has another role', [['until: 2022-03', 'until: 2022']]],
    [
      'quotes other words',
      [['quote: Pakistan for opening its customs data', 'quote: opening its customs data']],
    ],
  ];

  let before: Set<string>;
  beforeAll(async () => {
    isKept = true;
    await load(second());
    before = new Set(await dump(graph));
  });
  afterAll(async () => {
    isKept = false;
    await expectRestored();
  });

  test.each(CHANGES)('%s: the graph is as if it had always been so', async (_, edits) => {
    const changed = second(...edits);
    expect(changes(await loadCounted(changed))).not.toEqual(NONE);
    const found = await dump(graph);
    expect(found.some((line) => !before.has(line))).toBe(true);
    await expectSound();

    await loadCounted(second());
    expect(new Set(await dump(graph))).toEqual(before);

    await removeArticle(graph, 'harbour-forum');
    await load(changed);
    expect(await dump(graph)).toEqual(found);
    await load(second());
  });

  test('says no longer what it said: that is gone, and the other article stays', async () => {
    await load(second());
    const emptied = edited([secondOpinionFolder], (article) => {
      article.annotationText = article.annotationText.replace(/\nroles:[\s\S]*/, '\n');
    });
    const tally = await loadCounted(check(emptied));
    expect(tally.nodes.get('Statement')).toMatchObject({ removed: 4, created: 0 });
    expect(tally.nodes.get('Event')).toMatchObject({ removed: 2 });
    expect(tally.nodes.get('Mention')!.removed).toBeGreaterThan(20);
    const left = await read(
      graph,
      `MATCH (a:Article {id: 'harbour-forum'})<-[:IN]-(n) RETURN n.exact AS exact`,
    );
    expect(left, 'the name of its author').toEqual([{ exact: 'Elena Marsh' }]);
    const after = new Set(await dump(graph));
    expect(seedDump.filter((line) => !after.has(line))).toEqual([]);
  });

  test('replaces the text, and the spans move with it', async () => {
    await load(second());
    const moved = edited([secondOpinionFolder], (article) => {
      article.text = `🎈🎈 ${article.text}`;
    });
    await loadCounted(check(moved));
    await expectSound();
  });
});

describe('a changed authority', () => {
  test.each<[string, ...Edit]>([
    ['names', 'aliases: [Farooq]', 'aliases: [Ms Farooq]'],
    ['a country', 'name: Tbilisi\n    country: georgia', 'name: Tbilisi'],
    ['a description', 'Invented journalist.', 'Another one.'],
    ['a type', 'type: Place\n    name: Tbilisi', 'type: Organization\n    name: Tbilisi'],
  ])('by %s: the graph is as if it had always been so', async (_, from, to) => {
    const loaded = { ...inputs([secondOpinionFolder]), articles: () => [] };
    const changed = loaded.authorities.map(({ file, text }) => ({
      file,
      text: text!.replace(from, () => to),
    }));
    const { entities } = check({ ...loaded, authorities: changed });
    await writeEntities(graph, entities);
    const wanted = await dump(graph);
    await restoreSeed(graph);
    await writeEntities(graph, second().entities);
    expect(await dump(graph)).not.toEqual(wanted);
    expect(changes(await writeEntities(graph, entities))).toMatchObject({
      updated: expect.any(Number),
      removed: 0,
    });
    expect(await dump(graph)).toEqual(wanted);
    expect(changes(await writeEntities(graph, entities))).toEqual(NONE);
  });
});

test('an alias of an entity that only the graph has is refused, before anything is written', async () => {
  const stranger = { id: 'a-stranger', type: 'Person', name: 'A Stranger', aliases: ['Strange'] };
  const other = { id: 'b-stranger', type: 'Person', name: 'B Stranger', aliases: ['strange'] };
  const of = (...entities: object[]) =>
    check({
      authorities: [{ file: 'entities.yaml', text: JSON.stringify({ entities }) }],
      articles: () => [],
      faults: [],
    });
  await writeChecked(graph, of(stranger));
  const before = await dump(graph);
  await expect(writeChecked(graph, of(other))).rejects.toThrow(
    /"strange" of b-stranger is a name of a-stranger in the graph already.*\n.*shared: true/,
  );
  expect(await dump(graph)).toEqual(before);
  await writeChecked(graph, of({ ...other, aliases: [{ text: 'strange', kind: 'name', shared: true }] }));
  expect(await verifyGraph(graph)).toEqual([]);
});

describe('a shared fact that is described differently', () => {
  const event = async () =>
    (
      await read(
        graph,
        `MATCH (v:Event {id: 'trump-munir-meeting-2025'})
         RETURN v.label AS label, v.dateEdtf AS date, v.contested AS contested, v.readingEdtfs AS readings,
           COLLECT { MATCH (v)-[:AT]->(p) RETURN p.id } AS places,
           COLLECT {
             MATCH (v)-[r:PARTICIPANT]->(e {id: 'asim-munir'}) RETURN r.role + ' by ' + size(r.articles) AS one ORDER BY one
           } AS munir`,
      )
    )[0];

  test.each<[string, Edit, object]>([
    [
      'an event by its label, which the better known article gives',
      ['label: President Trump and General Munir meet at the White House', 'label: They meet'],
      { label: 'They meet', contested: null },
    ],
    [
      'an event by a participant',
      ['{ entity: asim-munir, role: actor }', '{ entity: asim-munir, role: recipient }'],
      { munir: ['actor by 1', 'recipient by 1'] },
    ],
    [
      'an event by its place',
      ["place: white-house\n    act: '040'", "act: '040'"],
      { places: ['white-house'] },
    ],
    [
      'an event by a narrower date',
      ["date: { edtf: '2025', basis: explicit }", "date: { edtf: '2025-06', basis: explicit }"],
      { date: '2025-06', contested: null, readings: ['2025', '2025-06'] },
    ],
    [
      'an event by another date',
      ["date: { edtf: '2025', basis: explicit }", "date: { edtf: '2024', basis: relative }"],
      { date: '2025', contested: ['date'], readings: ['2024', '2025'] },
    ],
  ])('%s: is told by both', async (_, edit, wanted) => {
    await loadCounted(second(edit));
    expect(await event()).toMatchObject(wanted);
    expect(await verifyGraph(graph)).toEqual([]);
    await removeArticle(graph, 'harbour-forum');
    await load(seed());
    expect((await dump(graph)).filter((line) => line.includes('trump-munir-meeting-2025'))).toEqual(
      seedDump.filter((line) => line.includes('trump-munir-meeting-2025')),
    );
  });

  test('a statement by its act and by what it is about: its act is contested', async () => {
    await loadCounted(
      second(["act: '012'", "act: '111'"], ['about: [{ id: pakistan, as: topic }, ', 'about: [']),
    );
    const [row] = await read(
      graph,
      `MATCH (s:Statement {id: 'rumi-tactical-romance'})
       RETURN s.contested AS contested,
         COLLECT { MATCH (s)-[r:ABOUT]->(t) RETURN t.id + ' by ' + size(r.articles) AS one ORDER BY one } AS about`,
    );
    expect(row).toEqual({ contested: ['act'], about: ['pakistan by 1', 'united-states by 2'] });
    expect(await verifyGraph(graph)).toEqual([]);
  });
});

describe('a write that fails', () => {
  test('leaves nothing where an entity is not in the database, and says which relationships would be lost', async () => {
    const checked = second();
    const before = [await dump(graph), await version()];
    const { faults } = await refusal(() => writeArticles(graph, [...checked.read()]));
    expect([await dump(graph), await version()]).toEqual(before);
    const lost = faults.map(({ field, detail }) => `${field} ${detail.split(' could')[0]}`);
    expect(lost).toEqual(
      expect.arrayContaining([
        'article.authors AUTHORED_BY "elena-marsh"',
        'roles[0] HELD_BY "nadia-farooq"',
        'roles[0] OF "delta-institute"',
        'events[0] AT "tbilisi"',
        'statements[0].quotations[0].attributions[0] TO "nadia-farooq"',
        'mentions[0] REFERS_TO "tbilisi"',
        'relations[0] SUBJECT "nadia-farooq"',
        'relations[0] OBJECT "delta-institute"',
      ]),
    );
    expect(faults.every(({ line, field }) => line !== undefined || field === 'article.authors')).toBe(true);
  });

  test('leaves nothing where one single entity is not there', async () => {
    const checked = second(['about: [harbour-forum-2025]', 'about: [harbour-forum-2025, delta-institute]']);
    await writeEntities(graph, checked.entities);
    await write(graph, (transaction) =>
      transaction.run(`MATCH (e:Entity {id: 'delta-institute'}) DETACH DELETE e`),
    );
    const before = await dump(graph);
    const { message } = await refusal(() => writeArticles(graph, [...checked.read()]));
    expect(message).toMatch(
      /annotation\.yaml:\d+ statements\[1\]\.quotations\[0\]: ABOUT "delta-institute" could not be written/,
    );
    expect(await dump(graph)).toEqual(before);
  });

  test('leaves nothing where the database refuses a value', async () => {
    const checked = second();
    await writeEntities(graph, checked.entities);
    const before = [await dump(graph), await version()];
    const articles = [...checked.read()];
    const mention = articles[0]!.facts.findLast(({ kind }) => kind === 'ExcludedClaim')!;
    mention.properties.reason = { not: 'a property' } as never;
    await expect(writeArticles(graph, articles)).rejects.toThrow(/[Pp]roperty/);
    expect([await dump(graph), await version()]).toEqual(before);
  });
});

describe('ingestions at the same time', () => {
  test('of the same article make one graph, and one of them creates it', async () => {
    await load(second());
    const wanted = await dump(graph);
    await restoreSeed(graph);
    const tallies = await Promise.all([1, 2, 3, 4].map(() => load(second())));
    expect(await dump(graph)).toEqual(wanted);
    expect(tallies.filter((tally) => (tally.nodes.get('Article')?.created ?? 0) > 0)).toHaveLength(1);
    expect(tallies.filter((tally) => (tally.nodes.get('Person')?.created ?? 0) > 0)).toHaveLength(1);
  });

  test('of different articles make one graph', async () => {
    await load(second());
    const wanted = await dump(graph);
    for (let round = 0; round < 2; round++) {
      await removeArticle(graph, 'shifting-sands');
      await restoreWithout();
      await Promise.all([load(second()), load(seed()), load(second()), load(seed())]);
      expect(await dump(graph)).toEqual(wanted);
    }
    await expectSound();
  });

  /** Takes the second article and its entities out again, with no article left. */
  async function restoreWithout() {
    await removeArticle(graph, 'harbour-forum');
    const known = seed().entities.map(({ id }) => id);
    await write(graph, async (transaction) => {
      await transaction.run('MATCH (e:Entity) WHERE NOT e.id IN $known DETACH DELETE e', { known });
      await transaction.run('MATCH (n:Name) WHERE NOT (n)-[:NAMES]->() DELETE n');
    });
  }

  test('that come and go never lose what another article states', async () => {
    await load(second());
    const wanted = await dump(graph);
    for (let round = 0; round < 3; round++) {
      await Promise.all([
        removeArticle(graph, 'shifting-sands'),
        load(second()),
        removeArticle(graph, 'harbour-forum'),
      ]);
      await Promise.all([load(seed()), removeArticle(graph, 'harbour-forum').then(() => load(second()))]);
      expect(await dump(graph)).toEqual(wanted);
    }
    await expectSound();
  });
});

test('the fixture has characters beyond the basic plane before its quotes', () => {
  const text = readFileSync(join(secondOpinionFolder, 'articles/harbour-forum/article.txt'), 'utf8');
  expect(Array.from(text).length).toBeLessThan(text.length);
});
