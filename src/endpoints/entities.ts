import { z } from 'zod';
import { entityIds } from '../columns/page-ids.ts';
import { entityTotal } from '../columns/totals.ts';
import { ENTITIES } from '../db/indexes.ts';
import { pagesOf } from '../db/seek.ts';
import { entityEntry } from '../formats/atom-entries.ts';
import { entityNode } from '../formats/json-ld/entity.ts';
import { Entity } from '../model/entity.ts';
import { EntityType, RoleKind } from '../model/vocabulary.ts';
import { defineQuery, type Example } from '../query/define.ts';
import { entity, paging, searchText, several } from '../query/parameters.ts';
import { changedSince } from '../query/resolve-changes.ts';
import { entityQuery } from '../search/name-query.ts';
import { type AssertionFilters, assertedOf, assertionFilters } from './assertion-filters.ts';

const filters = {
  type: several(EntityType.meta({ description: 'Type of entity.' })).optional(),
  role: several(RoleKind.meta({ description: 'Kind of a role that the person holds or held.' })).optional(),
  country: several(
    entity(
      'A country: itself, what belongs to it, and people with a role of it or of its organizations.',
      'the US',
    ),
  ).optional(),
  changedSince: changedSince('entities').optional(),
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

const pages = pagesOf(ENTITIES, 'read/entities');

/** The index that each type has of its own. */
const INDEXES = {
  Person: 'person',
  Country: 'nation',
  Organization: 'organization',
  Place: 'place',
} as const;

/** A list of entities, of all types or of one type or role. */
export function entityList({ only = {}, ...definition }: EntityList) {
  const { type: byType, role: byRole, ...common } = filters;
  const own = {
    ...(!only.type && { type: byType }),
    ...(!only.role && only.type !== 'Country' && { role: byRole }),
    ...((!only.type || only.type === 'Person') && assertionFilters),
  };
  return defineQuery({
    ...definition,
    kind: 'page',
    tag: 'entities',
    params: z.strictObject({ ...own, ...common, ...paging }),
    row: Entity,
    pages,
    drafts: 'new',
    searchedIn: 'entityText',
    total: { count: entityTotal },
    ids: entityIds,
    jsonld: entityNode,
    atom: entityEntry,
    tables: {
      entity: '',
      alias: 'aliases',
      role: 'roles',
      assertion: 'roles.assertions',
      evidence: 'roles.evidence',
    },
    plan: ({ q, type: asked, assertedBy, minConfidence, ...params }) => {
      const type = only.type ? [only.type] : (asked as Type[] | undefined);
      const asserted = assertedOf({ assertedBy, minConfidence } as AssertionFilters);
      return {
        given: {
          ...params,
          ...(only.role && { role: [only.role] }),
          type,
          assertedRole: asserted && { kind: only.role ? [only.role] : (params.role ?? null), ...asserted },
          ...(type?.length === 1 && { [INDEXES[type[0]!]]: true }),
          q: q === undefined ? undefined : entityQuery(q),
        },
      };
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
