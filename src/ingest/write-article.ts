import type { ManagedTransaction } from 'neo4j-driver';
import { cypher } from '../graph/cypher.ts';
import { type Graph, wholeNumbers, write } from '../graph/graph.ts';
import {
  existingFacts,
  idsByKind,
  type Run,
  removeUnsupported,
  runner,
  storedArticle,
} from './article-transaction.ts';
import { changeTally, unchangedTally } from './change-tally.ts';
import { type ArticleFacts, edgeKey, FACT_KINDS, type Fact, factKey } from './facts.ts';
import { InputError } from './fault.ts';
import { conflictsOf, sharedFacts } from './shared-facts.ts';
import type { Tally } from './tally.ts';
import { formatPath } from './yaml-document.ts';

/**
 * Writes one article in one transaction: what is new is created, what changed is replaced, what the annotation no
 * longer says is removed, and an article that is there as it is costs one read.
 * @param together ids of the articles of this run, which may change a shared fact together.
 * @throws InputError where another article describes a shared fact differently; nothing is written then.
 */
export async function writeArticle(graph: Graph, article: ArticleFacts, together: string[]): Promise<Tally> {
  return write(graph, async (transaction) => {
    const run = runner(transaction);
    const unlocked = await storedArticle(run, article.id);
    if (unlocked?.digest === article.digest) return unchangedTally(article);
    await run('bump-version');
    const stored = await storedArticle(run, article.id);
    if (stored?.digest === article.digest) return unchangedTally(article);

    const shared = await sharedFacts(run, article, together);
    const conflicts = conflictsOf(article, shared);
    if (conflicts.length > 0) throw new InputError(conflicts);
    const existing = await existingFacts(run, article.id);
    const before = new Map([...shared, ...existing].map((fact) => [factKey(fact), fact]));
    const after = new Set(article.facts.map(factKey));
    const gone = existing.filter((fact) => !after.has(factKey(fact)));

    await run('article', {
      id: article.id,
      properties: article.properties,
      digest: article.digest,
      authors: article.authors,
    });
    await run('remove-owned', idsByKind(gone));
    const changed = article.facts.filter((fact) => before.get(factKey(fact))?.hash !== fact.hash);
    await writeFacts(transaction, changed);
    const removed = await removeUnsupported(run, gone);
    const statements = [...gone, ...article.facts].filter(
      (fact) => fact.kind === 'Statement' && !removed.has(factKey(fact)),
    );
    await run('derive-statements', { ids: [...new Set(statements.map(({ id }) => id))] });
    await refuseLosses(run, article);
    return changeTally(article, { stored, before, gone, removed });
  });
}

async function writeFacts(transaction: ManagedTransaction, facts: Fact[]): Promise<void> {
  for (const kind of FACT_KINDS) {
    const rows = facts.filter((fact) => fact.kind === kind).map(factRow);
    if (rows.length === 0) continue;
    await transaction.run(cypher(`ingest/${kind.toLowerCase()}`), wholeNumbers({ rows }));
  }
}

/** A fact as the ingest queries take it: its relationships under their types. */
const factRow = ({ id, properties, hash, edges }: Fact) => ({
  id,
  properties,
  hash,
  ...Object.groupBy(edges, ({ type }) => type),
});

/**
 * A relationship whose target is not in the database is silently not written, so what the graph says now is held to
 * what the article says.
 * @throws InputError that names each relationship that was lost; nothing is written then.
 */
async function refuseLosses(run: Run, article: ArticleFacts): Promise<void> {
  const written = new Map((await existingFacts(run, article.id)).map((fact) => [factKey(fact), fact.edges]));
  const lost = article.facts.flatMap((fact) => {
    const there = new Set(written.get(factKey(fact)));
    return fact.edges
      .filter((edge) => !there.has(edgeKey(edge)))
      .map(({ type, to }) => ({ line: fact.line, field: fact.field, type, to }));
  });
  const authors = new Set((await storedArticle(run, article.id))?.authors);
  const unknown = article.authors.filter(({ person }) => !authors.has(person));
  const faults = [
    ...lost,
    ...unknown.map(({ person }) => ({
      line: null,
      field: ['article', 'authors'],
      type: 'AUTHORED_BY',
      to: person,
    })),
  ];
  if (faults.length === 0) return;
  throw new InputError(
    faults.map(({ line, field, type, to }) => ({
      file: article.file,
      line,
      field: formatPath(field),
      message: `${type} ${JSON.stringify(to)} could not be written: the database has no such node`,
      expected: 'the authority that describes it to be loaded first',
    })),
  );
}
