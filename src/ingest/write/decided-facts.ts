import type { KnownEntity } from '../check/check-references.ts';
import { asKnown, decidedSource, factsOfDecided } from '../check/decided-article.ts';
import { activeAmong, type StoredDecision } from '../facts/active-decisions.ts';
import type { EntityRow } from '../facts/entity-rows.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import { idsInMerges, type MergedEntities, mergedEntities } from '../facts/merged-entities.ts';
import { ConcurrentDeletion, type Run } from './locked-write.ts';

/** The decisions of a graph that hold, and how often one was taken by then. */
export interface ActiveDecisions {
  count: number;
  active: StoredDecision[];
  /** The entities that go by another one since. */
  merged: MergedEntities;
}

/** The decisions that hold, read only where any was ever taken. */
export async function activeDecisions(run: Run): Promise<ActiveDecisions> {
  const count = await decisionCount(run);
  const active = count === 0 ? [] : activeAmong(await allDecisions(run));
  return { count, active, merged: await mergedIn(run, active) };
}

/** What entities are merged into by decisions that hold, as far as they are there. */
export async function mergedIn(run: Run, active: StoredDecision[]): Promise<MergedEntities> {
  const ids = idsInMerges(active);
  if (ids.length === 0) return new Map();
  const rows = await run<{ id: string }>('existing-entities', { ids });
  const there = new Set(rows.map(({ id }) => id));
  return mergedEntities(active, (id) => there.has(id));
}

async function decisionCount(run: Run): Promise<number> {
  const [row] = await run<{ count: number }>('decision-count');
  return row?.count ?? 0;
}

export async function allDecisions(run: Run): Promise<StoredDecision[]> {
  const rows = await run<{ decision: StoredDecision }>('decisions');
  return rows.map(({ decision }) => decision);
}

/**
 * Articles as the decisions that hold have them; those that none is about stay as they are.
 * @param brought entities that are not in the graph yet.
 */
export async function decidedFacts(
  run: Run,
  articles: ArticleFacts[],
  { active, merged }: Omit<ActiveDecisions, 'count'>,
  brought: EntityRow[] = [],
): Promise<ArticleFacts[]> {
  if (active.length === 0) return articles;
  const decided: ArticleFacts[] = [];
  for (const article of articles) {
    const source = decidedSource(article, active, merged);
    const records = source && (await recordsFor(run, source.article.annotation, brought));
    decided.push(source ? factsOfDecided(article, source, records!) : article);
  }
  return decided;
}

/** The entities of the graph, and those that are brought, that an annotation may refer to. */
export async function recordsFor(
  run: Run,
  annotation: unknown,
  brought: EntityRow[] = [],
): Promise<Map<string, KnownEntity>> {
  const ids = [...new Set(JSON.stringify(annotation).match(/(?<=")[a-z0-9-]{1,120}(?=")/g))];
  const found = await run<KnownEntity>('known-entities', { ids, limit: ids.length });
  return new Map([...brought.map(asKnown), ...found].map((entity) => [entity.id, entity]));
}

/**
 * Makes sure that no decision was taken since some were read, under the lock of the version.
 * @throws ConcurrentDeletion where one was: the articles are made anew by it.
 */
export async function assertDecisionsStand(run: Run, { count }: ActiveDecisions): Promise<void> {
  if ((await decisionCount(run)) !== count) throw new ConcurrentDeletion();
}
