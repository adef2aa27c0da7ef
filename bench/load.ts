import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { openGraph, read } from '../src/graph/graph.ts';
import { applySchema } from '../src/graph/schema.ts';
import { type Database, provideDatabase } from '../src/neo4j/provide.ts';
import { projectFolder } from '../src/project.ts';
import type { Measured } from './load/measure.ts';
import { generatedInputsFolder } from './write-inputs.ts';

/** Databases to be filled, each with the ways of loading that are run on it, one after the other. */
const DATABASES: { title: string; way: string }[][] = [
  [{ title: 'plain UNWIND-MERGE', way: 'plain' }],
  [
    { title: 'ingest', way: 'ingest' },
    { title: 'ingest again', way: 'ingest' },
  ],
];

/** Loads the same generated articles in each way, in one run on fresh databases: `--statements N`. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { statements: { type: 'string', default: '100000' } } });
  const folder = await generatedInputsFolder(Number(values.statements));
  const results: { title: string; measured: Measured }[] = [];
  const contents: string[] = [];
  for (const ways of DATABASES) {
    const database = await provideDatabase(readConfig({ ...process.env }), {
      projectFolder,
      onProgress: () => {},
      ephemeral: true,
    });
    try {
      await prepare(database);
      for (const { title, way } of ways) results.push({ title, measured: await load(database, way, folder) });
      contents.push(await content(database));
    } finally {
      await database.stop();
    }
  }
  print(results);
  console.log(
    new Set(contents).size === 1
      ? 'All databases hold as many nodes and relationships of each kind.'
      : `The databases differ:\n${contents.join('\n')}`,
  );
}

async function prepare(database: Database): Promise<void> {
  const graph = openGraph(database);
  await applySchema(graph);
  await graph.driver.close();
}

/** Loads in a process of its own, so that its memory is its own. */
async function load(database: Database, way: string, folder: string): Promise<Measured> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'load/measure.ts'), way, folder], {
    env: {
      ...process.env,
      NEO4J_URI: database.uri,
      NEO4J_USER: database.user,
      NEO4J_PASSWORD: database.password,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let last = '';
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith('{')) last = line;
    else console.log(line);
  }
  if (last === '') throw new Error(`Loading by ${way} failed.`);
  return JSON.parse(last) as Measured;
}

async function content(database: Database): Promise<string> {
  const graph = openGraph(database);
  const rows = await read(
    { ...graph, readTimeout: 600_000 },
    `MATCH (n) WHERE NOT n:Graph WITH last(labels(n)) AS kind, count(*) AS count RETURN kind + ' ' + count AS line
     UNION ALL
     MATCH ()-[r]->() WITH type(r) AS kind, count(*) AS count RETURN kind + ' ' + count AS line`,
  );
  await graph.driver.close();
  return rows
    .map(({ line }) => line)
    .sort()
    .join(', ');
}

function print(results: { title: string; measured: Measured }[]): void {
  const [base] = results;
  const rate = (statements: number, milliseconds: number) => Math.round((statements / milliseconds) * 1000);
  const rows = results.map(({ title, measured: { statements, checking, writing, created, resident } }) => ({
    '': title,
    'writing, a second': rate(statements, writing),
    'of plain': (base!.measured.writing / writing).toFixed(2),
    'checking, a second': rate(statements, checking),
    'all, a second': rate(statements, checking + writing),
    'peak resident MB': resident,
    created: created ?? '-',
  }));
  console.table(rows);
  console.log(`Statements: ${base!.measured.statements}. Writing reads, checks and anchors the articles once more, at the
same time as the database works; checking is the pass before it, which only ingest needs.`);
}
