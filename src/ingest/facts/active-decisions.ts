import type { TakenDecision } from '../../model/decision.ts';
import { derivedId } from './facts.ts';

export type StoredDecision = TakenDecision & { id: string };

/** A decision with its id, which follows from all that it says: the same decision is never there twice. */
export function withId(decision: TakenDecision): StoredDecision {
  const { kind, by, at, why, ...rest } = decision;
  const fields = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...decision, id: derivedId('d', kind, by, at, why, JSON.stringify(fields)) };
}

const inOrder = (a: StoredDecision, b: StoredDecision) =>
  a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1;

/** Those decisions that none which holds takes back, in the order in which they were taken. */
export function activeAmong(decisions: StoredDecision[]): StoredDecision[] {
  const sorted = decisions.toSorted(inOrder);
  const revoked = new Set<string>();
  // A decision takes back earlier ones alone, so that the latest are settled first.
  for (const decision of sorted.toReversed())
    if (decision.kind === 'revoke' && !revoked.has(decision.id)) revoked.add(decision.decision);
  return sorted.filter(({ id }) => !revoked.has(id));
}

/** What decisions are listed by: when they were taken. */
export const keyOf = ({ at, id }: StoredDecision) => `${at} ${id}`;
