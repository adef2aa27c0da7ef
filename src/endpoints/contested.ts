import { z } from 'zod';
import { graphTotal } from '../db/graph-total.ts';
import { CONTESTED } from '../db/indexes.ts';
import { pagesOf } from '../db/seek.ts';
import { contestEntry } from '../formats/atom-entries.ts';
import { ACTS } from '../model/act.ts';
import { Contest } from '../model/contest.ts';
import { nameKey } from '../model/name-key.ts';
import { ContestedField } from '../model/vocabulary.ts';
import { defineQuery } from '../query/define.ts';
import { oneOf, paging, several, slug, text } from '../query/parameters.ts';
import {
  CONTESTED_TYPES,
  ContestedFacets,
  contestedFacetsParameter,
  contestedGroups,
  readContestedFacets,
} from './contested-facets.ts';

export const contested = defineQuery({
  kind: 'page',
  operationId: 'listContested',
  tag: 'statistics',
  path: '/v1/contested',
  summary: 'What sources differ on',
  description:
    'Statements and events of which articles tell something in ways that exclude each other, in the order of their day: what differs, each reading with the articles that have it, and which of them is shown.',
  params: z.strictObject({
    field: several(ContestedField.meta({ description: 'What is contested.' })).optional(),
    type: oneOf(CONTESTED_TYPES, 'Only statements, or only events.').optional(),
    article: several(slug('Id of an article that tells of it.', 'shifting-sands')).optional(),
    publisher: several(
      text().meta({
        description: 'Who published an article that tells of it, by name.',
        examples: ['The Invented Gazette'],
      }),
    ).optional(),
    sort: oneOf(['newest', 'oldest'], 'Order of the day.').default('newest'),
    facets: contestedFacetsParameter,
    ...paging,
  }),
  row: Contest,
  atom: contestEntry,
  pages: pagesOf(CONTESTED, 'read/contested', { isTurnable: true }),
  total: { read: graphTotal('contested statements and events', CONTESTED, 'read/contested-total') },
  tables: {
    contested: '',
    difference: 'differences',
    reading: 'differences.readings',
    readingEntity: 'differences.readings.entities',
    readingArticle: 'differences.readings.articles',
  },
  meta: {
    shape: { facets: ContestedFacets.optional().describe('Counts beside the list, where asked for.') },
    askedBy: 'facets',
    read: async (graph, { publisher, ...asked }) => ({
      facets: await readContestedFacets(graph, { ...asked, publisher: publisher?.map(nameKey) }),
    }),
    reads: [contestedGroups],
  },
  plan: ({ sort, type, publisher, facets: _facets, ...filters }) => ({
    given: {
      ...filters,
      statementsOnly: type === 'statement' ? true : undefined,
      eventsOnly: type === 'event' ? true : undefined,
      publisher: publisher?.map(nameKey),
    },
    descending: sort === 'newest',
  }),
  item: (contest: Contest) => ({
    ...contest,
    differences: contest.differences.map(({ field, readings }) => ({
      field,
      readings: readings.map((reading) => ({
        ...reading,
        label: field === 'act' ? (ACTS.get(reading.value)?.label ?? null) : null,
      })),
    })),
  }),
  examples: [
    { summary: 'What do sources differ on, and which says what?', request: {} },
    { summary: 'Whose words are they said to be?', request: { field: 'speaker' } },
    { summary: 'How much is contested, and what of it?', request: { facets: ['type', 'field'], limit: '1' } },
  ],
});
