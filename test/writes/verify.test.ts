import { execFile } from 'node:child_process';
import type { Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Graph, write } from '../../src/db/client.ts';
import { applySchema } from '../../src/db/schema.ts';
import { validate, writeChecked } from '../../src/ingest/ingest.ts';
import { ownAuthority, projectFolder } from '../../src/project.ts';
import { spanFaults } from '../../src/verify/check-spans.ts';
import { CodePoints } from '../../src/verify/code-points.ts';
import { verification, verifyGraph } from '../../src/verify/verify.ts';
import { testDatabase } from '../support/database.ts';
import { testGraph } from '../support/graph.ts';
import { empty, restoreSeed, secondOpinionFolder } from '../support/graph-dump.ts';
import { scratchInputs, scratchRecord } from '../support/scratch.ts';

const graph = testGraph();
const inputs = scratchInputs();
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
afterAll(() => restoreSeed(graph));

test('finds nothing in what ingestion makes, and looks at all of it', async () => {
  await restoreSeed(graph);
  const { outcomes, found, wasChanged } = await verification(graph);
  expect(outcomes.flatMap(({ named }) => named)).toEqual([]);
  expect([found, wasChanged]).toEqual([0, false]);
  // The seed names no event that it does not tell of.
  for (const { check, count } of outcomes)
    if (check !== 'reference-uses') expect(count, check).toBeGreaterThan(0);
});

test('finds nothing where two articles state one thing', async () => {
  await writeChecked(graph, validate([secondOpinionFolder], ownAuthority));
  expect(await verifyGraph(graph)).toEqual([]);
  await restoreSeed(graph);
  expect(await verifyGraph(graph)).toEqual([]);
});

/** Each kind of damage: what it is, how it is done, and what has to be found. */
const DAMAGES: [what: string, damage: string, check: string, kind: string, detail: RegExp][] = [
  [
    'a shifted span',
    'MATCH (n:Quotation) WITH n ORDER BY n.id LIMIT 1 SET n.start = n.start + 1, n.end = n.end + 1',
    'spans',
    'Quotation',
    /^exact is ".+", and its article has/,
  ],
  [
    'a span beyond the text',
    'MATCH (n:Evidence) WITH n LIMIT 1 SET n.end = 10000000',
    'spans',
    'Evidence',
    /no place/,
  ],
  [
    'another prefix',
    "MATCH (n:Mention) WITH n LIMIT 1 SET n.prefix = 'x'",
    'spans',
    'Mention',
    /^prefix is "x"/,
  ],
  [
    'another suffix',
    "MATCH (n:Attribution) WITH n LIMIT 1 SET n.suffix = 'x'",
    'spans',
    'Attribution',
    /^suffix is "x"/,
  ],
  [
    'a shifted cue',
    'MATCH (n:Quotation) WHERE n.cue IS NOT NULL WITH n LIMIT 1 SET n.cueStart = n.cueStart + 1',
    'spans',
    'Quotation',
    /^cue is/,
  ],
  [
    'a shifted author',
    'MATCH (n:Article)-[r:AUTHORED_BY]->() WITH r LIMIT 1 SET r.start = r.start + 1',
    'spans',
    'Article',
    /^exact is/,
  ],
  [
    'another text',
    "MATCH (n:Article) SET n.text = n.text + '!'",
    'article-values',
    'Article',
    /^sha256 is .+, and should be/,
  ],
  [
    'another length',
    'MATCH (n:Article) SET n.length = n.length + 1',
    'article-values',
    'Article',
    /^length is/,
  ],
  [
    'another day of publication',
    "MATCH (n:Article) SET n.publishedLatest = '2024-01-01'",
    'article-values',
    'Article',
    /^publishedLatest is 2024-01-01/,
  ],
  [
    'a mention gone',
    'MATCH (n:Mention) WITH n LIMIT 1 DETACH DELETE n',
    'article-digest',
    'Article',
    /digest/,
  ],
  [
    'an author of another article',
    "MATCH ()-[r:AUTHORED_BY]->() SET r.articleId = 'x'",
    'article-authors',
    'Article',
    /ids of its ends/,
  ],
  [
    'a quotation in no article',
    'MATCH (n:Quotation)-[r:IN]->() WITH r LIMIT 1 DELETE r',
    'quotation-ends',
    'Quotation',
    /^stands in 0 articles and renders 1/,
  ],
  [
    'a quotation of nothing',
    'MATCH (n:Quotation)-[r:RENDERS]->() WITH r LIMIT 1 DELETE r',
    'quotation-ends',
    'Quotation',
    /renders 0 statements/,
  ],
  [
    'a statement without quotations',
    'MATCH (s:Statement) WITH s LIMIT 1 MATCH (s)<-[:RENDERS]-(q) DETACH DELETE q',
    'statement-sources',
    'Statement',
    /no quotation/,
  ],
  [
    'a statement without an article',
    'MATCH (s:Statement) WITH s LIMIT 1 MATCH (s)<-[:RENDERS]-()-[r:IN]->() DELETE r',
    'statement-sources',
    'Statement',
    /no article/,
  ],
  [
    'a second preferred attribution',
    "MATCH (q:Quotation) WHERE COUNT { (q)<-[:ATTRIBUTES]-() } > 1 WITH q LIMIT 1 MATCH (q)<-[:ATTRIBUTES]-(a) SET a.rank = 'preferred'",
    'quotation-attributions',
    'Quotation',
    /^has 2 preferred/,
  ],
  [
    'a quotation without attributions',
    'MATCH (q:Quotation) WITH q LIMIT 1 MATCH (q)<-[:ATTRIBUTES]-(a) DETACH DELETE a',
    'quotation-attributions',
    'Quotation',
    /no attribution/,
  ],
  [
    'an attribution of nothing',
    'MATCH (a:Attribution)-[r:ATTRIBUTES]->() WITH r LIMIT 1 DELETE r',
    'attribution-ends',
    'Attribution',
    /^attributes 0/,
  ],
  [
    'an attribution to one speaker twice',
    'MATCH (a:Attribution)-[:TO]->(e) WITH a, e LIMIT 1 CREATE (a)-[:TO]->(e)',
    'attribution-ends',
    'Attribution',
    /to 1 speakers by 2/,
  ],
  [
    'an attribution to somebody else as well',
    'MATCH (a:Attribution)-[:TO]->(e), (o:Person) WHERE o <> e WITH a, o LIMIT 1 CREATE (a)-[:TO]->(o)',
    'fact-values',
    'Attribution',
    /make the id a-/,
  ],
  [
    'an unnamed target of nothing',
    'MATCH (:UnnamedTarget)-[r:TARGET_OF]->() WITH r LIMIT 1 DELETE r',
    'unnamed-target-ends',
    'UnnamedTarget',
    /^is a target of 0 quotations/,
  ],
  [
    'an unnamed target of something else as well',
    "MATCH (n:UnnamedTarget), (e:Country {id: 'india'}) WITH n, e LIMIT 1 CREATE (n)-[:DESCRIBED_OF]->(e)",
    'fact-values',
    'UnnamedTarget',
    /make the id t-/,
  ],
  [
    'a statement that hides its unnamed target',
    'MATCH (s:Statement) WHERE s.isTargetUnnamed SET s.isTargetUnnamed = false',
    'statement-derived',
    'Statement',
    /isTargetUnnamed/,
  ],
  [
    'orphan evidence',
    'MATCH (n:Evidence)-[r:SUPPORTS]->() WITH r LIMIT 1 DELETE r',
    'evidence-ends',
    'Evidence',
    /supports 0 facts/,
  ],
  [
    'an event without evidence',
    'MATCH (n:Event) WITH n LIMIT 1 MATCH (n)<-[:SUPPORTS]-(e) DETACH DELETE e',
    'fact-evidence',
    'Event',
    /no evidence/,
  ],
  [
    'a role without evidence',
    'MATCH (n:Role) WITH n LIMIT 1 MATCH (n)<-[:SUPPORTS]-(e) DETACH DELETE e',
    'fact-evidence',
    'Role',
    /no evidence/,
  ],
  [
    'a key of evidence',
    "MATCH ()-[r:SUPPORTS]->() WITH r LIMIT 1 SET r.key = 'x'",
    'evidence-relationships',
    'Evidence',
    /key is x/,
  ],
  [
    'an account that nobody asserts',
    'MATCH (n:Account) WITH n LIMIT 1 REMOVE n.as',
    'assertion-ends',
    'Account',
    /asserted by 0/,
  ],
  [
    'a figure of no event',
    'MATCH (n:Figure)-[r:FIGURE_OF]->() WITH r LIMIT 1 DELETE r',
    'assertion-ends',
    'Figure',
    /of 0 facts/,
  ],
  [
    'a statement of no article that asserts something',
    `MATCH (n:Account)-[r:ASSERTED_BY]->() WITH n, r LIMIT 1 DELETE r
     CREATE (n)-[:ASSERTED_BY]->(:Statement {id: 'strange'})`,
    'assertion-ends',
    'Account',
    /1 are not of its article/,
  ],
  [
    'the confidence of an assertion',
    'MATCH ()-[r:TELLS_OF]->() WITH r LIMIT 1 SET r.confidence = 0.123',
    'assertion-relationships',
    'Account',
    /confidence is 0.123/,
  ],
  [
    'a key of a figure',
    "MATCH ()-[r:FIGURE_OF]->() WITH r LIMIT 1 SET r.key = 'x'",
    'assertion-relationships',
    'Figure',
    /key is x/,
  ],
  [
    'a relation that no article tells of',
    'MATCH (n:Relation) WITH n LIMIT 1 MATCH (n)<-[:TELLS_OF]-(c) DETACH DELETE c',
    'fact-accounts',
    'Relation',
    /evidence in 1 articles and accounts in 0/,
  ],
  [
    'the confidence of a role',
    'MATCH (n:Role) WITH n LIMIT 1 SET n.factConfidence = 0.123',
    'told-derived',
    'Role',
    /factConfidence is 0.123, and should be 1/,
  ],
  [
    'the figures of an event',
    'MATCH (n:Event) WHERE n.figures IS NOT NULL WITH n LIMIT 1 REMOVE n.figures',
    'told-derived',
    'Event',
    /figures is nothing, and should be/,
  ],
  [
    'another number in a figure',
    'MATCH (n:Figure) WHERE n.value IS NOT NULL WITH n LIMIT 1 SET n.value = 6',
    'fact-values',
    'Figure',
    /its values make the id/,
  ],
  [
    'the mode of an event',
    "MATCH (n:Event {mode: 'visit'}) SET n.mode = 'phone'",
    'fact-values',
    'Event',
    /mode is phone, and should be visit/,
  ],
  [
    'a mention in no article',
    'MATCH (n:Mention)-[r:IN]->() WITH r LIMIT 1 DELETE r',
    'mention-ends',
    'Mention',
    /^stands in 0/,
  ],
  [
    'an excluded claim in no article',
    'MATCH (n:ExcludedClaim)-[r:IN]->() WITH r LIMIT 1 DELETE r',
    'excluded-claim-ends',
    'ExcludedClaim',
    /^stands in 0/,
  ],
  [
    'a role of nobody',
    'MATCH (n:Role)-[r:HELD_BY]->() WITH r LIMIT 1 DELETE r',
    'role-ends',
    'Role',
    /^is held by 0/,
  ],
  [
    'a relation without an object',
    'MATCH (n:Relation)-[r:OBJECT]->() WITH r LIMIT 1 DELETE r',
    'relation-ends',
    'Relation',
    /0 objects/,
  ],
  [
    'a name of nothing',
    "CREATE (:Name {key: 'nobody', plain: 'nobody', words: 'nobody'})",
    'name-uses',
    'Name',
    /names nothing/,
  ],
  [
    'another plain form of a name',
    "MATCH (n:Name {key: 'pakistan'}) SET n.plain = 'india'",
    'name-forms',
    'Name',
    /^plain is india/,
  ],
  [
    'another speaker',
    "MATCH (s:Statement) WHERE s.speakerIds IS NOT NULL WITH s LIMIT 1 SET s.speakerIds = ['pakistan']",
    'statement-derived',
    'Statement',
    /^speakerIds is \["pakistan"\]/,
  ],
  [
    'nobody where somebody is named',
    'MATCH (s:Statement) WITH s LIMIT 1 SET s.isUnattributed = NOT s.isUnattributed',
    'statement-derived',
    'Statement',
    /^isUnattributed is/,
  ],
  [
    'another confidence',
    'MATCH (s:Statement) WITH s LIMIT 1 SET s.confidence = 0.01',
    'statement-derived',
    'Statement',
    /^confidence is 0.01/,
  ],
  [
    'another contest',
    'MATCH (s:Statement) WITH s LIMIT 1 SET s.isContested = NOT s.isContested',
    'statement-derived',
    'Statement',
    /^isContested is/,
  ],
  [
    'another field that is contested',
    "MATCH (s:Statement) WITH s LIMIT 1 SET s.contested = ['date']",
    'statement-derived',
    'Statement',
    /^contested is/,
  ],
  [
    'other types of quotation',
    "MATCH (s:Statement) WITH s LIMIT 1 SET s.quoteTypes = ['x']",
    'statement-derived',
    'Statement',
    /^quoteTypes is/,
  ],
  [
    'another day of report',
    "MATCH (s:Statement) WITH s LIMIT 1 SET s.reportedLatest = '2030-01-01'",
    'statement-derived',
    'Statement',
    /^reportedLatest is/,
  ],
  [
    'a speaker twice',
    'MATCH (s:Statement)-[r:SAID_BY]->(e) WITH s, r, e LIMIT 1 CREATE (s)-[new:SAID_BY]->(e) SET new = properties(r)',
    'statement-derived',
    'Statement',
    /^SAID_BY is/,
  ],
  [
    'a speaker who is preferred no longer',
    'MATCH ()-[r:SAID_BY {preferred: true}]->() WITH r LIMIT 1 SET r.preferred = false',
    'statement-derived',
    'Statement',
    /^SAID_BY is/,
  ],
  [
    'a sort key of SAID_BY',
    "MATCH ()-[r:SAID_BY]->() WITH r LIMIT 1 SET r.sortKey = 'x'",
    'statement-relationships',
    'Statement',
    /^SAID_BY .+: sortKey is x/,
  ],
  [
    'a sort key of ABOUT',
    "MATCH ()-[r:ABOUT]->() WITH r LIMIT 1 SET r.sortKey = 'x'",
    'statement-relationships',
    'Statement',
    /^ABOUT .+: sortKey is x/,
  ],
  [
    'a speaker of SPEAKS_ABOUT',
    "MATCH ()-[r:SPEAKS_ABOUT]->() WITH r LIMIT 1 SET r.speakerId = 'pakistan'",
    'statement-derived',
    'Statement',
    /^SPEAKS_ABOUT is/,
  ],
  [
    'a sort key of SPEAKS_ABOUT',
    'MATCH ()-[r:SPEAKS_ABOUT]->() WITH r LIMIT 1 REMOVE r.sortKey',
    'statement-relationships',
    'Statement',
    /^SPEAKS_ABOUT .+: sortKey is nothing/,
  ],
  [
    'a target that is a topic',
    "MATCH ()-[r:ABOUT {as: 'target'}]->() WITH r LIMIT 1 SET r.as = 'topic'",
    'fact-values',
    'Statement',
    /hash/,
  ],
  [
    'a target twice',
    'MATCH (s:Statement)-[r:ABOUT]->(e) WITH s, r, e LIMIT 1 CREATE (s)-[new:ABOUT]->(e) SET new = properties(r)',
    'fact-values',
    'Statement',
    /^ABOUT .+ is there 2 times/,
  ],
  [
    'a target gone',
    'MATCH (s:Statement)-[r:ABOUT]->() WITH r LIMIT 1 DELETE r',
    'fact-values',
    'Statement',
    /hash/,
  ],
  [
    'another name of an act',
    "MATCH (s:Statement) WHERE s.cameo IS NOT NULL WITH s LIMIT 1 SET s.actLabel = 'x'",
    'fact-values',
    'Statement',
    /^actLabel is x, and should be/,
  ],
  [
    'another score',
    'MATCH (s:Event) WHERE s.cameo IS NOT NULL WITH s LIMIT 1 SET s.goldstein = 9.9',
    'fact-values',
    'Event',
    /^goldstein is 9.9/,
  ],
  [
    'another polarity',
    "MATCH (s:Statement) WHERE s.cameo IS NOT NULL WITH s LIMIT 1 SET s.polarity = 'x'",
    'fact-values',
    'Statement',
    /^polarity is x/,
  ],
  [
    'another first day',
    "MATCH (s:Statement) WHERE s.saidEdtf IS NOT NULL WITH s LIMIT 1 SET s.saidEarliest = '1999-01-01'",
    'fact-values',
    'Statement',
    /^saidEarliest is 1999/,
  ],
  [
    'what is no date',
    "MATCH (s:Event) WITH s LIMIT 1 SET s.dateEdtf = 'soon'",
    'fact-values',
    'Event',
    /no date in EDTF: soon/,
  ],
  [
    'another sort key',
    "MATCH (s:Event) WITH s LIMIT 1 SET s.sortKey = 'x'",
    'fact-values',
    'Event',
    /^sortKey is x/,
  ],
  [
    'another span key',
    "MATCH (s:Statement) WITH s LIMIT 1 SET s.intervalKey = 'x'",
    'fact-values',
    'Statement',
    /^intervalKey is x/,
  ],
  [
    'another subject',
    "MATCH (n:Relation) WITH n LIMIT 1 SET n.subjectId = 'x'",
    'fact-values',
    'Relation',
    /^subjectId is x/,
  ],
  [
    'another entity of a mention',
    "MATCH (n:Mention) WITH n LIMIT 1 SET n.entityId = 'x'",
    'fact-values',
    'Mention',
    /^entityId is x/,
  ],
  [
    'another reason',
    "MATCH (n:ExcludedClaim) WITH n LIMIT 1 SET n.reason = 'x'",
    'fact-values',
    'ExcludedClaim',
    /hash/,
  ],
  [
    'an id that its values do not make',
    "MATCH (n:Attribution) WITH n LIMIT 1 SET n.basis = 'x'",
    'fact-values',
    'Attribution',
    /make the id a-/,
  ],
  [
    'a property that nothing writes',
    'MATCH (n:Role) WITH n LIMIT 1 SET n.locked = true',
    'fact-values',
    'Role',
    /^holds locked/,
  ],
  [
    'a participant of another day',
    "MATCH ()-[r:PARTICIPANT]->() WITH r LIMIT 1 SET r.sortKey = 'x'",
    'event-relationships',
    'Event',
    /^PARTICIPANT .+: sortKey is x/,
  ],
  [
    'a place of another',
    "MATCH ()-[r:AT]->() WITH r LIMIT 1 SET r.entityId = 'x'",
    'event-relationships',
    'Event',
    /^AT .+: entityId is x/,
  ],
  [
    'other JSON',
    `MATCH (s:Statement) WITH s LIMIT 1 SET s.json = replace(s.json, '"quotations"', '"quoted"')`,
    'statement-json',
    'Statement',
    /^its JSON has .+, and should have/,
  ],
  [
    'no JSON',
    'MATCH (s:Statement) WITH s LIMIT 1 REMOVE s.json',
    'statement-json',
    'Statement',
    /not marked/,
  ],
  [
    'JSON that is marked as missing',
    'MATCH (s:Statement) WITH s LIMIT 1 SET s.unrendered = true',
    'statement-json',
    'Statement',
    /is marked/,
  ],
  ['no version', 'MATCH (g:Graph) REMOVE g.version', 'graph', 'Graph', /no version/],
  [
    'another model',
    'MATCH (g:Graph) SET g.model = 1',
    'graph',
    'Graph',
    /^is of model 1, and should be of \d+/,
  ],
  [
    'another name',
    "MATCH (e:Country) WITH e LIMIT 1 SET e.name = 'Atlantis'",
    'entity-records',
    'Entity',
    /^names is/,
  ],
  [
    'another description',
    "MATCH (e:Entity) WITH e LIMIT 1 SET e.description = 'x'",
    'entity-records',
    'Entity',
    /hash/,
  ],
  ['another type', 'MATCH (e:Country) WITH e LIMIT 1 SET e:Person', 'entity-records', 'Entity', /^labels is/],
  [
    'a name gone',
    'MATCH (:Name)-[r:NAMES]->() WITH r LIMIT 1 DELETE r',
    'entity-records',
    'Entity',
    /^names is/,
  ],
  ['a node without an id', 'CREATE (:Statement)', 'ids', 'Statement', /no id/],
  ['a node of no kind', "CREATE (:Thing {id: 'x'})", 'strays', 'Thing', /no kind/],
  [
    'a relationship of no type',
    'MATCH (a:Article), (e:Event) WITH a, e LIMIT 1 CREATE (a)-[:TELLS]->(e)',
    'strays',
    'Article',
    /relationship TELLS/,
  ],
];

/** Damages in as few batches as there are damages of one check: what is found in a batch is told apart by the check. */
function batches(): (typeof DAMAGES)[] {
  const ofCheck = Object.values(Object.groupBy(DAMAGES, ([, , check]) => check)) as (typeof DAMAGES)[];
  const most = Math.max(...ofCheck.map(({ length }) => length));
  return Array.from({ length: most }, (_, nth) => ofCheck.flatMap((damages) => damages.slice(nth, nth + 1)));
}

type Found = Awaited<ReturnType<typeof verifyGraph>>;
const detailsOf = (found: Found, [, , check, kind]: (typeof DAMAGES)[number]) =>
  found.filter((finding) => finding.check === check && finding.kind === kind).map(({ detail }) => detail);

describe('names', () => {
  const found = new Map<string, Found>();
  beforeAll(async () => {
    for (const batch of batches()) {
      const together = await damaged(batch);
      for (const damage of batch) {
        const [what, , , , expected] = damage;
        // What another damage hides is done alone.
        const isFound = detailsOf(together, damage).some((detail) => expected.test(detail));
        found.set(what, isFound ? together : await damaged([damage]));
      }
    }
  });

  test.each(DAMAGES)('%s', (...damage) => {
    const [what, , , , detail] = damage;
    expect(detailsOf(found.get(what)!, damage)).toContainEqual(expect.stringMatching(detail));
  });
});

/** What is found in a graph after damages that are then undone: all of it happens in one transaction. */
async function damaged(damages: typeof DAMAGES): Promise<Found> {
  const session = graph.driver.session({ database: graph.database });
  const transaction = session.beginTransaction();
  try {
    for (const [what, damage] of damages) {
      const { summary } = await transaction.run(damage);
      expect(summary.counters.containsUpdates(), what).toBe(true);
    }
    const inside = {
      session: () => ({
        run: (text: string, parameters: object) => transaction.run(text, parameters),
        close: async () => {},
      }),
    };
    return await verifyGraph({ ...graph, driver: inside as unknown as Driver } as Graph);
  } finally {
    await transaction.rollback();
    await session.close();
  }
}

const run = (text: string) => write(graph, (transaction) => transaction.run(text));

test('names a constraint that is gone, and what is there twice', async () => {
  await run('DROP CONSTRAINT mentionId');
  await run('DROP INDEX eventByKind');
  await run('CREATE INDEX eventByKind FOR (n:Event) ON (n.label)');
  await run('MATCH (n:Mention) WITH n LIMIT 1 CREATE (twin:Mention) SET twin = properties(n)');
  try {
    const findings = await verifyGraph(graph);
    expect(findings).toContainEqual(
      expect.objectContaining({
        check: 'schema',
        kind: 'Constraint',
        id: 'mentionId',
        detail: 'is not there',
      }),
    );
    expect(findings).toContainEqual(expect.objectContaining({ check: 'schema', id: 'eventByKind' }));
    expect(findings).toContainEqual(
      expect.objectContaining({ check: 'ids', kind: 'Mention', detail: 'is the id of 2 nodes' }),
    );
  } finally {
    await run('MATCH (n:Mention) WHERE NOT EXISTS { (n)-[:IN]->() } DELETE n');
    await run('DROP INDEX eventByKind');
    await applySchema(graph);
  }
});

test('is a command that names what is wrong and then fails', async () => {
  const sound = await onrecord();
  expect(sound.stdout).toContain('The graph is sound.');
  expect(sound.stdout).toMatch(/^ok +spans +\d+ checked$/m);
  expect(sound.code).toBe(0);
  await run("CREATE (:Name {key: 'nobody', plain: 'nobody', words: 'nobody'})");
  const damaged = await onrecord();
  expect(damaged.stdout).toMatch(/^FAULT name-uses .+ 1 fault$/m);
  expect(damaged.stdout).toContain('name-uses: Name nobody: names nothing');
  expect(damaged.stderr).toContain('The graph has 1 fault.');
  expect(damaged.code).toBe(1);
  await run("MATCH (n:Name {key: 'nobody'}) DELETE n");
});

test('finds nothing in dates with a time, in whatever time zone', async () => {
  const days = ['1985-04-12T23:20:30', '1985-04-12T00:20:30Z', '2025-06-12T23:30:00-05:00'];
  const records = days.map((day, at) => scratchRecord(`zoned-${at}`, { day }));
  await writeChecked(graph, inputs.check(records));
  for (const TZ of ['America/New_York', 'Pacific/Kiritimati']) {
    const { code, stdout, stderr } = await onrecord({ TZ });
    expect([code, stderr], stdout).toEqual([0, '']);
  }
  await restoreSeed(graph);
});

/** Runs `onrecord db verify` on the database of this run. */
function onrecord(settings = {}): Promise<{ code: number; stdout: string; stderr: string }> {
  const { uri, user, password, database } = testDatabase().connection;
  const env = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['src/cli.ts', 'db', 'verify'],
      { cwd: projectFolder, env: { PATH: process.env.PATH, ...env, ...settings } },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

test('finds nothing wrong with an empty graph', async () => {
  await empty(graph);
  await run('MATCH (n) DELETE n');
  expect((await verification(graph)).outcomes).toEqual([]);
  await applySchema(graph);
  expect((await verification(graph)).outcomes).toEqual([]);
  await restoreSeed(graph);
  expect(await verifyGraph(graph)).toEqual([]);
});

test('counts code points, not units', () => {
  const article = new CodePoints('🦉🦉 “Yes 🦉”, she said.');
  const span = {
    kind: 'Quotation',
    id: 'q',
    exact: 'Yes 🦉',
    prefix: '🦉🦉 “',
    suffix: '”, she said.',
    start: 4,
    end: 9,
  };
  expect(spanFaults(article, span)).toEqual([]);
  expect(spanFaults(article, { ...span, start: 6, end: 12 })).not.toEqual([]);
});
