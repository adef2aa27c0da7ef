import { z } from 'zod';
import { defineRead, type Graph } from '../db/client.ts';
import { cypherFile } from '../db/cypher.ts';
import type { NameOf, Thing } from '../model/thing.ts';

export const thingNames = defineRead({
  name: 'what things are called',
  parameters: ['articles', 'entities', 'events', 'statements'],
  row: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  text: cypherFile('read/names'),
});

/** Reads what things are called that a response names by their ids alone. */
export async function readNames(graph: Graph, things: readonly Thing[]): Promise<NameOf> {
  const names = new Map<string, string>();
  if (things.length > 0) {
    const idsOf = (kind: Thing['kind']) => [
      ...new Set(things.flatMap((one) => (one.kind === kind ? [one.id] : []))),
    ];
    const rows = await thingNames.rows(graph, {
      articles: idsOf('article'),
      entities: idsOf('entity'),
      events: idsOf('event'),
      statements: idsOf('statement'),
    });
    for (const { kind, id, name } of rows) names.set(`${kind} ${id}`, name);
  }
  return (kind, id) => names.get(`${kind} ${id}`);
}
