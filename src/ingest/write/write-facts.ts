import type { ManagedTransaction } from 'neo4j-driver';
import { type Parameters, toNeo4jIntegers } from '../../db/client.ts';
import { cypherFile } from '../../db/cypher.ts';
import { cypherForKind } from '../../db/cypher-for-kind.ts';
import type { StatementDerivation } from '../facts/derive-statement.ts';
import { authorProperties, edgeProperties } from '../facts/edge-properties.ts';
import {
  type ArticleFacts,
  type Edge,
  FACT_KINDS,
  type Fact,
  type FactKind,
  TOLD_KINDS,
} from '../facts/facts.ts';

/** Relationships that hold something, or of which a fact may have several; of the others it has at most one. */
const LISTS: ReadonlySet<string> = new Set([
  'PARTICIPANT',
  'AT',
  'ABOUT',
  'SAID_AT',
  'SUPPORTS',
  'TELLS_OF',
  'FIGURE_OF',
  'TO',
]);

type Derivations = Pick<ReadonlyMap<string, StatementDerivation>, 'get'>;

/** Writes articles that are locked; returns how many authors are not in the database. */
export async function writeArticleNodes(
  transaction: ManagedTransaction,
  articles: ArticleFacts[],
): Promise<number> {
  const rows = articles.map((article) => ({
    id: article.id,
    properties: article.properties,
    digest: article.digest,
    authors: article.authors.map((author) => ({
      person: author.person,
      properties: authorProperties(article, author),
    })),
  }));
  const authors = articles.map((article) => new Set(article.authors.map(({ person }) => person)).size);
  return countMissing(transaction, cypherFile('ingest/write-article'), { rows }, sum(authors));
}

/**
 * Writes facts that are new; the shared ones are locked.
 * @param derivations what the statements among them take from their quotations.
 * @returns how many relationships could not be written, because their targets are not in the database.
 */
export async function writeNewFacts(
  transaction: ManagedTransaction,
  facts: Fact[],
  derivations: Derivations,
): Promise<number> {
  const byKind = Map.groupBy(facts, ({ kind }) => kind);
  let missing = 0;
  for (const kind of FACT_KINDS)
    missing += await writeKind(transaction, kind, byKind.get(kind) ?? [], derivations);
  return missing;
}

const NONE: Derivations = new Map();

/**
 * Writes facts that are there with other properties or relationships; the shared ones are locked. What statements take
 * from their quotations is derived afterwards.
 * @returns how many relationships could not be written, because their targets are not in the database.
 */
export async function writeChangedFacts(transaction: ManagedTransaction, facts: Fact[]): Promise<number> {
  const byKind = Map.groupBy(facts, ({ kind }) => kind);
  let missing = 0;
  for (const kind of FACT_KINDS) {
    const of = byKind.get(kind) ?? [];
    if (of.length === 0) continue;
    if (kind === 'Event' || kind === 'Statement') {
      await transaction.run(cypherFile(`ingest/unlink-${kebab(kind)}`), { ids: of.map(({ id }) => id) });
      missing += await writeKind(transaction, kind, of, NONE);
    } else {
      // The ids of the other kinds tell their relationships, which are the same where the ids are.
      const rows = of.map(({ id, properties, hash }) => ({ id, properties, hash }));
      await transaction.run(cypherForKind('ingest/update-fact', kind), toNeo4jIntegers({ rows }));
    }
  }
  return missing;
}

async function writeKind(
  transaction: ManagedTransaction,
  kind: FactKind,
  facts: Fact[],
  derivations: Derivations,
): Promise<number> {
  if (facts.length === 0) return 0;
  // An event may have the id of a statement.
  const derivationOf = ({ id }: Fact) => (kind === 'Statement' ? derivations.get(id) : undefined);
  const rows = facts.map((fact) => factRow(fact, derivationOf(fact)));
  const wanted = sum(
    rows.map(
      ({ saidBy, speakerIds, ABOUT }, at) =>
        facts[at]!.edges.length + saidBy.length + speakerIds.length * (ABOUT?.length ?? 0),
    ),
  );
  const parameters = kind === 'Evidence' || kind === 'Account' ? byToldKind(facts, rows) : { rows };
  return countMissing(transaction, cypherFile(`ingest/write-${kebab(kind)}`), parameters, wanted);
}

/** A fact as the queries take it: the targets of its relationships under their types. */
function factRow(fact: Fact, derivation?: StatementDerivation) {
  const { id, properties, hash, edges } = fact;
  const link = (edge: Edge) => ({
    to: edge.to,
    toEvent: edge.toEvent,
    properties: edgeProperties(fact, edge),
  });
  const links = [...Map.groupBy(edges, ({ type }) => type)].map(
    ([type, of]) => [type, LISTS.has(type) ? of.map(link) : of[0]!.to] as const,
  );
  return {
    ...(Object.fromEntries(links) as { ABOUT?: ReturnType<typeof link>[] }),
    id,
    hash,
    properties: { ...properties, ...derivation?.properties },
    saidBy: derivation?.saidBy ?? [],
    speakerIds: derivation?.speakerIds ?? [],
  };
}

function byToldKind(facts: Fact[], rows: unknown[]): Parameters {
  const kinds = facts.map(({ edges }) => edges.find(({ toKind }) => toKind)?.toKind);
  return Object.fromEntries(
    TOLD_KINDS.map((kind) => [kind, rows.filter((_, index) => kinds[index] === kind)]),
  );
}

/** Runs a query; returns how many fewer relationships it created than were wanted. */
async function countMissing(
  transaction: ManagedTransaction,
  text: string,
  parameters: Parameters,
  wanted: number,
): Promise<number> {
  const { summary } = await transaction.run(text, toNeo4jIntegers(parameters));
  return wanted - summary.counters.updates().relationshipsCreated;
}

/** `ExcludedClaim` is written by `write-excluded-claim`. */
const kebab = (kind: FactKind) => kind.replace(/\B[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
