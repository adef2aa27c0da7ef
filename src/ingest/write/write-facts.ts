import type { ManagedTransaction } from 'neo4j-driver';
import { toNeo4jIntegers } from '../../db/client.ts';
import { cypher } from '../../db/cypher.ts';
import { type ArticleFacts, FACT_KINDS, type Fact, type FactKind } from '../facts/facts.ts';

/** Relationships of which a fact may have several; of the others it has at most one. */
const LISTS: ReadonlySet<string> = new Set(['PARTICIPANT', 'ABOUT', 'SAID_AT']);
/** Kinds whose relationships may change; those of the others are told by their ids. */
const VARIABLE_KINDS: ReadonlySet<FactKind> = new Set(['Event', 'Statement']);

/** Writes articles that are locked; answers how many authors are not in the database. */
export async function writeArticleNodes(
  transaction: ManagedTransaction,
  articles: ArticleFacts[],
): Promise<number> {
  const rows = articles.map(({ id, properties, digest, authors }) => ({ id, properties, digest, authors }));
  const authors = articles.map((article) => new Set(article.authors.map(({ person }) => person)).size);
  return lost(transaction, cypher('ingest/article'), rows, sum(authors));
}

/**
 * Writes facts that are new, or that are there with other properties; the shared ones are locked.
 * @returns how many relationships could not be written, because their targets are not in the database.
 */
export async function writeFacts(
  transaction: ManagedTransaction,
  facts: Fact[],
  are: 'new' | 'changed',
): Promise<number> {
  const byKind = Map.groupBy(facts, ({ kind }) => kind);
  let missing = 0;
  for (const kind of FACT_KINDS) {
    for (const [flag, of] of Map.groupBy(byKind.get(kind) ?? [], (fact) => supportedFlag(fact))) {
      const text = cypher(`ingest/${kind.toLowerCase()}`, are === 'changed' ? ['changed'] : [flag]);
      const isLinked = are === 'new' || VARIABLE_KINDS.has(kind);
      const edges = isLinked ? sum(of.map((fact) => fact.edges.length)) : 0;
      missing += await lost(transaction, text, of.map(factRow), edges);
    }
  }
  return missing;
}

const supportedFlag = ({ edges }: Fact) => {
  const supported = edges.find(({ toKind }) => toKind);
  return supported ? `of${supported.toKind}` : '';
};

/** A fact as the ingest queries take it: the targets of its relationships under their types. */
function factRow({ id, properties, hash, edges }: Fact) {
  const row: Record<string, unknown> = { id, properties, hash };
  for (const edge of edges) {
    if (!LISTS.has(edge.type)) row[edge.type] = edge.to;
    else if (Array.isArray(row[edge.type])) (row[edge.type] as unknown[]).push(edge);
    else row[edge.type] = [edge];
  }
  return row;
}

/** Runs a query over rows; answers how many fewer relationships it created than were wanted. */
async function lost(
  transaction: ManagedTransaction,
  text: string,
  rows: unknown[],
  wanted: number,
): Promise<number> {
  const { summary } = await transaction.run(text, toNeo4jIntegers({ rows }));
  return wanted - summary.counters.updates().relationshipsCreated;
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
