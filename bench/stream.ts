import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { openGraph } from '../src/graph/graph.ts';
import { applySchema } from '../src/graph/schema.ts';
import { writeArticles } from '../src/ingest/write-articles.ts';
import { writeEntities } from '../src/ingest/write-entities.ts';
import { type Database, provideDatabase } from '../src/neo4j/provide.ts';
import { projectFolder } from '../src/project.ts';
import { generatedArticles, generatedEntities } from './generate.ts';

// Streams all of a large list from a service of its own, and watches how much memory that takes (Linux).

const { values } = parseArgs({ options: { statements: { type: 'string', default: '100000' } } });
const total = Number(values.statements);
const database = await provideDatabase(readConfig({}), {
  projectFolder,
  onProgress: console.log,
  ephemeral: true,
});
try {
  await load(database);
  // With much memory free, Node lets garbage lie; a small heap shows what is really held.
  const service = spawn(process.execPath, ['--max-old-space-size=128', 'src/cli.ts', 'serve'], {
    cwd: projectFolder,
    env: {
      ...process.env,
      NEO4J_URI: database.uri,
      NEO4J_USER: database.user,
      NEO4J_PASSWORD: database.password,
      PORT: '3999',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    for await (const line of createInterface(service.stdout!)) if (line.startsWith('Ctrl-C')) break;
    for (const format of ['csv', 'ndjson', 'csv', 'ndjson']) console.log(await stream(service.pid!, format));
  } finally {
    service.kill('SIGTERM');
    await once(service, 'exit');
  }
} finally {
  await database.stop();
}

async function load(to: Database): Promise<void> {
  const graph = openGraph(to);
  await applySchema(graph);
  await writeEntities(graph, generatedEntities());
  const started = performance.now();
  let written = 0;
  for (const article of generatedArticles(total, { perArticle: 200 })) {
    await writeArticles(graph, [article], () => false);
    written += 200;
    if (written % 10_000 === 0) {
      console.log(
        `loaded ${written} of ${total}, ${Math.round((written / (performance.now() - started)) * 1000)} a second`,
      );
    }
  }
  await graph.driver.close();
}

async function stream(pid: number, format: string): Promise<string> {
  const before = residentMegabytes(pid);
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, residentMegabytes(pid));
  }, 50);
  const started = performance.now();
  const response = await fetch(`http://127.0.0.1:3999/v1/statements?format=${format}`);
  let lines = 0;
  let bytes = 0;
  for await (const chunk of response.body!) {
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) lines++;
  }
  clearInterval(timer);
  const seconds = (performance.now() - started) / 1000;
  const megabytes = Math.round(bytes / 1e6);
  return `${format}: ${lines} lines, ${megabytes} MB in ${seconds.toFixed(1)} s; resident ${before} MB before, ${most} MB at most`;
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024);
}
