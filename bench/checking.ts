import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { closeGraph, openGraph } from '../src/db/client.ts';
import type { Database } from '../src/neo4j/types.ts';
import { projectFolder } from '../src/project.ts';
import { type Ask, type Asked, asking } from './counting/asking.ts';
import { generatedGraph } from './generated/graph.ts';
import { pressSentences } from './generated/press-sentences.ts';
import { type Sentences, sentences } from './generated/sentences.ts';
import { startService, untilReady } from './serve/peers.ts';
import { wholeNumber } from './whole-number.ts';

const CONNECTIONS = [1, 4];
const QUOTATIONS = 2000;
/** Seconds before anything is measured, in which texts are planned. */
const WARMING = 20;

/** What statements are made of. */
const WORDS: Record<string, { of: string; said: Sentences }> = {
  press: { of: 'words as frequent as in press reports', said: pressSentences },
  few: { of: 'the same hundred words', said: sentences },
};

/**
 * Asks this service whether quotations are right, each another one: as they were said, in part, and with a word that was never said. Writes
 * what came of it into the file of `--to`.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      statements: { type: 'string', default: '100000' },
      seconds: { type: 'string', default: '20' },
      words: { type: 'string', multiple: true, default: Object.keys(WORDS) },
      to: { type: 'string', default: join(projectFolder, 'docs/benchmarks/checking.md') },
    },
  });
  const [statements, seconds] = [
    wholeNumber('statements', values.statements),
    wholeNumber('seconds', values.seconds),
  ];
  const chosen = values.words.map((name) => {
    const words = WORDS[name];
    if (!words) throw new Error(`--words ${name}: expected ${Object.keys(WORDS).join(' or ')}`);
    return words;
  });
  const rows: string[] = [];
  for (const { of, said } of chosen) {
    const settings = { NEO4J_HEAP: '1g', NEO4J_PAGECACHE: '1g' };
    const database = await generatedGraph(statements, console.log, settings, said);
    try {
      const measured = await measure(database, statements, seconds);
      rows.push(
        `| ${of} | ${measured
          .flatMap(({ p50, p95 }) => [p50, p95])
          .map(shown)
          .join(' | ')} |`,
      );
      console.log(rows.at(-1));
    } finally {
      await database.stop();
    }
  }
  const report = reportOf(statements, seconds, rows);
  writeFileSync(values.to, report);
  console.log(report);
}

/** Milliseconds by the number of connections. */
async function measure(database: Database, statements: number, seconds: number): Promise<Asked[]> {
  const quotations = await quotationsOf(database, statements);
  const { running, url } = await startService(database, '0');
  const ask: Ask = (nth) =>
    fetch(`${url}/v1/check?quote=${encodeURIComponent(quotations[nth % quotations.length]!)}`);
  try {
    await untilReady(url);
    await asking(ask, 1, WARMING);
    const measured: Asked[] = [];
    for (const connections of CONNECTIONS) measured.push(await asking(ask, connections, seconds));
    const failed = measured.find((one) => one.failed > 0);
    if (failed) throw new Error(`${failed.failed} quotations were not checked`);
    return measured;
  } finally {
    await running.stop();
  }
}

/** Texts of statements that are spread over all of them, each third as it is, in part, or with a word that it has not. */
async function quotationsOf(database: Database, statements: number): Promise<string[]> {
  const graph = openGraph(database);
  try {
    const every = Math.max(1, Math.floor(statements / QUOTATIONS));
    const ids = Array.from({ length: QUOTATIONS }, (_, nth) => `s-${nth * every}`);
    const { records } = await graph.driver.executeQuery(
      'MATCH (s:Statement) WHERE s.id IN $ids RETURN s.text AS text',
      { ids },
      { database: graph.database },
    );
    return records.map((record, nth) => asked(z.string().parse(record.get('text')).split(' '), nth));
  } finally {
    await closeGraph(graph);
  }
}

function asked(words: string[], nth: number): string {
  const middle = words.length >> 1;
  if (nth % 3 === 1) return words.slice(middle - 4, middle + 4).join(' ');
  return (nth % 3 === 2 ? words.with(middle, 'harvest') : words).join(' ');
}

const shown = (milliseconds: number) => milliseconds.toFixed(0);

const reportOf = (statements: number, seconds: number, rows: string[]) => `# Checking a quotation

Written by \`npm run bench -- checking\`. How long \`GET /v1/check\` takes against ${statements.toLocaleString('en')} generated statements, in ms of whole responses: each time another
quotation, a third of them as they were said, a third in part, a third with another word; ${seconds} s each, after ${WARMING} s in which texts are planned. ${cpus().length} cores
(${cpus()[0]!.model}), shared by the load, the service and Neo4j. Nobody else checks quotations, so that no peer is beside it.

| statements are of | 1 connection: p50 | p95 | 4 connections: p50 | p95 |
|---|--:|--:|--:|--:|
${rows.join('\n')}
`;
