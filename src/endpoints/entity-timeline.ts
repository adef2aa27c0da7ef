import { z } from 'zod';
import { timelineTotal } from '../columns/totals.ts';
import { entityTimelinePages } from '../db/entity-timeline.ts';
import { timelineEntry } from '../formats/atom-entries.ts';
import { TIMELINE_KINDS, TimelineItem } from '../model/timeline.ts';
import { defineQuery } from '../query/define.ts';
import { dateRanges, dayParameters } from '../query/page.ts';
import { entity, firstDay, lastDay, oneOf, paging, severalOf, undated } from '../query/parameters.ts';

export const entityTimeline = defineQuery({
  kind: 'page',
  operationId: 'listEntityTimeline',
  tag: 'entities',
  path: '/v1/entities/{id}/timeline',
  summary: 'What one entity said and did, and what was said about it',
  description:
    'Statements by the entity, statements about it and events that it took part in, in the order of their first day; those without a date come last and are marked. A statement by the entity about itself is in it twice, once as each kind.',
  pathParams: z.strictObject({ id: entity('The entity.', 'donald-trump') }),
  params: z.strictObject({
    kind: severalOf(TIMELINE_KINDS, 'Only items of these kinds.', 'saidBy', 'event').optional(),
    from: firstDay('Said or happened then or later.', '2018').optional(),
    to: lastDay('Said or happened then or earlier.', '2025-06').optional(),
    undated: undated('items'),
    attribution: oneOf(
      ['preferred', 'any'],
      'Which attributions make a statement one by the entity: the preferred one, or any of them.',
    ).default('preferred'),
    sort: oneOf(['newest', 'oldest'], 'Order of the first day.').default('oldest'),
    ...paging,
  }),
  row: TimelineItem,
  atom: timelineEntry,
  pages: entityTimelinePages,
  total: { count: timelineTotal },
  tables: { item: '', speaker: 'speakers', evidence: 'evidence' },
  plan: ({ id, kind = TIMELINE_KINDS, from, to, undated: without, attribution, sort }) => {
    const descending = sort === 'newest';
    return {
      given: {
        id,
        anyAttribution: attribution === 'any' ? true : undefined,
        ...Object.fromEntries(kind.map((one) => [one, true])),
      },
      ranges: dateRanges({ from, to, undated: without, descending }),
      descending,
      counted: dayParameters({ from, to, undated: without }),
    };
  },
  drafts: true,
  examples: [
    { summary: 'What did Trump say and do, and what was said about him?', request: { id: 'Trump' } },
    {
      summary: 'Which events of 1947 involved Pakistan?',
      request: { id: 'Pakistan', kind: 'event', from: '1947', to: '1947' },
    },
  ],
});
