import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { closeGraph, openGraph } from '../src/db/client.ts';
import { applySchema } from '../src/db/schema.ts';
import { verifyDatabase } from '../src/neo4j/server/verify-database.ts';
import { provideDatabase } from '../src/neo4j/sources/provide.ts';
import type { Database } from '../src/neo4j/types.ts';
import { projectFolder } from '../src/project.ts';
import type { Measured } from './load/measure.ts';
import { type Loaded, loadingReport } from './load/report.ts';
import { wholeNumber } from './whole-number.ts';
import { generatedInputsFolder } from './write-inputs.ts';

interface Way {
  title: string;
  way: 'plain' | 'ingest' | 'bulk';
}

/** Databases to be filled, each with the ways of loading that are run on it, one after the other. */
const DATABASES: Way[][] = [
  [{ title: 'plain UNWIND-MERGE', way: 'plain' }],
  [
    { title: 'ingest', way: 'ingest' },
    { title: 'ingest again', way: 'ingest' },
  ],
];

/** Loads the same generated articles in each way, in one run on fresh databases, and writes what that took. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      statements: { type: 'string', default: '1000000' },
      to: { type: 'string', default: join(projectFolder, 'docs/benchmarks/loading.md') },
    },
  });
  const folder = await generatedInputsFolder(wholeNumber('statements', values.statements));
  const results: Loaded[] = [];
  let server = '';
  for (const ways of DATABASES) {
    const database = await provideDatabase(readConfig({ ...process.env }), {
      projectFolder,
      onProgress: () => {},
      ephemeral: true,
    });
    try {
      await prepare(database);
      server = (await verifyDatabase(database)).replace('/', ' ');
      for (const way of ways) results.push({ title: way.title, measured: await load(way, folder, database) });
    } finally {
      await database.stop();
    }
  }
  const bulk: Way = { title: 'ingest --bulk', way: 'bulk' };
  results.push({ title: bulk.title, measured: await load(bulk, folder) });
  const report = loadingReport(results, server);
  writeFileSync(values.to, report);
  console.log(report);
}

async function prepare(database: Database): Promise<void> {
  const graph = openGraph(database);
  await applySchema(graph);
  await closeGraph(graph);
}

/** Loads in a process of its own, so that its memory is its own; a bulk load makes its own database. */
async function load({ way, title }: Way, folder: string, database?: Database): Promise<Measured> {
  const { uri, user, password } = database ?? {};
  const child = spawn(process.execPath, [join(import.meta.dirname, 'load/measure.ts'), way, folder], {
    env: { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let last = '';
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith('{')) last = line;
    else console.log(line);
  }
  if (last === '') throw new Error(`${title} failed.`);
  return JSON.parse(last) as Measured;
}
