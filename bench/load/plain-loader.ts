import neo4j, { type ManagedTransaction } from 'neo4j-driver';
import { type Graph, toNeo4jIntegers, write } from '../../src/db/client.ts';
import { type ArticleFacts, statementCount } from '../../src/ingest/facts/facts.ts';
import type { Progress } from '../../src/ingest/progress.ts';
import { PLAIN_QUERIES } from './plain-queries.ts';
import { plainRows } from './plain-rows.ts';

const STATEMENTS = 1000;
const ROWS = 1000;

/** Loads articles as one would without a thought of what is there: UNWIND and MERGE, two writers, retried transactions. */
export async function loadPlainly(
  graph: Graph,
  articles: Iterable<ArticleFacts>,
  progress: Progress,
): Promise<void> {
  const left = batched(articles);
  const writer = async () => {
    for (let next = left.next(); !next.done; next = left.next()) {
      const rows = plainRows(next.value);
      await untilWritten(graph, async (transaction) => {
        for (const [name, query] of Object.entries(PLAIN_QUERIES)) {
          const of = rows.get(name) ?? [];
          for (let from = 0; from < of.length; from += ROWS)
            await transaction.run(query, toNeo4jIntegers({ rows: of.slice(from, from + ROWS) }));
        }
      });
      progress.add(next.value.reduce((count, article) => count + statementCount(article), 0));
    }
  };
  await Promise.all([writer(), writer()]);
}

/** Two writers who lock in any order meet in deadlocks again and again, for longer than the driver tries. */
async function untilWritten(graph: Graph, work: (transaction: ManagedTransaction) => Promise<void>) {
  for (;;) {
    try {
      return await write(graph, work);
    } catch (error) {
      if (!(error instanceof neo4j.Neo4jError && error.retriable)) throw error;
    }
  }
}

function* batched(articles: Iterable<ArticleFacts>): Generator<ArticleFacts[]> {
  let batch: ArticleFacts[] = [];
  let statements = 0;
  for (const article of articles) {
    batch.push(article);
    statements += statementCount(article);
    if (statements < STATEMENTS) continue;
    yield batch;
    batch = [];
    statements = 0;
  }
  if (batch.length > 0) yield batch;
}
