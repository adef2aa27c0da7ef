import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import getPort from 'get-port';
import { projectFolder } from '../src/project.ts';
import { generatedGraph } from './generated/graph.ts';
import { zipf } from './generated/zipf.ts';
import { installPeers } from './serve/install.ts';
import { putLoad } from './serve/load.ts';
import { type Peer, startPeers } from './serve/peers.ts';
import { neo4jProcess, processorSeconds, residentMegabytes } from './serve/processes.ts';
import { chartOf, type Measured, medians, reportOf } from './serve/report.ts';
import { wholeNumber } from './whole-number.ts';

const CONNECTIONS = [1, 16, 64];
const REQUESTS = 400;

/** Asks this service and its peers the same question in one interleaved run, and writes what came of it to docs/benchmarks. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      statements: { type: 'string', default: '100000' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '6' },
      warmup: { type: 'string', default: '20000' },
      // A slow peer counts as warm after this, though it has not answered all requests of the warm-up.
      patience: { type: 'string', default: '120' },
      out: { type: 'string', default: 'docs/benchmarks' },
    },
  });
  const numberOf = (name: 'statements' | 'rounds' | 'seconds' | 'warmup' | 'patience') =>
    wholeNumber(name, values[name]);
  const [statements, rounds, seconds] = [numberOf('statements'), numberOf('rounds'), numberOf('seconds')];
  const warmingUp = { amount: numberOf('warmup'), seconds: numberOf('patience') };
  installPeers();
  const httpPort = await getPort({ host: '127.0.0.1' });
  const database = await generatedGraph(statements, console.log, {
    NEO4J_HEAP: '1g',
    NEO4J_PAGECACHE: '1g',
    NEO4J_HTTP_PORT: String(httpPort),
  });
  let peers: Peer[] = [];
  try {
    peers = await startPeers(database, httpPort);
    const speakers = await answeredAlike(peers, zipfSpeakers(statements));
    const neo4j = neo4jProcess(database.uri);
    await warm(peers, speakers, warmingUp);
    const measured: Measured[] = [];
    for (let round = 1; round <= rounds; round++) {
      for (const connections of CONNECTIONS) {
        for (const peer of inTurn(peers, round)) {
          measured.push(await measure(peer, { speakers, connections, seconds, neo4j }));
          console.log(`round ${round}, ${line(measured.at(-1)!)}`);
        }
      }
    }
    const failing = measured.filter(({ failed }) => failed > 0).map(line);
    if (failing.length > 0) throw new Error(`Errors are no answers:\n${failing.join('\n')}`);
    const setting = { statements, rounds, seconds, cores: cpus().length, processor: cpus()[0]!.model };
    const folder = join(projectFolder, values.out);
    mkdirSync(folder, { recursive: true });
    const report = reportOf(medians(measured), setting);
    writeFileSync(join(folder, 'serving.md'), report);
    writeFileSync(join(folder, 'serving.svg'), await chartOf(medians(measured), setting));
    console.log(`\n${report}`);
  } finally {
    for (const peer of peers) await peer.running?.stop();
    await database.stop();
  }
}

/** Each round begins with another peer, since what went before warms or tires the database. */
function inTurn(peers: Peer[], round: number): Peer[] {
  const first = ((round - 1) * 3) % peers.length;
  return [...peers.slice(first), ...peers.slice(0, first)];
}

const requestsOf = (peer: Peer, speakers: string[]) => speakers.map((speaker) => peer.ask(speaker));

async function warm(
  peers: Peer[],
  speakers: string[],
  until: { amount: number; seconds: number },
): Promise<void> {
  for (const peer of peers) {
    const load = { requests: requestsOf(peer, speakers), connections: 16, ...until };
    const { answered, elapsed } = await putLoad(peer, load);
    console.log(`warm: ${peer.name}, ${answered} requests in ${elapsed.toFixed(0)} s`);
  }
}

async function measure(
  peer: Peer,
  {
    speakers,
    connections,
    seconds,
    neo4j,
  }: { speakers: string[]; connections: number; seconds: number; neo4j: number },
): Promise<Measured> {
  const before = [processor(peer), processorSeconds(neo4j)] as const;
  const { answered, elapsed, p50, p99, failed } = await putLoad(peer, {
    requests: requestsOf(peer, speakers),
    connections,
    seconds,
  });
  const each = (now: number, then: number) => ((now - then) / answered) * 1000;
  return {
    peer: peer.name,
    connections,
    rate: answered / elapsed,
    p50,
    p99,
    failed,
    service: each(processor(peer), before[0]),
    neo4j: each(processorSeconds(neo4j), before[1]),
    resident: residentMegabytes(peer.running?.pid ?? neo4j),
  };
}

const line = ({ peer, connections, rate, p50, p99, failed }: Measured) =>
  `${connections} connections, ${peer}: ${rate.toFixed(0)} a second, p50 ${p50} ms, p99 ${p99} ms${failed ? `, ${failed} FAILED` : ''}`;

/** Seconds of processor time of a peer's own process; Neo4j's own interface has none beside Neo4j. */
function processor({ running }: Peer): number {
  return running ? processorSeconds(running.pid) : 0;
}

/** Who is asked for: the most quoted most often, and nobody with less than a page; the same order for every peer. */
function zipfSpeakers(statements: number): string[] {
  let state = 7;
  const draw = zipf(Math.min(200, Math.ceil(statements / 1000)), () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  });
  return Array.from({ length: REQUESTS }, () => `person-${draw()}`);
}

/**
 * The speakers of whom all peers answer the same ids in the same order. A relationship of the natural filter cannot tell
 * that two articles prefer different speakers, where this service names none: such speakers are left out.
 * @throws Error where a peer answers anything else differently.
 */
async function answeredAlike(peers: Peer[], speakers: string[]): Promise<string[]> {
  const unlike = new Set<string>();
  const asked = new Set(speakers);
  for (const speaker of asked) {
    let wanted: string | undefined;
    for (const peer of peers) {
      if (!peer.ids) continue;
      const ids = (await idsOf(peer, speaker)).join();
      wanted ??= ids;
      if (ids === wanted) continue;
      if (!peer.approximate) throw new Error(`${peer.name} answers other statements of ${speaker}: ${ids}`);
      unlike.add(speaker);
    }
  }
  console.log(
    `All peers answer the same ids in the same order for ${asked.size - unlike.size} of ${asked.size} speakers.`,
  );
  if (unlike.size > asked.size / 2) throw new Error('Too few speakers are answered alike.');
  return speakers.filter((speaker) => !unlike.has(speaker));
}

async function idsOf(peer: Peer, speaker: string): Promise<string[]> {
  const { path, ...request } = peer.ask(speaker);
  const answer = await (await fetch(peer.url + path, request)).json();
  try {
    return peer.ids!(answer);
  } catch {
    throw new Error(`${peer.name} answers ${JSON.stringify(answer).slice(0, 500)}`);
  }
}
