import type { ManagedTransaction } from 'neo4j-driver';
import { type Graph, read } from '../../db/client.ts';
import { cypherFile } from '../../db/cypher.ts';
import { draftTransaction } from '../../db/drafts.ts';
import { applyDraftSchema } from '../../db/schema.ts';
import { factsOf, type KnownArticle } from '../check/decided-article.ts';
import { unpacked } from '../facts/source-record.ts';
import { lockArticles, storedArticles } from '../write/article-transaction.ts';
import { recordsFor } from '../write/decided-facts.ts';
import { copyEntities, described, entitiesUsedBy } from '../write/draft-entities.ts';
import { moveVersion, runner, writeLocked } from '../write/locked-write.ts';
import { removeWithin } from '../write/remove-article.ts';
import { replace } from '../write/replace-articles.ts';

/** Articles that are read together; they come with their texts. */
const BATCH = 50;

/** Lifts a graph of model 7, in which drafts counted like articles that were reviewed: they are held apart from now on. */
export async function liftFrom7(graph: Graph, onProgress: (text: string) => void): Promise<void> {
  let done = 0;
  for (let after = ''; ; ) {
    const rows = await read(graph, cypherFile('ingest/export-articles'), { after, limit: BATCH });
    if (rows.length === 0) return;
    for (const { id, text, annotation: kept } of rows) {
      const annotation = unpacked(String(kept)) as { article?: { review?: string } };
      if (annotation.article?.review !== 'draft') continue;
      await applyDraftSchema(graph);
      const article = { id: String(id), file: String(id), text: String(text), annotation };
      await writeLocked(graph, (transaction) => moveApart(transaction, article));
      onProgress(`${++done} drafts held apart`);
    }
    after = String(rows.at(-1)!.id);
  }
}

/** Writes an article among drafts, with the entities that go with it, and removes it from what was reviewed. */
async function moveApart(transaction: ManagedTransaction, article: KnownArticle): Promise<void> {
  const run = runner(transaction);
  const facts = factsOf(article, await recordsFor(run, article.annotation));
  const used = await described(run, [...entitiesUsedBy([facts])]);
  await removeWithin(transaction, article.id);
  const ofDrafts = draftTransaction(transaction);
  await copyEntities(ofDrafts, [facts], used);
  const stored = await storedArticles(runner(ofDrafts), await lockArticles(ofDrafts, [facts.id]));
  await replace(ofDrafts, [facts], stored, []);
  await moveVersion(transaction);
  await run('keep-model', { model: 7 });
}
