import { type Graph, wholeNumbers, write } from '../../src/graph/graph.ts';
import { statementCount } from '../../src/ingest/check.ts';
import type { ArticleFacts } from '../../src/ingest/facts.ts';
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
      await write(graph, async (transaction) => {
        for (const [name, query] of Object.entries(PLAIN_QUERIES)) {
          const of = rows.get(name) ?? [];
          for (let from = 0; from < of.length; from += ROWS)
            await transaction.run(query, wholeNumbers({ rows: of.slice(from, from + ROWS) }));
        }
      });
      progress.add(next.value.reduce((count, article) => count + statementCount(article), 0));
    }
  };
  await Promise.all([writer(), writer()]);
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
