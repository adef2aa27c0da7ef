import type { ManagedTransaction } from 'neo4j-driver';
import { cypher } from '../graph/cypher.ts';
import { type Graph, wholeNumbers, write } from '../graph/graph.ts';
import {
  type ExistingFact,
  existingFacts,
  idsByKind,
  type Run,
  removeUnsupported,
  runner,
} from './article-transaction.ts';
import { conflictFault } from './check.ts';
import { type ArticleFacts, FACT_KINDS, type Fact, type FactKind, SHARED_KINDS } from './facts.ts';
import { InputError } from './fault.ts';
import { Tally } from './tally.ts';

/**
 * Writes one article in one transaction: what is new is created, what changed is replaced, what the annotation no
 * longer says is removed, and an article that is there as it is costs one read.
 * @param together ids of the articles of this run, which may change a shared fact together.
 * @throws InputError where another article describes a shared fact differently; nothing is written then.
 */
export async function writeArticle(graph: Graph, article: ArticleFacts, together: string[]): Promise<Tally> {
  return write(graph, async (transaction) => {
    const run = runner(transaction);
    const [stored] = await run('existing-articles', { ids: [article.id] });
    if (stored?.digest === article.digest) return unchangedTally(article);

    const existing = await existingFacts(run, article.id);
    const before = new Map(existing.map((fact) => [`${fact.kind} ${fact.id}`, fact]));
    await refuseConflicts(run, article, together);

    const after = new Set(article.facts.map(({ kind, id }) => `${kind} ${id}`));
    const gone = existing.filter(({ kind, id }) => !after.has(`${kind} ${id}`));
    await run('article', {
      id: article.id,
      properties: article.properties,
      digest: article.digest,
      authors: article.authors,
    });
    await run('remove-owned', idsByKind(gone));
    const changed = article.facts.filter(({ kind, id, hash }) => before.get(`${kind} ${id}`)?.hash !== hash);
    await writeFacts(transaction, changed);
    const removedKeys = await removeUnsupported(run, gone);

    const touched = [...gone, ...article.facts].filter(
      ({ kind, id }) => kind === 'Statement' && !removedKeys.has(`${kind} ${id}`),
    );
    await run('derive-statements', { ids: [...new Set(touched.map(({ id }) => id))] });
    await run('bump-version');
    return changeTally(article, stored !== undefined, before, gone, removedKeys);
  });
}

async function refuseConflicts(run: Run, article: ArticleFacts, together: string[]): Promise<void> {
  const facts = new Map(article.facts.map((fact) => [`${fact.kind} ${fact.id}`, fact]));
  const ids = (kind: FactKind) => article.facts.filter((fact) => fact.kind === kind).map(({ id }) => id);
  const others = await run('shared-facts', {
    statements: ids('Statement'),
    events: ids('Event'),
    articles: [article.id, ...together],
  });
  const faults = others.flatMap((other) => {
    const fact = facts.get(`${other.kind} ${other.id}`)!;
    if (fact.hash === other.hash) return [];
    const described = other as unknown as Pick<Fact, 'properties' | 'edges'>;
    return [conflictFault(article.file, fact, `article ${other.article}`, described)];
  });
  if (faults.length > 0) throw new InputError(faults);
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

function unchangedTally(article: ArticleFacts): Tally {
  const tally = new Tally();
  tally.add('nodes', 'Article', 'unchanged');
  for (const { kind, edges } of article.facts) {
    tally.add('nodes', kind, 'unchanged');
    for (const { type } of edges) tally.add('relationships', type, 'unchanged');
  }
  return tally;
}

function changeTally(
  article: ArticleFacts,
  wasThere: boolean,
  before: Map<string, ExistingFact>,
  gone: ExistingFact[],
  removedKeys: Set<string>,
): Tally {
  const tally = new Tally();
  tally.add('nodes', 'Article', wasThere ? 'updated' : 'created');
  for (const { kind, id, hash, edges } of article.facts) {
    const was = before.get(`${kind} ${id}`);
    tally.add('nodes', kind, !was ? 'created' : was.hash === hash ? 'unchanged' : 'updated');
    const left = new Set(was?.edges);
    for (const { type, to } of edges) {
      tally.add('relationships', type, left.delete(`${type} ${to}`) ? 'unchanged' : 'created');
    }
    for (const edge of left) tally.add('relationships', edge.split(' ')[0]!, 'removed');
  }
  for (const { kind, id, edges } of gone) {
    if (SHARED_KINDS.has(kind) && !removedKeys.has(`${kind} ${id}`)) continue;
    tally.add('nodes', kind, 'removed');
    for (const edge of edges) tally.add('relationships', edge.split(' ')[0]!, 'removed');
  }
  return tally;
}
