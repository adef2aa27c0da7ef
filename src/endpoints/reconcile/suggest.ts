import type { Graph } from '../../db/client.ts';
import { isSearchable } from '../../search/full-text.ts';
import { fold } from '../../search/words.ts';
import { suggestedEntities, suggestParameters } from '../suggest.ts';
import { entitiesById } from './entity.ts';
import { PROPERTIES, TYPES, typeOf } from './properties.ts';

export interface SuggestRequest {
  prefix: string;
  /** How many suggestions to skip. */
  cursor: number;
  limit: number;
  type?: string;
}

/** Entities with a name that begins so, best first; an id suggests its entity. */
export async function suggestEntities(graph: Graph, { prefix, cursor, limit, type }: SuggestRequest) {
  const given = prefix.trim();
  if (!isSearchable(given)) return { result: [] };
  const types = type === undefined || type === '' ? undefined : [type];
  const [byId, byName] = await Promise.all([
    entitiesById(graph, [given]),
    suggestedEntities.rows(graph, { ...suggestParameters(given, types), limit: cursor + limit }),
  ]);
  const identified = [...byId.values()].filter(
    (entity) => types === undefined || types.includes(entity.type),
  );
  const found = [...identified, ...byName];
  const distinct = [...new Map(found.map((entity) => [entity.id, entity])).values()];
  return {
    result: distinct.slice(cursor, cursor + limit).map(({ id, name, description, type: one }) => ({
      id,
      name,
      ...(description !== null && { description }),
      notable: [typeOf(one)],
    })),
  };
}

/** Properties with an id, a name or a word of it that begins so. */
export const suggestProperties = (request: SuggestRequest) => ({
  result: begun(PROPERTIES, request).map(({ id, name, description }) => ({ id, name, description })),
});

/** Types with a name that begins so. */
export const suggestTypes = (request: SuggestRequest) => ({ result: begun(TYPES, request) });

function begun<T extends { id: string; name: string }>(
  all: readonly T[],
  { prefix, cursor, limit }: SuggestRequest,
) {
  const beginning = fold(prefix.trim());
  const begins = (text: string) => fold(text).startsWith(beginning);
  return all
    .filter(({ id, name }) => begins(id) || begins(name) || name.split(' ').some(begins))
    .slice(cursor, cursor + limit);
}

/** The properties that entities of a type may have; of every type where none is given. */
export function proposeProperties(type: string, limit?: number) {
  const properties = PROPERTIES.filter(({ of }) => type === '' || of.some((one) => one === type))
    .slice(0, limit)
    .map(({ id, name, description }) => ({ id, name, description }));
  return { properties, type, ...(limit !== undefined && { limit }) };
}
