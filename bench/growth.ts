import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeGraph, openGraph } from '../src/db/client.ts';
import type { Database } from '../src/neo4j/types.ts';
import { projectFolder } from '../src/project.ts';
import { generatedGraph } from './generated/graph.ts';
import { GROWTH_CASES } from './growth/cases.ts';
import { measuring } from './growth/measure.ts';
import { installPeers } from './serve/install.ts';
import { putLoad } from './serve/load.ts';
import { startService, untilReady } from './serve/peers.ts';
import { residentMegabytes } from './serve/processes.ts';
import { wholeNumber } from './whole-number.ts';

/** Counts the db hits of each request on graphs of several sizes, and writes them as a table. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      statements: { type: 'string', default: '1000,10000,100000,1000000' },
      to: { type: 'string', default: join(projectFolder, 'docs/benchmarks/growth.md') },
    },
  });
  installPeers();
  const sizes = values.statements.split(',').map((one) => wholeNumber('statements', one));
  const columns: string[][] = [];
  for (const size of sizes) {
    console.log(`${size} statements`);
    columns.push(await measuredOn(size));
  }
  const table = [
    `| request | ${sizes.map((size) => size.toLocaleString('en')).join(' | ')} |`,
    `|---|${sizes.map(() => '--:|').join('')}`,
    ...[...GROWTH_CASES.map(({ url }) => `\`${url}\``), ...UNDER_LOAD].map(
      (title, row) => `| ${title} | ${columns.map((column) => column[row]).join(' | ')} |`,
    ),
  ].join('\n');
  mkdirSync(dirname(values.to), { recursive: true });
  writeFileSync(
    values.to,
    `# What grows with the graph

Db hits of each request on graphs of generated statements, by PROFILE; in the last rows, a page of the most quoted speaker
from a service that keeps no responses, warm, and the memory of that service after the load. A page may read more on a small
graph, where what it asks for is a larger part. What a page reads includes eight hits for the version of the graph.
\`npm run bench -- growth\` writes this anew.

${table}
`,
  );
  console.log(table);
}

async function measuredOn(statements: number): Promise<string[]> {
  const database = await generatedGraph(statements, console.log);
  const graph = { ...openGraph(database), readTimeout: 120_000 };
  const service = await measuring(graph, database);
  try {
    const hits: string[] = [];
    for (const { url } of GROWTH_CASES) {
      const { status, hits: count } = await service.measure(url);
      hits.push(status < 500 ? count.toLocaleString('en') : `failed (${status})`);
    }
    return [...hits, ...(await underLoad(database))];
  } finally {
    await service.close();
    await closeGraph(graph);
    await database.stop();
  }
}

const UNDER_LOAD = ['p50 at 1 connection, ms', 'p50 at 64 connections, ms', 'memory of the service, MB'];

/** A page of the most quoted speaker, as the rows of `UNDER_LOAD`. */
async function underLoad(database: Database): Promise<string[]> {
  const service = await startService(database, '0');
  try {
    await untilReady(service.url);
    const load = (connections: number, until: { seconds: number; amount?: number }) =>
      putLoad(service, { requests: [service.ask('person-0')], connections, ...until });
    await load(16, { amount: 20_000, seconds: 120 });
    const alone = await load(1, { seconds: 10 });
    const crowded = await load(64, { seconds: 10 });
    const memory = residentMegabytes(service.running.pid);
    if (alone.failed + crowded.failed > 0) throw new Error('the service answered with errors under load');
    return [alone.p50.toFixed(2), String(crowded.p50), String(memory)];
  } finally {
    await service.running.stop();
  }
}
