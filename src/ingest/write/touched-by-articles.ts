import { idsByKind } from './article-transaction.ts';
import type { ChangedThings } from './changed-things.ts';
import type { MergedChange } from './write-merged.ts';

/** What is touched where merged views are that articles have or had a part in, and who holds the roles among them. */
export function touchedByArticles(changes: readonly MergedChange[]): ChangedThings {
  const { Event: events, Relation: relations } = idsByKind(changes);
  const holders = changes.filter(({ kind }) => kind === 'Role').flatMap(holdersOf);
  return { events, relations, holders };
}

const HELD_BY = 'HELD_BY ';

const holdersOf = ({ before, after }: MergedChange): string[] => [
  ...(before?.edges ?? []).flatMap((edge) => (edge.startsWith(HELD_BY) ? [edge.slice(HELD_BY.length)] : [])),
  ...(after?.edges ?? []).flatMap(({ type, to }) => (type === 'HELD_BY' ? [to] : [])),
];
