import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect } from 'vitest';
import { buildApp } from '../../../src/app.ts';
import { write } from '../../../src/db/client.ts';
import { moveVersion, runner } from '../../../src/ingest/write/locked-write.ts';
import { QUERIES } from '../../../src/limits.ts';
import { faultRow } from '../../support/fault-row.ts';
import { testGraph } from '../../support/graph.ts';
import { restoreSeed } from '../../support/graph-dump.ts';
import { READ_TIMEOUT } from '../../support/read-timeout.ts';

const graph = testGraph();
let app: FastifyInstance;
beforeAll(async () => {
  app = await buildApp({ graph });
  // On a busy machine a write may take longer than a response waits for the end of a commit.
  QUERIES.settling = READ_TIMEOUT;
});
afterAll(async () => {
  await app.close();
  await restoreSeed(graph);
});

const run = (cypher: string) => write(graph, (transaction) => transaction.run(cypher));

/** What a commit may leave out for a moment, and how it comes back. */
const HALVES = {
  'the texts of statements': [
    'MATCH (s:Statement) SET s.kept = s.text REMOVE s.text',
    'MATCH (s:Statement) SET s.text = s.kept REMOVE s.kept',
  ],
  'the keys of names': [
    'MATCH (n:Name) SET n.kept = n.key REMOVE n.key',
    'MATCH (n:Name) SET n.key = n.kept REMOVE n.kept',
  ],
  articles: ['MATCH (a:Article) SET a:Kept REMOVE a:Article', 'MATCH (a:Kept) SET a:Article REMOVE a:Kept'],
  'some statements': [
    "MATCH (s:Statement) WHERE s.id > 'm' SET s:Kept REMOVE s:Statement",
    'MATCH (s:Kept) SET s:Statement REMOVE s:Kept',
  ],
} as const;

/** Asks while a commit shows half of what it wrote; it ends a little later, and moves the version on. */
async function askedMeanwhile(
  half: keyof typeof HALVES,
  ask: () => Promise<LightMyRequestResponse>,
): Promise<LightMyRequestResponse> {
  const [hide, show] = HALVES[half];
  await app.inject('/v1/entities/pakistan');
  await write(graph, (transaction) => runner(transaction)('announce-commit', { id: 'half', within: 60_000 }));
  await run(hide);
  const asked = ask();
  await sleep(100);
  await write(graph, async (transaction) => {
    await transaction.run(show);
    await moveVersion(transaction);
  });
  await write(graph, (transaction) => runner(transaction)('end-commit', { id: 'half' }));
  return asked;
}

const get = (url: string) => () => app.inject(url);
const reconcile = () =>
  app.inject({
    method: 'POST',
    url: '/v1/reconcile',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ queries: '{"q":{"query":"Asim Munir"}}' }).toString(),
  });

const CASES: [what: string, half: keyof typeof HALVES, ask: () => Promise<LightMyRequestResponse>][] = [
  ['a search', 'the texts of statements', get('/v1/search?q=counterterrorism')],
  ['a search as CSV', 'the texts of statements', get('/v1/search?q=counterterrorism&format=csv')],
  ['a search as NDJSON', 'the texts of statements', get('/v1/search?q=counterterrorism&format=ndjson')],
  ['a suggestion', 'the keys of names', get('/v1/suggest?q=mun')],
  ['reconciliation', 'the keys of names', reconcile],
  ['a name', 'the keys of names', get('/v1/statements?speaker=Kurilla')],
  ['a name in a path', 'the keys of names', get('/v1/entities/Kurilla')],
  ['an article', 'articles', get('/v1/articles/shifting-sands')],
  ['annotations', 'articles', get('/v1/articles/shifting-sands/annotations')],
  ['a statement', 'some statements', get('/v1/statements/trump-calls-pakistan-dangerous')],
  ['statements as JSON', 'some statements', get('/v1/statements?about=Pakistan')],
  ['statements as JSON-LD', 'some statements', get('/v1/statements?about=Pakistan&format=jsonld')],
  ['statements as NDJSON', 'some statements', get('/v1/statements?about=Pakistan&format=ndjson')],
  ['statements as CSV', 'some statements', get('/v1/statements?about=Pakistan&format=csv')],
  ['counts as CSV', 'some statements', get('/v1/stats/statements?groupBy=speaker&format=csv')],
  ['a network', 'some statements', get('/v1/network')],
];

faultRow(
  38,
  'requests that meet a half-shown commit',
  async () => {
    for (const [what, half, ask] of CASES) {
      const meanwhile = await askedMeanwhile(half, ask);
      const after = await ask();
      expect([meanwhile.statusCode, after.statusCode], `${what}: ${meanwhile.body}`).toEqual([200, 200]);
      expect(meanwhile.body === after.body, `${what} is as it is after the commit`).toBe(true);
      expect(meanwhile.headers.etag, what).toBe(after.headers.etag);
    }
    return `${CASES.length} of ${CASES.length} kinds of request answered as after the commit`;
  },
  120_000,
);
