import { z } from 'zod';
import { relationTotal } from '../columns/totals.ts';
import { RELATIONS } from '../db/indexes.ts';
import { pagesOf } from '../db/seek.ts';
import { relationEntry } from '../formats/atom-entries.ts';
import type { DayRange } from '../model/date.ts';
import { Relation } from '../model/entity.ts';
import { Predicate } from '../model/vocabulary.ts';
import type { PagePlan } from '../query/define.ts';
import { defineQuery } from '../query/define.ts';
import { keptWithoutDate } from '../query/page.ts';
import { allDays, entity, paging, several, slug, type Undated, undated } from '../query/parameters.ts';
import { type AssertionFilters, assertedOf, assertionFilters } from './assertion-filters.ts';

/** The filters of relations, which apply wherever relations are listed. */
export const relationFilters = {
  predicate: several(Predicate.meta({ description: 'How the subject is related to the object.' })).optional(),
  at: allDays('Relations that may have held then, as far as the source dates them.', '1950').optional(),
  undated: undated('relations'),
  article: several(slug('Id of an article that states it.', 'shifting-sands')).optional(),
  ...assertionFilters,
};

export const relationTables = {
  relation: '',
  dateReading: 'date.readings',
  dateSource: 'date.readings.articles',
  assertion: 'assertions',
  evidence: 'evidence',
};

export const relationPages = pagesOf(RELATIONS, 'read/relations');

interface RelationFilters extends AssertionFilters {
  predicate?: string[];
  at?: DayRange;
  undated?: Undated;
  article?: string[];
  /** Either end, or one of them. */
  entity?: string;
  subject?: string[];
  object?: string[];
}

export const relationPlan = ({
  at,
  undated: without,
  assertedBy,
  minConfidence,
  ...filters
}: RelationFilters): PagePlan => {
  const kept = keptWithoutDate({ from: at?.earliest, undated: without });
  const days = kept === 'only' ? {} : { [kept === 'include' ? 'atOrUndated' : 'at']: at };
  return {
    given: {
      ...filters,
      ...days,
      asserted: assertedOf({ assertedBy, minConfidence }),
      dated: kept === 'exclude' && at === undefined ? true : undefined,
      undated: kept === 'only' ? true : undefined,
    },
  };
};

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
  atom: relationEntry,
  total: { count: relationTotal },
  tables: relationTables,
  plan: relationPlan,
  drafts: true,
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
