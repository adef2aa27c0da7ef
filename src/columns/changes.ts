import { z } from 'zod';
import { defineRead, type Graph } from '../db/client.ts';
import { cypherFile } from '../db/cypher.ts';
import { CHANGES } from '../limits.ts';
import type { Grain } from './grains.ts';
import type { ShownVersion } from './store.ts';

/** The ids of what commits touched, of each grain, and the version that they led to. */
interface Changes {
  version: number;
  ids: Record<Grain, string[]>;
}

const ids = z.array(z.string());

export const changes = defineRead({
  name: 'what commits after a version touched',
  parameters: ['since'],
  row: z.object({
    version: z.int(),
    articles: ids,
    entities: ids,
    events: ids,
    relations: ids,
    statements: ids,
  }),
  text: cypherFile('columns/changes'),
});

/**
 * What was changed between what an index shows and what the graph is; undefined where a commit between them did not note what
 * it touched, or that was forgotten, and all has to be read anew.
 */
export async function changesBetween(
  graph: Graph,
  shown: ShownVersion,
  wanted: ShownVersion,
): Promise<Changes | undefined> {
  if (wanted.version - shown.version > CHANGES.followed) return undefined;
  const found = await changes.rows(graph, { since: shown.version });
  const noted = found.filter(({ version }) => version <= wanted.version);
  if (noted.length !== wanted.version - shown.version) return undefined;
  const all = (grain: Grain) => [...new Set(noted.flatMap((change) => change[grain]))];
  return {
    version: wanted.version,
    ids: {
      entities: all('entities'),
      articles: all('articles'),
      events: all('events'),
      relations: all('relations'),
      statements: all('statements'),
    },
  };
}
