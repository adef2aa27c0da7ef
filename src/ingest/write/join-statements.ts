import type { ManagedTransaction } from 'neo4j-driver';
import type { StoredDecision } from '../facts/active-decisions.ts';
import { differentPairs, type JoinedQuotation, joinedStatements } from '../facts/joined-statements.ts';
import { lockMerged } from './article-transaction.ts';
import { type FoundMatch, findLike, storedRenderings } from './find-same.ts';
import { type Run, runner } from './locked-write.ts';

/** What a transaction did by which statements may be joined, or no longer. */
export interface Unjoined {
  /** Quotations that are new, or that may be compared with another outcome than before. */
  quotations: string[];
  /** Statements whose quotations came, changed or went. */
  statements: string[];
  /** The decisions that hold. */
  decisions: readonly StoredDecision[];
}

/**
 * Finds what quotations are the same as, and makes those that are one render one statement. It runs under the lock of the version, so
 * that it sees all that other transactions wrote.
 * @returns the statements that came, went or changed by it, which are to be derived anew.
 */
export async function joinStatements(
  transaction: ManagedTransaction,
  { quotations, statements, decisions }: Unjoined,
): Promise<string[]> {
  const run = runner(transaction);
  // Where each statement has an id of its own there is nothing to join.
  if ((await run('open-quotations', { after: '', limit: 1 })).length === 0) return [];
  const before =
    quotations.length > 0 ? await run<{ statement: string }>('unlink-same', { ids: quotations }) : [];
  const found = await linkSame(run, quotations);
  const joined = await run<{ id: string }>('joined-statements', { ids: statements });
  const seeds = new Set([...before.map(({ statement }) => statement), ...joined.map(({ id }) => id)]);
  const given = found.flatMap(({ one, other }) => [one.given, other.given]);
  for (const { id } of await run<{ id: string }>('open-statements', { ids: [...statements, ...given] }))
    seeds.add(id);
  for (const id of given) seeds.add(id);
  return seeds.size > 0 ? rejoin(transaction, [...seeds], decisions) : [];
}

/** Notes what quotations are surely the same as, where not both have an id of their own. */
async function linkSame(run: Run, ids: string[]): Promise<FoundMatch[]> {
  const found = await findLike(run, await storedRenderings(run, ids), 'open');
  const sure = found.filter(
    ({ one, other, match }) =>
      match.verdict === 'sure' && (one.isOpen || other.isOpen) && one.given !== other.given,
  );
  const rows = sure.map(({ one, other, match: { score, basis, reason } }) => ({
    ...{ one: one.id, other: other.id, score, basis, reason },
  }));
  if (rows.length > 0) await run('link-same', { rows });
  return sure;
}

/** Makes all that is connected with statements render what it is to render. */
async function rejoin(
  transaction: ManagedTransaction,
  statements: string[],
  decisions: readonly StoredDecision[],
): Promise<string[]> {
  const run = runner(transaction);
  const wanted = joinedStatements(await connected(run, statements), differentPairs(decisions));
  const moves = [...wanted].filter(([{ statement }, to]) => statement !== to);
  if (moves.length === 0) return [];
  const touched = [...new Set(moves.flatMap(([{ statement }, to]) => [statement, to]))];
  await lockMerged(
    transaction,
    touched.map((id) => ({ kind: 'Statement', id })),
  );
  await run('move-renderings', { rows: moves.map(([{ id }, to]) => ({ id, to })) });
  return touched;
}

/** The quotations of statements, and of all that these are connected with. */
async function connected(run: Run, statements: string[]): Promise<JoinedQuotation[]> {
  const quotations: JoinedQuotation[] = [];
  const seen = new Set<string>();
  for (let ids = statements; ids.length > 0; ) {
    for (const id of ids) seen.add(id);
    const rows = await run<JoinedQuotation>('joined-quotations', { ids });
    quotations.push(...rows);
    const next = rows.flatMap(({ same }) => same.map(({ statement }) => statement));
    ids = [...new Set(next)].filter((id) => !seen.has(id));
  }
  return quotations;
}
