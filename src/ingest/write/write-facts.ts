import type { ManagedTransaction } from 'neo4j-driver';
import { type Parameters, toNeo4jIntegers } from '../../db/client.ts';
import { cypherFile } from '../../db/cypher.ts';
import { cypherForKind } from '../../db/cypher-for-kind.ts';
import type { StatementDerivation } from '../facts/derive-statement.ts';
import { authorProperties, edgeProperties } from '../facts/edge-properties.ts';
import {
  type ArticleFacts,
  type Edge,
  type Fact,
  type FactKind,
  OWN_KINDS,
  TOLD_KINDS,
  type ToldKind,
} from '../facts/facts.ts';
import type { Run } from './locked-write.ts';

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
  'NAMES_EVENT',
]);

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
 * Writes what articles bring that is new; the merged views that it belongs to are there and locked.
 * @returns how many relationships could not be written, because their targets are not in the database.
 */
export async function writeOwnFacts(transaction: ManagedTransaction, facts: Fact[]): Promise<number> {
  const byKind = Map.groupBy(facts, ({ kind }) => kind);
  let missing = 0;
  for (const kind of OWN_KINDS) {
    const rows = (byKind.get(kind) ?? []).map((fact) => factRow(fact));
    missing += await writeKind(transaction, kind, byKind.get(kind) ?? [], rows);
  }
  await linkNamed(transaction, facts.filter(namesAny));
  return missing;
}

/** Writes what articles bring that is there with other properties. Its id tells its relationships, but for named events. */
export async function updateOwnFacts(transaction: ManagedTransaction, facts: Fact[]): Promise<void> {
  for (const [kind, of] of Map.groupBy(facts, (fact) => fact.kind)) {
    const rows = of.map(({ id, properties, hash }) => ({ id, properties, hash }));
    await transaction.run(cypherForKind('ingest/update-fact', kind), toNeo4jIntegers({ rows }));
  }
  await linkNamed(
    transaction,
    facts.filter(({ kind }) => kind === 'Quotation'),
  );
}

/** Writes what an index finds quotations by that are there. */
export async function updateLookups(run: Run, facts: Fact[]): Promise<void> {
  const rows = facts.flatMap(({ id, lookup }) => (lookup ? [{ id, lookup }] : []));
  if (rows.length > 0) await run('update-lookups', { rows });
}

/**
 * Writes events, relations and roles, which are there and locked.
 * @param isNew whether they have no relationships yet.
 * @returns how many relationships could not be written, because their targets are not in the database.
 */
export async function writeTold(
  transaction: ManagedTransaction,
  kind: ToldKind,
  facts: Fact[],
  isNew: boolean,
): Promise<number> {
  if (kind === 'Event' || isNew) {
    if (!isNew) await unlink(transaction, 'Event', facts);
    return writeKind(
      transaction,
      kind,
      facts,
      facts.map((fact) => factRow(fact)),
    );
  }
  // The ends of a relation and of a role are what their ids are made of.
  const rows = facts.map(({ id, properties, hash }) => ({ id, properties, hash }));
  if (rows.length > 0)
    await transaction.run(cypherForKind('ingest/update-fact', kind), toNeo4jIntegers({ rows }));
  return 0;
}

/**
 * Writes statements, which are there and locked.
 * @param isNew whether they have no relationships yet.
 * @returns how many relationships could not be written, because their targets are not in the database.
 */
export async function writeStatements(
  transaction: ManagedTransaction,
  statements: StatementDerivation[],
  isNew: boolean,
): Promise<number> {
  const facts = statements.map(({ fact }) => fact);
  if (!isNew) await unlink(transaction, 'Statement', facts);
  const rows = statements.map(({ fact, saidBy, speakerIds }) => ({ ...factRow(fact), saidBy, speakerIds }));
  const derived = rows.map(
    ({ saidBy, speakerIds, ABOUT }) => saidBy.length + speakerIds.length * (ABOUT?.length ?? 0),
  );
  return sum(derived) + (await writeKind(transaction, 'Statement', facts, rows));
}

async function unlink(transaction: ManagedTransaction, kind: 'Event' | 'Statement', facts: Fact[]) {
  if (facts.length === 0) return;
  const ids = facts.map(({ id }) => id);
  await transaction.run(cypherFile(`ingest/unlink-${kebab(kind)}`), { ids });
}

const namesAny = ({ kind, edges }: Fact) => kind === 'Quotation' && edges.some(isNamed);
const isNamed = ({ type }: Edge) => type === 'NAMES_EVENT' || type === 'NAMES_ENTITY';

const targets = ({ edges }: Fact, type: string) =>
  edges.filter((edge) => edge.type === type).map(({ to }) => to);

async function linkNamed(transaction: ManagedTransaction, quotations: Fact[]): Promise<void> {
  if (quotations.length === 0) return;
  const rows = quotations.map((fact) => ({
    id: fact.id,
    events: targets(fact, 'NAMES_EVENT'),
    entities: targets(fact, 'NAMES_ENTITY'),
  }));
  await transaction.run(cypherFile('ingest/link-named'), { rows });
}

async function writeKind(
  transaction: ManagedTransaction,
  kind: FactKind,
  facts: Fact[],
  rows: unknown[],
): Promise<number> {
  if (facts.length === 0) return 0;
  const isCounted = (edge: Edge) => kind !== 'Quotation' || !isNamed(edge);
  const wanted = sum(facts.map(({ edges }) => edges.filter(isCounted).length));
  const parameters = kind === 'Evidence' || kind === 'Account' ? byToldKind(facts, rows) : { rows };
  return countMissing(transaction, cypherFile(`ingest/write-${kebab(kind)}`), parameters, wanted);
}

/** A fact as the queries take it: the targets of its relationships under their types. */
function factRow(fact: Fact) {
  const { id, properties, hash, edges, lookup } = fact;
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
    properties: lookup ? { ...properties, ...lookup } : properties,
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
