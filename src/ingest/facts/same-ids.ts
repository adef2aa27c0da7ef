import type { StoredDecision } from './active-decisions.ts';

/** The one id of things that were decided to be the same, and the decisions that say so. */
export interface SharedId {
  id: string;
  decisions: string[];
}

/**
 * The ids of things that go by another one, since they were decided to be the same: the least of those that are connected. Of
 * two decisions about the same two the later one counts.
 * @param active decisions that hold, in the order in which they were taken.
 */
export function sameIds(of: 'statements' | 'events', active: StoredDecision[]): Map<string, SharedId> {
  const pairs = new Map<string, { ids: readonly string[]; decision: string; isSame: boolean }>();
  for (const decision of active) {
    if ((decision.kind !== 'same' && decision.kind !== 'different') || decision.of !== of) continue;
    const { ids, id, kind } = decision;
    pairs.set(ids.toSorted().join(' '), { ids, decision: id, isSame: kind === 'same' });
  }
  const joined = [...pairs.values()].filter(({ isSame }) => isSame);
  const groups = new Map<string, { members: Set<string>; decisions: string[] }>();
  for (const { ids, decision } of joined) {
    const found = new Set(ids.flatMap((id) => groups.get(id) ?? []));
    const members = new Set([...ids, ...[...found].flatMap((group) => [...group.members])]);
    const group = { members, decisions: [decision, ...[...found].flatMap((one) => one.decisions)] };
    for (const id of members) groups.set(id, group);
  }
  const shared = [...groups].map(([id, { members, decisions }]) => {
    const [least] = [...members].sort();
    return [id, { id: least!, decisions: decisions.toSorted() }] as const;
  });
  return new Map(shared.filter(([id, { id: least }]) => id !== least));
}
