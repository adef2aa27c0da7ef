// Puts load on an address: reads what to do as JSON from stdin, writes what came of it as JSON to stdout.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectFolder } from '../../src/project.ts';
import type { Came, Load } from './cannon.ts';

interface Run extends PromiseLike<{ errors: number; timeouts: number }> {
  stop(): void;
  on(event: 'response', heard: (client: unknown, status: number, bytes: number, time: number) => void): void;
}

const autocannon = createRequire(join(projectFolder, 'bench/peers/package.json'))('autocannon') as (
  options: object,
) => Run;
const { url, connections, seconds, paths, counts } = JSON.parse(await text(process.stdin)) as Load;

const times = new Map<number, number[]>();
const seen = new Map<string, Set<string>>();
let asked = 0;
const run = autocannon({
  url,
  connections,
  duration: seconds,
  timeout: 60,
  requests: paths.map((path) => ({
    path,
    ...(path.includes('{n}') && { setupRequest: numbered(path) }),
    ...(counts && { onResponse: remember(path) }),
  })),
});
run.on('response', (_client, status, _bytes, time) => {
  if (!times.has(status)) times.set(status, []);
  times.get(status)!.push(time);
});
process.once('SIGTERM', () => run.stop());
const { errors, timeouts } = await run;

const came: Came = {
  statuses: Object.fromEntries([...times].map(([status, of]) => [status, summed(of)])),
  unanswered: errors + timeouts,
  counts: Object.fromEntries([...seen].map(([path, of]) => [path, [...of]])),
};
console.log(JSON.stringify(came));

/** Asks something else each time. */
function numbered(path: string) {
  return (request: object) => ({ ...request, path: path.replaceAll('{n}', String(++asked)) });
}

function remember(path: string) {
  const found = new Set<string>();
  seen.set(path, found);
  return (status: number, body: string) => {
    if (status === 200) found.add(countsIn(body));
  };
}

/** How much an answer tells of: items of a list, statements and mentions of an article. */
function countsIn(body: string): string {
  const { items, statements, mentions } = JSON.parse(body);
  return items ? `${items.length} items` : `${statements} statements, ${mentions} mentions`;
}

function summed(of: number[]) {
  of.sort((a, b) => a - b);
  return { count: of.length, p99: of[Math.ceil(of.length * 0.99) - 1]!, most: of.at(-1)! };
}
