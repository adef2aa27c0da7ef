import { z } from 'zod';
import { defineRead, type Graph } from '../db/client.ts';
import { cypherFile } from '../db/cypher.ts';
import type { AtomEntry } from '../formats/atom.ts';
import { CHANGES } from '../limits.ts';
import type { Thing } from '../model/thing.ts';

/** The newest records tell when things were changed last. */
export const changedAt = defineRead({
  name: 'when things were changed last',
  parameters: ['kind', 'ids', 'scan'],
  row: z.object({ id: z.string().nullable(), at: z.string() }),
  text: cypherFile('read/changed-at'),
});

/** Of what no record tells a change: before all of them, and always the same, so that a reader takes it for no news. */
export const BEFORE_ALL = '1970-01-01T00:00:00.000Z';

/**
 * The entries of a feed, each with the moment (UTC) of its last change: of the newest record that names what it is of, else of
 * the last bulk load, else the end of its own day.
 */
export async function updatedEntries(
  graph: Graph,
  entries: readonly AtomEntry[],
): Promise<(AtomEntry & { updated: string })[]> {
  const things = Map.groupBy(
    entries.flatMap(({ of }) => of),
    ({ kind }) => kind,
  );
  const moments = new Map<string, string>();
  let bulk: string | undefined;
  const reads = [...things].map(async ([kind, all]) => {
    const ids = [...new Set(all.map(({ id }) => id))];
    for (const { id, at } of await changedAt.rows(graph, { kind, ids, scan: CHANGES.scanned })) {
      if (id === null) bulk = at;
      else moments.set(keyOf({ kind, id }), at);
    }
  });
  await Promise.all(reads);
  return entries.map((entry) => {
    const own = entry.of.flatMap((thing) => moments.get(keyOf(thing)) ?? []);
    const known = [...own, ...(bulk === undefined ? [] : [bulk])].sort().at(-1);
    return { ...entry, updated: entry.at ?? known ?? endOf(entry.day) };
  });
}

const keyOf = ({ kind, id }: Thing) => `${kind} ${id}`;

/** Years of other lengths than four digits have no form in RFC 3339. */
const endOf = (day: string | null | undefined) =>
  day && /^\d{4}-\d\d-\d\d$/.test(day) ? `${day}T23:59:59.000Z` : BEFORE_ALL;
