import { type Graph, read } from '../../db/client.ts';
import { cypherFile } from '../../db/cypher.ts';
import type { NameBearers } from '../check/check-shared-names.ts';

/** The entities of the graph that bear names without sharing them, beside some, by the keys of the names. */
export async function nameBearers(graph: Graph, keys: string[], except: string[]): Promise<NameBearers> {
  if (keys.length === 0) return new Map();
  const rows = await read(graph, cypherFile('ingest/name-bearers'), { keys, except });
  return new Map((rows as { key: string; id: string }[]).map(({ key, id }) => [key, id]));
}
