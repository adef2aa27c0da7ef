import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import getPort from 'get-port';
import type { Database } from '../src/neo4j/types.ts';
import { projectFolder } from '../src/project.ts';
import { type Ask, type Asked, asking } from './counting/asking.ts';
import { startEarlier } from './counting/earlier.ts';
import { type IndexTimes, indexTimes } from './counting/index-times.ts';
import { type CountingQuestion, dayOf, dayParameter, QUESTIONS } from './counting/questions.ts';
import { generatedGraph } from './generated/graph.ts';
import { installPeers } from './serve/install.ts';
import { startGraphql, startService, untilReady } from './serve/peers.ts';
import { residentMegabytes } from './serve/processes.ts';
import { wholeNumber } from './whole-number.ts';

const CONNECTIONS = [1, 4];
/** What is asked for all questions in turn. */
const CROWD = 16;

interface Measured {
  name: string;
  /** By the number of connections. */
  service: Asked[];
  queryApi: Asked;
  /** Absent where it has no such aggregation. */
  graphql?: Asked;
  /** This service before it had an index; absent where it counted no more than the newest of so many. */
  earlier?: Asked;
}

/** So many statements this service counted exactly before it had an index. */
const EXACT_EARLIER = 100_000;

interface Memory {
  lists: number;
  counts: number;
}

/**
 * Asks this service, itself as it was before it had an index, Neo4j's Query API and @neo4j/graphql for the same counts in turn, each
 * question another one, and writes what came of it into the file of `--to`. A database of generated statements that is there already is
 * that of NEO4J_URI, with NEO4J_HTTP_PORT.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      statements: { type: 'string', default: '100000' },
      seconds: { type: 'string', default: '5' },
      to: { type: 'string', default: join(projectFolder, 'docs/benchmarks/counting.md') },
    },
  });
  const [statements, seconds] = [
    wholeNumber('statements', values.statements),
    wholeNumber('seconds', values.seconds),
  ];
  installPeers();
  const { database, httpPort } = await graphOf(statements);
  try {
    const times = await indexTimes(database);
    console.log(times);
    const earlier = statements > EXACT_EARLIER ? undefined : await startEarlier(statements, MEMORY);
    const { running, url } = await startService(database, '0');
    const graphql = await startGraphql(database);
    try {
      await untilReady(url);
      if (earlier) await untilReady(earlier.url);
      const lists = await memoryAfter(running.pid, (nth) =>
        fetch(`${url}/v1/statements?saidTo=${dayOf(nth)}`),
      );
      const measured: Measured[] = [];
      for (const question of QUESTIONS) {
        const own = askService(url, question);
        const queryApi = askQueryApi(database, httpPort, question);
        await own(0).then((response) => response.text());
        const service: Asked[] = [];
        for (const connections of CONNECTIONS) service.push(await asking(own, connections, seconds));
        measured.push({
          name: question.name,
          service,
          queryApi: await asking(queryApi, 1, seconds),
          ...(question.graphql && {
            graphql: await asking(askGraphql(graphql.url, question.graphql), 1, seconds),
          }),
          ...(earlier &&
            !question.isNew && { earlier: await asking(askService(earlier.url, question), 1, seconds) }),
        });
        console.log(line(measured.at(-1)!, earlier !== undefined));
      }
      const crowd = await asking(allInTurn(url), CROWD, seconds * 3);
      const asEarlier = QUESTIONS.filter(({ isNew }) => !isNew);
      const earlierCrowd = earlier && (await asking(allInTurn(earlier.url, asEarlier), CROWD, seconds * 3));
      const memory = { lists, counts: residentMegabytes(running.pid) };
      const report = reportOf({ statements, seconds, times, measured, crowd, earlierCrowd, memory });
      writeFileSync(values.to, report);
      console.log(report);
    } finally {
      await running.stop();
      await graphql.running.stop();
      await earlier?.stop();
    }
  } finally {
    await database.stop();
  }
}

const MEMORY = { NEO4J_HEAP: '1g', NEO4J_PAGECACHE: '1g' };

/** A database of generated statements: that of the environment, or one of its own. */
async function graphOf(statements: number): Promise<{ database: Database; httpPort: number }> {
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_HTTP_PORT } = process.env;
  if (uri && user && password) {
    const there = { uri, user, password, database: 'neo4j', source: 'uri', describe: uri } as const;
    return { database: { ...there, stop: async () => {} }, httpPort: Number(NEO4J_HTTP_PORT) };
  }
  const httpPort = await getPort({ host: '127.0.0.1' });
  const settings = { ...MEMORY, NEO4J_HTTP_PORT: String(httpPort) };
  return { database: await generatedGraph(statements, console.log, settings), httpPort };
}

/** The memory of a process after it was asked for something for a while. */
async function memoryAfter(pid: number, ask: Ask): Promise<number> {
  await asking(ask, CROWD, 10);
  return residentMegabytes(pid);
}

const askService = (url: string, question: CountingQuestion): Ask => {
  const separator = question.path.includes('?') ? '&' : '?';
  return (nth) => fetch(`${url}${question.path}${separator}${dayParameter(question)}=${dayOf(nth)}`);
};

/** Questions one after the other. */
function allInTurn(url: string, questions = QUESTIONS): Ask {
  const asks = questions.map((question) => askService(url, question));
  return (nth) => asks[nth % asks.length]!(nth);
}

const askQueryApi = ({ user, password }: Database, port: number, { cypher }: CountingQuestion): Ask => {
  const headers = {
    'content-type': 'application/json',
    authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
  };
  return (nth) =>
    fetch(`http://127.0.0.1:${port}/db/neo4j/query/v2`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ statement: cypher, accessMode: 'READ', parameters: { from: dayOf(nth) } }),
    });
};

const askGraphql =
  (url: string, query: string): Ask =>
  (nth) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { from: dayOf(nth) } }),
    });

const shown = ({ p50, failed }: Asked) => (failed > 0 ? `${failed} failed` : p50.toFixed(p50 < 10 ? 1 : 0));

/** How many times as long a peer takes as the service; nothing where it does not answer. */
const timesFaster = (peer: Asked, { p50 }: Asked) => (peer.failed > 0 ? '–' : (peer.p50 / p50).toFixed(1));

const line = ({ name, service, queryApi, graphql, earlier }: Measured, hasEarlier: boolean) =>
  [
    name,
    ...service.map(shown),
    shown(queryApi),
    timesFaster(queryApi, service[0]!),
    graphql ? shown(graphql) : '–',
    ...(hasEarlier
      ? [earlier ? shown(earlier) : '–', earlier ? timesFaster(earlier, service[0]!) : '–']
      : []),
  ].join(' | ');

const inTurn = ({ rate, p50, failed }: Asked) =>
  `${rate.toFixed(rate < 10 ? 1 : 0)} different questions a second, p50 ${p50.toFixed(0)} ms${failed > 0 ? `, ${failed} failed` : ''}`;

function reportOf(report: {
  statements: number;
  seconds: number;
  times: IndexTimes;
  measured: Measured[];
  crowd: Asked;
  earlierCrowd?: Asked;
  memory: Memory;
}): string {
  const { statements, seconds, times, measured, crowd, earlierCrowd, memory } = report;
  const columns = [
    '1 connection',
    '4 connections',
    'Query API, 1 connection',
    'times faster',
    '@neo4j/graphql, 1 connection',
    ...(earlierCrowd ? ['this service before it had an index, 1 connection', 'times faster'] : []),
  ];
  const followed = Object.entries(times.followed).map(
    ([articles, took]) => `| brought up to date after ${articles} articles | ${took.toFixed(2)} s |`,
  );
  return `# Counting

Written by \`npm run bench -- counting\`. This service and Neo4j's own HTTP Query API with the plain aggregate count the same out of
${statements.toLocaleString('en')} generated statements, ${seconds} s each in turn: what was said from a day on, each time another of 800 early days, so
that nearly all of it is counted and nothing is cached. ${cpus().length} cores (${cpus()[0]!.model}), shared by the load, the service and Neo4j.
Only ratios within the run mean something.

| p50, ms | ${columns.join(' | ')} |
|---|${columns.map(() => '--:|').join('')}
${measured.map((one) => `| ${line(one, earlierCrowd !== undefined)} |`).join('\n')}

All of them in turn at ${CROWD} connections: ${inTurn(crowd)}.${earlierCrowd ? ` Before there was an index: ${inTurn(earlierCrowd)}.` : ''}

| the index | |
|---|--:|
| built | ${times.built.toFixed(1)} s |
| its file | ${times.megabytes.toFixed(0)} MB |
| opened | ${times.opened.toFixed(2)} s |
${followed.join('\n')}
| memory of the service that has listed | ${memory.lists} MB |
| memory of the same after all counts | ${memory.counts} MB |
`;
}
