import { draftsOf, type Graph, read } from '../../db/client.ts';
import { cypherFile } from '../../db/cypher.ts';
import type { KnownThings } from '../../draft/draft-beside.ts';
import { authorityRecord, type StoredEntity } from '../../ingest/facts/authority-record.ts';
import { AuthorityRecord } from '../../model/annotation.ts';

/** Names or ids that are looked up in one read. */
const MOST_AT_ONCE = 1000;

/** What a draft asks of the graph, and of the drafts in it. */
export const knownThings = (graph: Graph): KnownThings => ({
  async records(names, countries) {
    const [reviewed, ofDrafts] = await inBoth(graph, (one) => recordsOf(one, names, countries));
    const known = new Set(reviewed.map(({ id }) => id));
    return { reviewed, ofDrafts: ofDrafts.filter(({ id }) => !known.has(id)) };
  },
  taken: async (ids) => (await inBoth(graph, (one) => takenIn(one, ids))).flat(),
});

const inBoth = <Of>(graph: Graph, ask: (one: Graph) => Promise<Of>): Promise<[Of, Of]> =>
  Promise.all([ask(graph), ask(draftsOf(graph))]);

async function recordsOf(graph: Graph, names: string[], countries: string[]): Promise<AuthorityRecord[]> {
  const found = new Map<string, AuthorityRecord>();
  for (const [nth, keys] of inPieces(names).entries()) {
    const given = { keys, countries: nth === 0 ? countries : [] };
    const rows = await read(graph, cypherFile('ingest/entities-named'), given);
    for (const row of rows as unknown[])
      found.set((row as StoredEntity).id, AuthorityRecord.parse(authorityRecord(row as StoredEntity)));
  }
  return [...found.values()];
}

async function takenIn(graph: Graph, ids: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const some of inPieces(ids)) {
    const rows = await read(graph, cypherFile('ingest/taken-ids'), { ids: some });
    for (const { id } of rows) found.push(String(id));
  }
  return found;
}

/** Pieces of a list, one at least. */
const inPieces = (list: string[]) =>
  Array.from({ length: Math.max(1, Math.ceil(list.length / MOST_AT_ONCE)) }, (_, nth) =>
    list.slice(nth * MOST_AT_ONCE, (nth + 1) * MOST_AT_ONCE),
  );
