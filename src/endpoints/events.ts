import { z } from 'zod';
import { eventIds } from '../columns/page-ids.ts';
import { eventTotal } from '../columns/totals.ts';
import { EVENTS } from '../db/indexes.ts';
import { pagesOf } from '../db/seek.ts';
import { eventEntry } from '../formats/atom-entries.ts';
import { eventNode } from '../formats/json-ld/event.ts';
import { Event } from '../model/event.ts';
import { EventKind, FigureKind, PloverContext } from '../model/vocabulary.ts';
import { defineQuery } from '../query/define.ts';
import { dateRanges, dayParameters } from '../query/page.ts';
import {
  entity,
  firstDay,
  lastDay,
  oneOf,
  paging,
  searchText,
  several,
  slug,
  undated,
} from '../query/parameters.ts';
import { changedSince } from '../query/resolve-changes.ts';
import { fullTextQuery } from '../search/full-text.ts';
import { assertedOf, assertionFilters } from './assertion-filters.ts';

export const events = defineQuery({
  kind: 'page',
  operationId: 'listEvents',
  tag: 'events',
  path: '/v1/events',
  summary: 'Events',
  description:
    'Events that match every filter given, in the order of their first day; those without a date come last.',
  params: z.strictObject({
    participants: several(entity('Who took part: all of these.', 'pakistan')).optional(),
    actor: several(entity('Who acted.', 'Trump')).optional(),
    recipient: several(entity('Who was acted upon.', 'pakistan')).optional(),
    kind: several(EventKind.meta({ description: 'Kind of event.' })).optional(),
    context: several(
      PloverContext.meta({ description: 'What it has to do with (PLOVER context).' }),
    ).optional(),
    figure: several(FigureKind.meta({ description: 'Events of which such a figure is given.' })).optional(),
    ...assertionFilters,
    place: several(entity('Where it happened.', 'White House')).optional(),
    from: firstDay('Happened then or later.', '2025').optional(),
    to: lastDay('Happened then or earlier.', '2025-06').optional(),
    undated: undated('events'),
    article: several(slug('Id of an article that tells of it.', 'shifting-sands')).optional(),
    changedSince: changedSince('events').optional(),
    q: searchText('Words of its label.', 'independence').optional(),
    sort: oneOf(['newest', 'oldest'], 'Order of its first day.').default('newest'),
    ...paging,
  }),
  row: Event,
  pages: pagesOf(EVENTS, 'read/events', { isTurnable: true, isFoundApart: true }),
  searchedIn: 'eventText',
  total: { count: eventTotal },
  ids: eventIds,
  jsonld: eventNode,
  atom: eventEntry,
  tables: {
    event: '',
    participant: 'participants',
    participantSource: 'participants.articles',
    dateReading: 'date.readings',
    dateSource: 'date.readings.articles',
    figure: 'figures',
    assertion: 'assertions',
    evidence: 'evidence',
  },
  plan: ({
    sort,
    from,
    to,
    undated: without,
    q,
    participants = [],
    assertedBy,
    minConfidence,
    ...filters
  }) => {
    const descending = sort === 'newest';
    const [participant, ...others] = participants;
    return {
      given: {
        ...filters,
        asserted: assertedOf({ assertedBy, minConfidence }),
        participant,
        participants: others.length > 0 ? others : undefined,
        q: q === undefined ? undefined : fullTextQuery(q),
      },
      ranges: dateRanges({ from, to, undated: without, descending }),
      descending,
      counted: dayParameters({ from, to, undated: without }),
    };
  },
  drafts: true,
  examples: [
    {
      summary: 'Which events involved both the United States and Pakistan?',
      request: { participants: ['the US', 'Pakistan'] },
    },
    {
      summary: 'What does the author say of Pakistan as an opinion, and not as a fact?',
      request: { participants: 'Pakistan', assertedBy: 'opinion' },
    },
    { summary: 'What happened in 1947?', request: { from: '1947', to: '1947' } },
  ],
});
