import { CHANGES } from '../../limits.ts';
import { changeId } from '../../model/change.ts';

/** What a commit changes: ids, of each kind. */
export interface ChangedThings {
  articlesAdded?: string[];
  articlesReplaced?: string[];
  articlesRemoved?: string[];
  entities?: string[];
  decisions?: string[];
  statements?: string[];
  events?: string[];
  relations?: string[];
  /** Entities whose roles are otherwise, though not their records: counts depend on these. */
  holders?: string[];
}

/** What no list of changes shows, and counts depend on. */
const UNLISTED = new Set(['relations', 'holders']);

/** Both, each id once. */
export function withChanges(one: ChangedThings, other: ChangedThings): ChangedThings {
  const both: Record<string, string[]> = { ...one };
  for (const [kind, ids] of Object.entries(other) as [string, string[]][])
    both[kind] = [...new Set([...(both[kind] ?? []), ...ids])];
  return both;
}

/**
 * What is noted of a commit. Of one that touched very much an index of counts is built anew.
 * @param things undefined where a writer did not say what it changed.
 */
export function changeRow(version: number, by: string | undefined, things: ChangedThings | undefined) {
  const lists = (Object.entries(things ?? {}) as [string, string[]][])
    .filter(([, ids]) => ids.length > 0)
    .map(([kind, ids]) => [kind, ids.toSorted()] as const);
  const size = lists.reduce((sum, [, ids]) => sum + ids.length, 0);
  return {
    id: changeId(version),
    change: {
      ...Object.fromEntries(lists),
      ...{ version, at: new Date().toISOString(), by: by ?? null },
      isListed: lists.some(([kind]) => !UNLISTED.has(kind)),
      isWhole: things !== undefined && size <= CHANGES.touched,
    },
  };
}
