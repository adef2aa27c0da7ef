import type { ManagedTransaction } from 'neo4j-driver';
import { toNeo4jIntegers } from '../../db/client.ts';
import { cypherForKind } from '../../db/cypher-for-kind.ts';
import {
  deriveStatement,
  type StatementDerivation,
  type StatementReading,
} from '../facts/derive-statement.ts';
import { deriveTold, type TellingSources } from '../facts/derive-told.ts';
import { type Fact, factKey, TOLD_KINDS } from '../facts/facts.ts';
import type { QuotationSource, Sources } from '../facts/sources.ts';
import { idsByKind, type MergedId } from './article-transaction.ts';
import { type Run, runner } from './locked-write.ts';
import { writeStatements, writeTold } from './write-facts.ts';

/** A merged view as a transaction left it, and as it was before; a new one was not there, a removed one is no more. */
export interface MergedChange extends MergedId {
  before: { hash: string; edges: string[] } | null;
  after: Fact | null;
}

/** What a transaction changes of merged views. */
export interface MergedWrites {
  changes: MergedChange[];
  /** How many relationships could not be written, because their targets are not in the database. */
  missing: number;
}

/** A statement that is new, with its quotations, which are all of the batch that brought it. */
export interface NewStatement {
  derivation: StatementDerivation;
  quotations: readonly QuotationSource[];
}

type Stored = { id: string; hash: string; edges: string[] };

/** Whether a merged view was there before the transaction. */
type IsKnown = (merged: MergedId) => boolean;

/**
 * Derives events, relations and roles of all that articles tell of them, and writes them. What none tells of is left to be
 * removed by `removeTold`, once no statement points at it.
 */
export async function mergeTold(
  transaction: ManagedTransaction,
  merged: readonly MergedId[],
  { told }: Sources,
  isKnown: IsKnown,
): Promise<MergedWrites> {
  const changes: MergedChange[] = [];
  let missing = 0;
  for (const kind of TOLD_KINDS) {
    const of = merged.filter((one) => one.kind === kind);
    const fresh = of
      .filter((one) => !isKnown(one))
      .map(({ id }) => deriveTold(kind, id, told.get(factKey({ kind, id }))!));
    missing += await writeTold(transaction, kind, fresh, true);
    changes.push(...fresh.map((after) => ({ kind, id: after.id, before: null, after })));

    const ids = of.filter(isKnown).map(({ id }) => id);
    if (ids.length === 0) continue;
    const { records } = await transaction.run(cypherForKind('ingest/telling-sources', kind), { ids });
    const found = records.map((record) => record.toObject() as Stored & TellingSources);
    const known = found.map(({ id, hash, edges, ...sources }): MergedChange => {
      const after = sources.accounts.length > 0 ? deriveTold(kind, id, sources) : null;
      return { kind, id, before: { hash, edges }, after };
    });
    missing += await writeTold(transaction, kind, changed(known), false);
    changes.push(...known);
  }
  return { changes, missing };
}

/** Removes what no article tells of any more. */
export const removeTold = (transaction: ManagedTransaction, { changes }: MergedWrites) =>
  removeMerged(transaction, changes);

/** Derives statements that are new of the quotations that a batch brings, and writes them. */
export async function mergeNewStatements(
  transaction: ManagedTransaction,
  ids: readonly string[],
  { statements }: Sources,
  told: MergedWrites,
): Promise<MergedWrites & { created: NewStatement[] }> {
  const isThere = await eventsAmong(
    runner(transaction),
    ids.flatMap((id) => statements.get(id)!),
    told,
  );
  const created = ids.map((id) => {
    const quotations = statements.get(id)!;
    return { quotations, derivation: deriveStatement(id, quotations, isThere) };
  });
  const derivations = created.map(({ derivation }) => derivation);
  const missing = await writeStatements(transaction, derivations, true);
  const changes = derivations.map(
    ({ fact: after }): MergedChange => ({ kind: 'Statement', id: after.id, before: null, after }),
  );
  return { changes, missing, created };
}

/** Derives statements of all their quotations in the graph, and writes them; those without any are removed. */
export async function mergeStatements(
  transaction: ManagedTransaction,
  ids: readonly string[],
  told: MergedWrites,
): Promise<MergedWrites> {
  if (ids.length === 0) return { changes: [], missing: 0 };
  const run = runner(transaction);
  const found = await run<Stored & { quotations: StatementReading[] }>('statement-sources', { ids });
  const isThere = await eventsAmong(
    run,
    found.flatMap(({ quotations }) => quotations),
    told,
  );
  const derivations = found
    .filter(({ quotations }) => quotations.length > 0)
    .map(({ id, quotations }) => deriveStatement(id, quotations, isThere));
  const missing = await writeStatements(transaction, derivations, false);
  const after = new Map(derivations.map(({ fact }) => [fact.id, fact]));
  const changes = found.map(({ id, hash, edges }): MergedChange => {
    const before = hash === null ? null : { hash, edges };
    return { kind: 'Statement', id, before, after: after.get(id) ?? null };
  });
  await removeMerged(transaction, changes);
  return { changes, missing };
}

/** Which of the events are there that quotations say something of. */
async function eventsAmong(run: Run, quotations: readonly StatementReading[], { changes }: MergedWrites) {
  const ids = new Set(
    quotations.flatMap(({ aboutIds, aboutKinds, atIds }) => [
      ...(aboutIds ?? []).filter((_, nth) => aboutKinds![nth] === 'Event'),
      ...(atIds ?? []),
    ]),
  );
  const labels = await eventLabels(run, [...ids]);
  for (const { kind, id, after } of changes) if (kind === 'Event' && after === null) labels.delete(id);
  return (id: string) => labels.has(id);
}

/** The labels of those of these events that are there, by their ids. */
export async function eventLabels(run: Run, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await run<{ id: string; label: string }>('event-labels', { ids });
  return new Map(rows.map(({ id, label }) => [id, label]));
}

/** What is there otherwise than it should be. */
const changed = (changes: MergedChange[]): Fact[] =>
  changes.flatMap(({ before, after }) => (after && after.hash !== before?.hash ? [after] : []));

async function removeMerged(transaction: ManagedTransaction, changes: MergedChange[]): Promise<void> {
  const gone = changes.filter(({ after }) => after === null);
  if (gone.length > 0) await runner(transaction)('remove-merged', toNeo4jIntegers(idsByKind(gone)));
}
