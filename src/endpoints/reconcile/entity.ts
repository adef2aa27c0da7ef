import { z } from 'zod';
import { defineRead, type Graph } from '../../db/client.ts';
import { cypher, cypherFile, filled } from '../../db/cypher.ts';
import { AliasKind, EntityType } from '../../model/vocabulary.ts';

/** A country or organization with the keys of all its names. */
const NamedEntity = z.object({
  id: z.string(),
  name: z.string(),
  wikidata: z.string().nullable(),
  keys: z.array(z.string()),
});
export type NamedEntity = z.output<typeof NamedEntity>;

/** An entity as reconciliation compares it and hands it out. */
const ReconcilableEntity = z.object({
  /** The query of a batch that it may match. */
  number: z.int(),
  id: z.string(),
  name: z.string(),
  type: EntityType,
  description: z.string().nullable(),
  aliases: z.array(z.string()),
  iso3166: z.string().nullable(),
  wikidata: z.string().nullable(),
  names: z.array(z.object({ key: z.string(), kind: AliasKind, shared: z.boolean() })),
  country: NamedEntity.nullable(),
  roles: z.array(z.object({ kind: z.string(), title: z.string().nullable(), of: NamedEntity.nullable() })),
  statementsBy: z.int(),
  statementsAbout: z.int(),
});
export type ReconcilableEntity = Omit<z.output<typeof ReconcilableEntity>, 'number'>;

export const candidatesOfQueries = defineRead({
  name: 'the entities that each query of a batch may mean',
  parameters: ['queries', 'most'],
  row: ReconcilableEntity,
  text: cypherFile('read/reconcile'),
});

export const reconcilableEntities = defineRead({
  name: 'entities by id, as reconciliation hands them out',
  parameters: ['ids'],
  row: ReconcilableEntity,
  text: filled('read/reconcile', {
    entities: cypher`MATCH (e:Entity) WHERE e.id IN $ids WITH e, 0 AS number`,
  }),
});

/** The entities that there are among those with the ids. */
export async function entitiesById(graph: Graph, ids: string[]): Promise<Map<string, ReconcilableEntity>> {
  const rows = await reconcilableEntities.rows(graph, { ids });
  return new Map(rows.map((entity) => [entity.id, entity]));
}
