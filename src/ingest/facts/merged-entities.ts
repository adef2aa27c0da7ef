import type { StoredDecision } from './active-decisions.ts';

/** What an entity was merged into, and the decisions that say so. */
interface MergedInto {
  id: string;
  decisions: string[];
}

/** What entities were merged into, by their ids. */
export type MergedEntities = ReadonlyMap<string, MergedInto>;

/** The ids of entities that decisions to merge are about. */
export const idsInMerges = (decisions: readonly StoredDecision[]): string[] => [
  ...new Set(decisions.flatMap((one) => (one.kind === 'merge' ? [one.entity, one.into] : []))),
];

/**
 * What entities are merged into, each to the end of its way. A decision of which an entity is not there waits for it, and one that
 * would lead back to where it begins is none.
 * @param active decisions that hold, in the order in which they were taken; the last one about an entity counts.
 */
export function mergedEntities(
  active: readonly StoredDecision[],
  isThere: (entity: string) => boolean,
): MergedEntities {
  const steps = new Map<string, { into: string; decision: string }>();
  for (const one of active) {
    if (one.kind !== 'merge' || !isThere(one.entity) || !isThere(one.into)) continue;
    const way = wayFrom(one.into, steps);
    if (one.entity !== one.into && !way.includes(one.entity))
      steps.set(one.entity, { into: one.into, decision: one.id });
  }
  return new Map(
    [...steps.keys()].map((entity) => {
      const way = wayFrom(entity, steps);
      const decisions = way.flatMap((id) => steps.get(id)?.decision ?? []).sort();
      return [entity, { id: way.at(-1)!, decisions }] as const;
    }),
  );
}

/** An entity, and those that it is merged into one after the other. */
function wayFrom(entity: string, steps: ReadonlyMap<string, { into: string }>): string[] {
  const way = [entity];
  for (let next = steps.get(entity); next; next = steps.get(next.into)) way.push(next.into);
  return way;
}
