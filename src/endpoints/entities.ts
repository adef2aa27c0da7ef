import { z } from 'zod';
import { entityNode } from '../formats/json-ld/entity.ts';
import { Entity } from '../model/entity.ts';
import { EntityType, RoleKind } from '../model/vocabulary.ts';
import { defineQuery, type Example, present } from '../query/define.ts';
import { entity, paging, searchText } from '../query/parameters.ts';
import { fullTextQuery } from '../search/full-text.ts';

const filters = {
  type: EntityType.meta({ description: 'Type of entity.' }).optional(),
  role: RoleKind.meta({ description: 'Kind of a role that the person holds or held.' }).optional(),
  country: entity(
    'A country: itself, what belongs to it, and people with a role of it or of its organizations.',
    'the US',
  ).optional(),
  q: searchText('Words of its name, aliases or description.', 'command').optional(),
};

type Type = z.output<typeof EntityType>;

interface EntityList {
  operationId: string;
  path: `/v1/${string}`;
  summary: string;
  description: string;
  /** The type or role that all its entities have; such a list has no parameter for it. */
  only?: { type?: Type; role?: z.output<typeof RoleKind> };
  examples: Example[];
}

/** A list of entities, of all types or of one type or role. */
export function entityList({ only = {}, ...definition }: EntityList) {
  const { type, role, ...common } = filters;
  const given = { ...(!only.type && { type }), ...(!only.role && only.type !== 'Country' && { role }) };
  return defineQuery({
    ...definition,
    tag: 'entities',
    cypher: 'entities',
    searchedIn: 'entityText',
    params: z.strictObject({ ...given, ...common, ...paging }),
    row: Entity,
    list: true,
    jsonld: entityNode,
    plan: (params) => {
      const q = params.q === undefined ? undefined : fullTextQuery(params.q);
      const bind: Record<string, unknown> = { ...params, ...only, q };
      const byType = {
        Person: 'person',
        Country: 'nation',
        Organization: 'organization',
        Place: 'place',
      } as const;
      const flags = present(bind);
      if (bind.type) flags.push(byType[bind.type as Type]);
      return { flags, bind };
    },
  });
}

export const entities = entityList({
  operationId: 'listEntities',
  path: '/v1/entities',
  summary: 'Entities of all types',
  description: 'People, countries, organizations and places, by id.',
  examples: [
    { summary: 'Whom does the record know in connection with Pakistan?', request: { country: 'pakistan' } },
    { summary: 'Which entities have "command" in a name or description?', request: { q: 'command' } },
  ],
});
