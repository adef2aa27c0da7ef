import type { Graph } from '../../db/client.ts';
import { entitiesById, type ReconcilableEntity } from './entity.ts';
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

function cell(value: PropertyValue): Cell {
  if (typeof value === 'object') return { id: value.id, name: value.name };
  return typeof value === 'number' ? { int: value } : { str: value };
}
