import { type Graph, read } from '../../db/client.ts';
import { cypher } from '../../db/cypher.ts';
import type { ReconcilableEntity } from './entity.ts';
import { type PropertyValue, propertyOf, typeOf } from './properties.ts';
import type { Extension } from './requests.ts';

export type Cell = { id: string; name: string } | { str: string } | { int: number };

/** The values of some properties of some entities; an id that nothing has gets no values. */
export async function extend(graph: Graph, { ids, properties }: Extension) {
  const found = await entitiesById(graph, ids);
  const wanted = properties.map(({ id }) => propertyOf(id));
  const cellsOf = (entity: ReconcilableEntity | undefined) =>
    Object.fromEntries(wanted.map(({ id, values }) => [id, entity ? values(entity).map(cell) : []]));
  return {
    meta: wanted.map(({ id, name, valueType }) => ({
      id,
      name,
      ...(valueType && { type: typeOf(valueType) }),
    })),
    rows: Object.fromEntries(ids.map((id) => [id, cellsOf(found.get(id))])),
  };
}

/** The entities that there are among those with the ids. */
export async function entitiesById(graph: Graph, ids: string[]): Promise<Map<string, ReconcilableEntity>> {
  const rows = (await read(graph, cypher('read/reconcile-entities'), {
    ids,
  })) as unknown as ReconcilableEntity[];
  return new Map(rows.map((entity) => [entity.id, entity]));
}

function cell(value: PropertyValue): Cell {
  if (typeof value === 'object') return { id: value.id, name: value.name };
  return typeof value === 'number' ? { int: value } : { str: value };
}
