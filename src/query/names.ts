import { z } from 'zod';
import { defineRead, type Graph, type ThingNames } from '../db/client.ts';
import { cypherFile } from '../db/cypher.ts';
import type { NameOf, Thing } from '../model/thing.ts';

export const thingNames = defineRead({
  name: 'what things are called',
  parameters: ['articles', 'decisions', 'entities', 'events', 'statements'],
  row: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  text: cypherFile('read/names'),
});

/** Reads what things are called that a response names by their ids alone; what is known at its version is not read again. */
export async function readNames(graph: Graph, things: readonly Thing[]): Promise<NameOf> {
  const known: ThingNames = graph.thingNames ?? new Map();
  const missing = things.filter((one) => !known.has(keyOf(one)));
  if (missing.length > 0) {
    const idsOf = (kind: Thing['kind']) => [
      ...new Set(missing.flatMap((one) => (one.kind === kind ? [one.id] : []))),
    ];
    const rows = await thingNames.rows(graph, {
      articles: idsOf('article'),
      decisions: idsOf('decision'),
      entities: idsOf('entity'),
      events: idsOf('event'),
      statements: idsOf('statement'),
    });
    const named = new Map(rows.map((row) => [keyOf(row), row.name]));
    for (const one of missing) known.set(keyOf(one), named.get(keyOf(one)));
  }
  return (kind, id) => known.get(keyOf({ kind, id }));
}

const keyOf = ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`;
