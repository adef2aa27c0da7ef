import { z } from 'zod';
import { relationTotal } from '../columns/totals.ts';
import { relationEntry } from '../formats/atom-entries.ts';
import { Relation } from '../model/entity.ts';
import { defineQuery } from '../query/define.ts';
import { entity, oneOf, paging } from '../query/parameters.ts';
import { relationFilters, relationPages, relationPlan, relationTables } from './relations.ts';

export const entityRelations = defineQuery({
  kind: 'page',
  operationId: 'listEntityRelations',
  tag: 'relations',
  path: '/v1/entities/{id}/relations',
  summary: 'The relations of one entity',
  description:
    'Relations that the entity is the subject or the object of, by subject, predicate and object, each with the words that state it.',
  pathParams: z.strictObject({ id: entity('The entity.', 'pakistan') }),
  params: z.strictObject({
    direction: oneOf(['any', 'subject', 'object'], 'What the entity is in the relation.').default('any'),
    ...relationFilters,
    ...paging,
  }),
  row: Relation,
  atom: relationEntry,
  pages: relationPages,
  total: { count: relationTotal },
  tables: relationTables,
  plan: ({ id, direction, ...filters }) =>
    relationPlan({ ...filters, ...(direction === 'any' ? { entity: id } : { [direction]: [id] }) }),
  drafts: true,
  examples: [
    { summary: 'What is Pakistan related to, and how?', request: { id: 'Pakistan' } },
    {
      summary: 'What acts upon Pakistan?',
      request: { id: 'Pakistan', direction: 'object' },
    },
  ],
});
