import { type Graph, read } from '../../db/client.ts';
import { cypherFile } from '../../db/cypher.ts';
import type { KnownEntity } from '../check/check-references.ts';
import type { KnownGraph } from '../check/check-submission.ts';
import { findEvents } from './find-events.ts';
import { nameBearers } from './name-bearers.ts';

/** As many as are looked up in one read, and as an unknown id is compared with. */
const MOST_COMPARED = 10_000;

/** What a check asks of the graph. */
export const knownGraph = (graph: Graph): KnownGraph => ({
  entities: (ids) => findEntities(graph, ids),
  nameBearers: (keys, except) => nameBearers(graph, keys, except),
  events: (ids) => findEvents(graph, ids),
});

async function findEntities(graph: Graph, ids: string[] | null): Promise<Map<string, KnownEntity>> {
  const found = new Map<string, KnownEntity>();
  for (let at = 0; at < (ids?.length ?? 1); at += MOST_COMPARED) {
    const some = ids?.slice(at, at + MOST_COMPARED) ?? null;
    const rows = await read(graph, cypherFile('ingest/known-entities'), { ids: some, limit: MOST_COMPARED });
    for (const entity of rows as KnownEntity[]) found.set(entity.id, entity);
  }
  return found;
}
