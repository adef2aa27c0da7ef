import type { ManagedTransaction } from 'neo4j-driver';
import type { Graph } from '../../db/client.ts';
import { assertModelNumber } from '../../db/model-number.ts';
import type { TakenDecision } from '../../model/decision.ts';
import { factsOf } from '../check/decided-article.ts';
import { activeAmong, keyOf, type StoredDecision, withId } from '../facts/active-decisions.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import { idsInMerges } from '../facts/merged-entities.ts';
import { unpacked } from '../facts/source-record.ts';
import { lockArticles, storedArticles } from './article-transaction.ts';
import type { ChangedThings } from './changed-things.ts';
import { allDecisions, decidedFacts, mergedIn, recordsFor } from './decided-facts.ts';
import { dryRunnable } from './dry-run.ts';
import { writeFormerIds } from './former-ids.ts';
import { joinStatements } from './join-statements.ts';
import { changesOf, moveVersion, noteChanges, type Run, runner, writeLocked } from './locked-write.ts';
import { mergeEntities } from './merge-entities.ts';
import { renderStatements } from './render-statements.ts';
import { replace } from './replace-articles.ts';
import { mergeStatements } from './write-merged.ts';

/** What became of decisions. */
export interface DecisionsOutcome {
  /** Those that are new. */
  taken: StoredDecision[];
  /** What they change. */
  changes: ChangedThings;
}

interface DecisionOptions {
  /** Finds out what would be changed, and changes nothing. */
  dryRun?: boolean;
  /** Is given the decisions that are there, under the lock; it throws what cannot be decided. */
  assertSound?: (run: Run, there: StoredDecision[]) => Promise<void>;
}

/**
 * Notes decisions, and makes the articles that they are about anew, in one transaction; those that are there already are left as
 * they are.
 * @throws ModelNumberError where the graph is of another model.
 */
export async function takeDecisions(
  graph: Graph,
  decisions: TakenDecision[],
  { dryRun = false, assertSound = async () => {} }: DecisionOptions = {},
): Promise<DecisionsOutcome> {
  if (decisions.length === 0) return NOTHING;
  await assertModelNumber(graph);
  const outcome = await dryRunnable<DecisionsOutcome>(dryRun, (finish) =>
    writeLocked(graph, async (transaction) => {
      const run = runner(transaction);
      const given = decisions.map(withId);
      const newAmong = (there: StoredDecision[]) => {
        const known = new Set(there.map(({ id }) => id));
        return given.filter(({ id }) => !known.has(id));
      };
      // A load whose decisions are there already leaves the version as it is.
      if (newAmong(await allDecisions(run)).length === 0) return NOTHING;
      await moveVersion(transaction);
      const there = await allDecisions(run);
      await assertSound(run, there);
      const taken = newAmong(there);
      noteChanges(transaction, { decisions: taken.map(({ id }) => id) });
      if (taken.length > 0) await apply(transaction, there, taken);
      return finish({ taken, changes: changesOf(transaction) });
    }),
  );
  if (outcome.taken.length > 0 && !dryRun) await renderStatements(graph);
  return outcome;
}

const NOTHING: DecisionsOutcome = { taken: [], changes: {} };

async function apply(
  transaction: ManagedTransaction,
  there: StoredDecision[],
  created: StoredDecision[],
): Promise<void> {
  const run = runner(transaction);
  const before = new Set(activeAmong(there).map(({ id }) => id));
  const all = [...there, ...created];
  const active = activeAmong(all);
  const holds = new Set(active.map(({ id }) => id));
  const moved = all.filter(({ id }) => before.has(id) !== holds.has(id));
  const affected = await affectedArticles(run, moved);
  await run('write-decisions', {
    created: created.map((decision) => ({ ...decision, key: keyOf(decision) })),
    active: [...moved, ...created].map(({ id }) => ({ id, isActive: holds.has(id) })),
  });
  await writeFormerIds(run, active);
  if (moved.some(({ kind }) => kind === 'merge')) await mergeEntities(run);
  noteChanges(transaction, { entities: idsInMerges(moved) });
  if (affected.length > 0) await makeAnew(transaction, affected, active);
  const statements = moved.flatMap(idsOfStatements);
  const joined = await joinStatements(transaction, { quotations: [], statements, decisions: active });
  await mergeStatements(transaction, joined, { changes: [], missing: 0 });
  // These are joined otherwise than before, though their articles say the same.
  noteChanges(transaction, { statements: joined });
}

/** Makes articles anew as decisions have them. */
async function makeAnew(
  transaction: ManagedTransaction,
  affected: string[],
  active: StoredDecision[],
): Promise<void> {
  const run = runner(transaction);
  const stored = await storedArticles(run, await lockArticles(transaction, affected));
  const sources = await run<{ id: string; text: string; annotation: string }>('article-sources', {
    ids: affected,
  });
  const articles: ArticleFacts[] = [];
  for (const { id, text, annotation: kept } of sources) {
    const annotation = unpacked(kept);
    articles.push(factsOf({ id, file: id, text, annotation }, await recordsFor(run, annotation)));
  }
  // What is revoked needs them again, though nothing uses them until then.
  const ids = articles.flatMap((article) => entitiesUsedBy(article));
  await run('set-provisional', { ids, provisional: false });
  const decided = await decidedFacts(run, articles, { active, merged: await mergedIn(run, active) });
  const changed = decided.filter(({ id, digest }) => stored.get(id)?.digest !== digest);
  if (changed.length > 0) await replace(transaction, changed, stored, active);
}

/** The statements that a decision says are one, or are not. */
const idsOfStatements = (decision: StoredDecision): string[] =>
  (decision.kind === 'same' || decision.kind === 'different') && decision.of === 'statements'
    ? [...decision.ids]
    : [];

/** The articles that decisions are about which hold now, or no longer. */
async function affectedArticles(run: Run, moved: StoredDecision[]): Promise<string[]> {
  const named = moved.flatMap((one) => ('article' in one && one.article ? [one.article] : []));
  const paired = (of: 'statements' | 'events') =>
    moved.flatMap((one) =>
      (one.kind === 'same' || one.kind === 'different') && one.of === of ? one.ids : [],
    );
  const statements = moved.flatMap((one) => (one.kind === 'exclude' && !one.article ? [one.statement] : []));
  const rows = await run<{ id: string }>('decided-articles', {
    decisions: moved.map(({ id }) => id),
    statements: [...statements, ...paired('statements')],
    events: paired('events'),
  });
  const ids = idsInMerges(moved);
  const using = ids.length > 0 ? await run<{ id: string }>('articles-using', { ids }) : [];
  const found = [...rows, ...using].map(({ id }) => id);
  const present = await storedArticles(run, [...new Set([...named, ...found])]);
  return [...present.keys()].sort();
}

const entitiesUsedBy = ({ facts, authors }: ArticleFacts) => [
  ...authors.map(({ person }) => person),
  ...facts.flatMap(({ edges }) => edges.map(({ to }) => to)),
];
