import { z } from 'zod';
import { Relation } from '../model/entity.ts';
import { Predicate } from '../model/vocabulary.ts';
import { defineQuery, present } from '../query/define.ts';
import { day, entity, flag, paging, slug } from '../query/parameters.ts';

/** The filters of relations, which apply wherever relations are listed. */
export const relationFilters = {
  predicate: Predicate.meta({ description: 'How the subject is related to the object.' }).optional(),
  at: day(
    'Relations whose date covers this day, as far as the source dates them; those without a date are left out.',
    '1950-01-01',
  ).optional(),
  includeUndated: flag(
    'Whether relations without a date stay in when a day is given; false by default.',
  ).optional(),
  article: slug('Id of an article that states it.', 'shifting-sands').optional(),
};

/** Relations that one page looks at where most of them do not match; the next page goes on from there. */
const MAX_SCANNED = 10_000;

const Filters = z.object({ ...relationFilters, subject: z.string(), object: z.string() }).partial();

/** The filters as flags and parameters of `relations.cypher`. */
export function relationPlan({ includeUndated, ...filters }: z.output<typeof Filters>) {
  const flags = present(filters);
  if (includeUndated) flags.push('undated');
  return {
    flags,
    bind: { ...filters, scan: MAX_SCANNED },
    ...(filters.article === undefined && { reach: 'relations-reach' }),
  };
}

export const relations = defineQuery({
  operationId: 'listRelations',
  tag: 'relations',
  path: '/v1/relations',
  summary: 'Who is related to whom',
  description:
    'Relations that match every filter given, by subject, predicate and object, each with the words that state it.',
  cypher: 'relations',
  params: z.strictObject({
    subject: entity('What the relation starts from.', 'pakistan').optional(),
    object: entity('What the relation leads to.', 'the US').optional(),
    ...relationFilters,
    ...paging,
  }),
  row: Relation,
  list: true,
  plan: relationPlan,
  examples: [
    {
      summary: 'How is Pakistan related to the United States?',
      request: { subject: 'Pakistan', object: 'the US' },
    },
    { summary: 'Who commands what?', request: { predicate: 'COMMANDS' } },
    { summary: 'Which relations held in 1950?', request: { at: '1950-01-01' } },
  ],
});
