import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { projectFolder } from '../src/project.ts';
import { generatedGraph } from './generated/graph.ts';
import { residentMegabytes } from './serve/processes.ts';
import { wholeNumber } from './whole-number.ts';

// Streams all of a large list from a service of its own, and watches how much memory that takes (Linux).

const { values } = parseArgs({ options: { statements: { type: 'string', default: '100000' } } });
const total = wholeNumber('statements', values.statements);
const database = await generatedGraph(total, console.log);
try {
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
