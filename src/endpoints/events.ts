import { z } from 'zod';
import { eventNode } from '../formats/json-ld/event.ts';
import { Event } from '../model/event.ts';
import { intervalsReaching } from '../model/interval-class.ts';
import { EventKind } from '../model/vocabulary.ts';
import { dateRanges } from '../query/date-ranges.ts';
import { defineQuery, present } from '../query/define.ts';
import { day, entities, entity, flag, oneOf, paging, searchText, slug } from '../query/parameters.ts';
import { fullTextQuery } from '../search/full-text.ts';

/** Events that one page looks at where most of them do not match; the next page goes on from there. */
const MAX_SCANNED = 10_000;

export const events = defineQuery({
  operationId: 'listEvents',
  tag: 'events',
  path: '/v1/events',
  summary: 'Events',
  description:
    'Events that match every filter given, in the order of their first day; those without a date come last.',
  cypher: 'events',
  searchedIn: 'eventText',
  params: z.strictObject({
    participants: entities('All of these took part.', 'the US,pakistan').optional(),
    actor: entity('Who acted.', 'Trump').optional(),
    recipient: entity('Who was acted upon.', 'pakistan').optional(),
    kind: EventKind.meta({ description: 'Kind of event.' }).optional(),
    place: entity('Where it happened.', 'White House').optional(),
    from: day('Happened on this day or later.', '2025-01-01').optional(),
    to: day('Happened on this day or earlier.', '2025-12-31').optional(),
    includeUndated: flag(
      'Whether events without a date stay in when a day is given; false by default.',
    ).optional(),
    article: slug('Id of an article that tells of it.', 'shifting-sands').optional(),
    q: searchText('Words of its label.', 'independence').optional(),
    sort: oneOf(['newest', 'oldest'], 'Order of its first day.').default('newest').optional(),
    ...paging,
  }),
  row: Event,
  list: true,
  jsonld: eventNode,
  plan: ({ sort = 'newest', to, includeUndated, q, ...filters }) => {
    const { participants, actor, recipient, from } = filters;
    const descending = sort === 'newest';
    const bind = {
      ...filters,
      q: q === undefined ? undefined : fullTextQuery(q),
      first: participants?.[0] ?? actor ?? recipient,
      role: actor === undefined ? 'recipient' : 'actor',
      intervals: from && intervalsReaching(from),
      scan: MAX_SCANNED,
    };
    const flags = [...present({ ...filters, q }), sort];
    if (participants) flags.push('byParticipant');
    else if (actor !== undefined || recipient !== undefined) flags.push('byRole');
    const isSearched = q !== undefined || filters.article !== undefined;
    if (isSearched) flags.push('searched');
    return {
      flags,
      bind,
      ranges: dateRanges({ from, to, includeUndated, descending }).map((range) =>
        range.multiDay ? { ...range, flags: [...flags, 'multiDay'] } : range,
      ),
      ...(!isSearched && { reach: 'events-reach' }),
      descending,
    };
  },
  examples: [
    {
      summary: 'Which events involved both the United States and Pakistan?',
      request: { participants: 'the US,Pakistan' },
    },
    { summary: 'What happened in 1947?', request: { from: '1947-01-01', to: '1947-12-31' } },
  ],
});
