import type { StoredDecision } from './active-decisions.ts';
import { isQuotedId } from './statement-id.ts';

/** The one id of things that were decided to be the same, and the decisions that say so. */
interface SharedId {
  id: string;
  decisions: string[];
}

/** The ids that things go by, of each kind. */
export interface SameIds {
  statements: ReadonlyMap<string, SharedId>;
  events: ReadonlyMap<string, SharedId>;
}

const known = new WeakMap<StoredDecision[], SameIds>();

/** The ids that things go by since decisions; derived once for a list of decisions, which is asked for each article. */
export function sameIdsOf(active: StoredDecision[]): SameIds {
  const found = known.get(active) ?? {
    statements: sameIds('statements', active),
    events: sameIds('events', active),
  };
  known.set(active, found);
  return found;
}

/**
 * The ids of things that go by another one, since they were decided to be the same: the least of those that are connected, one that was
 * given before one that follows from words. Of
 * two decisions about the same two the later one counts.
 * @param active decisions that hold, in the order in which they were taken.
 */
function sameIds(of: 'statements' | 'events', active: StoredDecision[]): Map<string, SharedId> {
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
    const [least] = [...members].sort(givenFirst);
    return [id, { id: least!, decisions: decisions.toSorted() }] as const;
  });
  return new Map(shared.filter(([id, { id: least }]) => id !== least));
}

const givenFirst = (one: string, other: string) =>
  Number(isQuotedId(one)) - Number(isQuotedId(other)) || (one < other ? -1 : 1);
