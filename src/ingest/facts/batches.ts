import type { ArticleFacts } from './facts.ts';

/** Facts in a transaction: more of them gain nothing, and take memory of the database. */
const FACTS = 4000;

/** Articles in groups of about a number of facts, in their order; an article is never divided. */
export function* batches(articles: Iterable<ArticleFacts>, facts = FACTS): Generator<ArticleFacts[]> {
  let batch: ArticleFacts[] = [];
  let size = 0;
  for (const article of articles) {
    batch.push(article);
    size += article.facts.length;
    if (size < facts) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}
