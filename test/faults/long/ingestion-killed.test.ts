import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect } from 'vitest';
import { Random } from '../../../bench/generated/random.ts';
import { writeInputs } from '../../../bench/write-inputs.ts';
import { read } from '../../../src/db/client.ts';
import type { CheckedInputs } from '../../../src/ingest/check/check.ts';
import { validate, writeChecked } from '../../../src/ingest/ingest.ts';
import { ownAuthority } from '../../../src/project.ts';
import { articleStates, inState } from '../../support/article-state.ts';
import { expectNone } from '../../support/expect-none.ts';
import { faultRow } from '../../support/fault-row.ts';
import { testGraph } from '../../support/graph.ts';
import { dump, empty, restoreSeed } from '../../support/graph-dump.ts';
import { ingesting } from '../../support/ingesting.ts';
import { expectSound } from '../../support/verify.ts';

const KILLS = 20;
const STATEMENTS = 2000;
const folder = mkdtempSync(join(tmpdir(), 'on-record-'));
const graph = testGraph();
let checked: CheckedInputs;
/** Of the graph after an undisturbed load. */
let wanted: string;
/** How much the graph holds then. */
let nodes: number;

beforeAll(async () => {
  await writeInputs(folder, STATEMENTS);
  checked = validate([folder], ownAuthority);
  await empty(graph);
  await writeChecked(graph, checked);
  [wanted, nodes] = [await digestOfGraph(), await count()];
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await empty(graph);
  await restoreSeed(graph);
});

faultRow(
  21,
  'ingestion is killed at 20 random points',
  async () => {
    const random = new Random(21);
    const articles = [...checked.read()];
    const [cut, half, unlike]: [number[], string[], number[]] = [[], [], []];
    for (let kill = 1; kill <= KILLS; kill++) {
      await empty(graph);
      await killAt(random);
      const states = await articleStates(graph, articles);
      half.push(...inState(states, 'half'));
      const whole = inState(states, 'whole').length;
      if (whole < articles.length) cut.push(whole);
      await writeChecked(graph, checked);
      if ((await digestOfGraph()) !== wanted) unlike.push(kill);
      console.log(`kill ${kill} of ${KILLS}: ${whole} of ${articles.length} articles were there`);
    }
    expectNone('half articles', half);
    expectNone('reruns unlike a clean run', unlike.map(String));
    expect(cut.length, 'kills before the last article').toBeGreaterThan(KILLS / 2);
    expect(new Set(cut).size, 'different points').toBeGreaterThan(2);
    return `${KILLS} kills, ${cut.length} of them amid the articles, 0 half articles; ${KILLS} reruns, all equal to a clean run; ${await expectSound(graph)}`;
  },
  1_200_000,
);

/** Kills a load once the graph holds a random share of what it will, and a random moment later. */
async function killAt(random: Random): Promise<void> {
  const share = random.below(1000) / 1000;
  const moment = random.below(400);
  const load = ingesting(folder);
  const ended = once(load, 'exit');
  while (load.exitCode === null && (await count()) < share * nodes) await sleep(5);
  await sleep(moment);
  load.kill('SIGKILL');
  await ended;
  // What the load had asked to commit is still committed, node by node.
  while ((await transactions()) > 1) await sleep(5);
}

/** How many transactions the database runs, with the one that asks. */
const transactions = async () =>
  Number((await read(graph, 'SHOW TRANSACTIONS YIELD status RETURN count(status) AS count'))[0]!.count);

const count = async () =>
  Number((await read(graph, 'MATCH (n) WHERE NOT n:Graph|Commit|Change RETURN count(n) AS nodes'))[0]!.nodes);

const digestOfGraph = async () =>
  createHash('sha256')
    .update((await dump(graph)).join('\n'))
    .digest('hex');
