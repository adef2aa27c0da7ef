import { z } from 'zod';
import { RELATIONS } from '../db/indexes.ts';
import { pagesOf } from '../db/seek.ts';
import type { DayRange } from '../model/date.ts';
import { Relation } from '../model/entity.ts';
import { Predicate } from '../model/vocabulary.ts';
import type { PagePlan } from '../query/define.ts';
import { defineQuery } from '../query/define.ts';
import { allDays, entity, flag, paging, several, slug } from '../query/parameters.ts';
import { type AssertionFilters, assertedOf, assertionFilters } from './assertion-filters.ts';

/** The filters of relations, which apply wherever relations are listed. */
export const relationFilters = {
  predicate: several(Predicate.meta({ description: 'How the subject is related to the object.' })).optional(),
  at: allDays(
    'Relations that may have held then, as far as the source dates them; those without a date are left out.',
    '1950',
  ).optional(),
  includeUndated: flag(
    'Whether relations without a date stay in when a day is given; false by default.',
  ).optional(),
  article: several(slug('Id of an article that states it.', 'shifting-sands')).optional(),
  ...assertionFilters,
};

export const relationTables = { relation: '', assertion: 'assertions', evidence: 'evidence' };

export const relationPages = pagesOf(RELATIONS, 'read/relations');

interface RelationFilters extends AssertionFilters {
  predicate?: string[];
  at?: DayRange;
  includeUndated?: boolean;
  article?: string[];
  /** Either end, or one of them. */
  entity?: string;
  subject?: string[];
  object?: string[];
}

export const relationPlan = ({
  at,
  includeUndated,
  assertedBy,
  minConfidence,
  ...filters
}: RelationFilters): PagePlan => ({
  given: {
    ...filters,
    asserted: assertedOf({ assertedBy, minConfidence }),
    [includeUndated ? 'atOrUndated' : 'at']: at,
  },
});

export const relations = defineQuery({
  kind: 'page',
  operationId: 'listRelations',
  tag: 'relations',
  path: '/v1/relations',
  summary: 'Who is related to whom',
  description:
    'Relations that match every filter given, by subject, predicate and object, each with the words that state it.',
  params: z.strictObject({
    subject: several(entity('What the relation starts from.', 'pakistan')).optional(),
    object: several(entity('What the relation leads to.', 'the US')).optional(),
    ...relationFilters,
    ...paging,
  }),
  row: Relation,
  pages: relationPages,
  tables: relationTables,
  plan: relationPlan,
  examples: [
    {
      summary: 'How is Pakistan related to the United States?',
      request: { subject: 'Pakistan', object: 'the US' },
    },
    { summary: 'Who commands what?', request: { predicate: 'COMMANDS' } },
    { summary: 'Which relations are told as facts?', request: { assertedBy: 'fact', minConfidence: '0.9' } },
    { summary: 'Which relations held in 1950?', request: { at: '1950' } },
  ],
});
