import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect } from 'vitest';
import { writeInputs } from '../../../bench/write-inputs.ts';
import { ask } from '../../support/asked.ts';
import { cannon } from '../../support/cannon.ts';
import { testDatabase } from '../../support/database.ts';
import { expectNone } from '../../support/expect-none.ts';
import { faultRow } from '../../support/fault-row.ts';
import { testGraph } from '../../support/graph.ts';
import { empty, restoreSeed } from '../../support/graph-dump.ts';
import { ingesting } from '../../support/ingesting.ts';
import { type Served, startServed } from '../../support/served.ts';
import { expectSound } from '../../support/verify.ts';

const READERS = 50;
const STATEMENTS = 4000;
const ARTICLES = STATEMENTS / 20;
/** Neither of an article that is not there yet, nor of one of which nothing is there. */
const NOTHING = '0 items';

const folder = mkdtempSync(join(tmpdir(), 'on-record-'));
const graph = testGraph();
let service: Served;

beforeAll(async () => {
  await writeInputs(folder, STATEMENTS);
  service = await startServed(testDatabase().connection);
  // The service has its plans once it has asked the seed all its examples.
  for (const path of pathsOf(1)) await ask(service.url + path);
  await sleep(5000);
  await empty(graph);
});

afterAll(async () => {
  await service?.stop();
  rmSync(folder, { recursive: true });
  await empty(graph);
  await restoreSeed(graph);
});

const pathsOf = (articles: number) =>
  Array.from({ length: articles }, (_, index) => [
    `/v1/articles/generated-${index}`,
    `/v1/statements?article=generated-${index}&limit=500`,
  ]).flat();

faultRow(24, 'ingestion while 50 readers poll', async () => {
  const paths = pathsOf(ARTICLES);
  const { came, stop } = cannon({
    url: service.url,
    connections: READERS,
    seconds: 300,
    paths,
    counts: true,
  });
  await sleep(1000);
  const [code] = await once(ingesting(folder), 'exit');
  await sleep(2000);
  stop();
  const { statuses, unanswered, counts } = await came;
  expect(code).toBe(0);
  expect(Object.keys(statuses).filter((status) => Number(status) >= 500)).toEqual([]);
  expect(unanswered).toBe(0);

  const half: string[] = [];
  let both = 0;
  for (const path of paths) {
    const { status, text } = await ask(service.url + path);
    expect(status, path).toBe(200);
    const { items, statements, mentions } = JSON.parse(text);
    const whole = items ? `${items.length} items` : `${statements} statements, ${mentions} mentions`;
    expect(whole).not.toBe(NOTHING);
    const seen = (counts[path] ?? []).filter((count) => count !== NOTHING);
    if (seen.includes(whole)) both++;
    half.push(...seen.filter((count) => count !== whole).map((count) => `${path}: ${count} of ${whole}`));
  }
  expectNone('articles seen half', half);
  expect(both, 'paths that were seen whole').toBeGreaterThan(0);
  const answers = Object.values(statuses).reduce((sum, { count }) => sum + count, 0);
  return `${answers.toLocaleString('en')} responses (${Object.keys(statuses).join(', ')}) while ${ARTICLES} articles were loaded, 0 half; ${await expectSound(graph)}`;
});
