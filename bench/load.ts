import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { openGraph } from '../src/graph/graph.ts';
import { applySchema } from '../src/graph/schema.ts';
import { type Database, provideDatabase } from '../src/neo4j/provide.ts';
import { projectFolder } from '../src/project.ts';
import type { Measured } from './load/measure.ts';
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

type Result = Way & { measured: Measured };

/** Loads the same generated articles in each way, in one run on fresh databases: `--statements N`. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { statements: { type: 'string', default: '100000' } } });
  const folder = await generatedInputsFolder(Number(values.statements));
  const results: Result[] = [];
  for (const ways of DATABASES) {
    const database = await provideDatabase(readConfig({ ...process.env }), {
      projectFolder,
      onProgress: () => {},
      ephemeral: true,
    });
    try {
      await prepare(database);
      for (const way of ways) results.push({ ...way, measured: await load(way, folder, database) });
    } finally {
      await database.stop();
    }
  }
  const bulk: Way = { title: 'ingest --bulk', way: 'bulk' };
  results.push({ ...bulk, measured: await load(bulk, folder) });
  print(results);
}

async function prepare(database: Database): Promise<void> {
  const graph = openGraph(database);
  await applySchema(graph);
  await graph.driver.close();
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

function print(results: Result[]): void {
  const base = results[0]!.measured;
  const rate = (statements: number, milliseconds: number) => Math.round((statements / milliseconds) * 1000);
  const rows = results.map(({ title, measured: { statements, checking, writing, created, resident } }) => ({
    '': title,
    'writing, a second': rate(statements, writing),
    'of plain': (base.writing / writing).toFixed(2),
    'checking, a second': rate(statements, checking),
    'all, a second': rate(statements, checking + writing),
    'peak resident MB': resident,
    created: created ?? '-',
  }));
  console.table(rows);
  console.log(`Statements: ${base.statements}. Writing reads, checks and anchors the articles once more, at the same time as
the database works; checking is the pass before it. The figure of --bulk holds the start of its database.`);
  const contents = new Set(results.map(({ measured }) => measured.content));
  console.log(
    contents.size === 1
      ? 'All databases hold as many nodes and relationships of each kind.'
      : `The databases differ:\n${[...contents].join('\n')}`,
  );
}
