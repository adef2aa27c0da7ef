import { z } from 'zod';
import { statementIds } from '../columns/page-ids.ts';
import { statementTotal } from '../columns/totals.ts';
import { STATEMENTS } from '../db/indexes.ts';
import { pagesOf } from '../db/seek.ts';
import { readStatementJson } from '../db/statement-json.ts';
import { statementEntry } from '../formats/atom-entries.ts';
import { statementNode } from '../formats/json-ld/statement.ts';
import { statementPath } from '../formats/resource-paths.ts';
import { Statement } from '../model/statement.ts';
import { searchHits } from '../query/chosen.ts';
import { defineQuery } from '../query/define.ts';
import { oneOf, paging } from '../query/parameters.ts';
import { countedTypes } from './counted-types.ts';

import { Facets, facetCounts, facetsParameter, readFacets } from './statement-facets.ts';
import { statementFilters, statementPages } from './statement-filters.ts';

export const statementList = pagesOf(STATEMENTS, 'read/statements', { isTurnable: true });

const namesOf = (links: { name: string }[]) => links.map(({ name }) => name).join('; ');

export const statements = defineQuery({
  kind: 'page',
  operationId: 'listStatements',
  tag: 'statements',
  path: '/v1/statements',
  summary: 'Who said what about whom, and when',
  description:
    'Statements that match every filter given, in the order of the day they were said; those without a date come last.',
  params: z.strictObject({
    ...statementFilters,
    sort: oneOf(['newest', 'oldest'], 'Order of the day it was said.').default('newest'),
    facets: facetsParameter,
    ...countedTypes,
    ...paging,
  }),
  row: Statement,
  pages: statementList,
  searchedIn: 'statementText',
  total: { count: statementTotal },
  ids: statementIds,
  storedJson: readStatementJson,
  jsonld: statementNode,
  atom: statementEntry,
  tables: {
    statement: '',
    speaker: 'speakers',
    target: 'about',
    targetSource: 'about.articles',
    unnamedTarget: 'unnamedTargets',
    unnamedTargetSource: 'unnamedTargets.articles',
    dateReading: 'said.readings',
    dateSource: 'said.readings.articles',
    actReading: 'act.readings',
    actSource: 'act.readings.articles',
    quotation: 'quotations',
    part: 'quotations.evidence',
    quoted: 'quotations.quoted',
    unnamedTargetWords: 'quotations.unnamedTargets',
    attribution: 'quotations.attributions',
    attributed: 'quotations.attributions.speakers',
  },
  people: {
    columns: ['speaker', 'about', 'said', 'act', 'text', 'article', 'link'],
    row: ({ id, text, said, act, speakers, about, unnamedTargets, quotations }, { origin }) => [
      namesOf(speakers) || null,
      [...about.map(({ name }) => name), ...unnamedTargets.map(({ words }) => `“${words}” (not named)`)].join(
        '; ',
      ),
      said.edtf,
      act?.label ?? null,
      text,
      [...new Set(quotations.map(({ article }) => article.title))].join('; '),
      origin + statementPath(id),
    ],
  },
  meta: {
    shape: { facets: Facets.optional().describe('Counts among all statements that match, where asked for.') },
    askedBy: 'facets',
    read: async (graph, { facets = [], sort: _sort, ...filters }) => ({
      facets: await readFacets(graph, facets, filters),
    }),
    reads: [searchHits],
    counts: facetCounts,
  },
  plan: statementPages,
  drafts: true,
  examples: [
    { summary: 'Who said what about Pakistan?', request: { about: 'Pakistan' } },
    { summary: 'What did Kurilla say about Pakistan?', request: { speaker: 'Kurilla', about: 'Pakistan' } },
    {
      summary: 'How many statements are about Pakistan?',
      request: { about: 'Pakistan', total: 'true', limit: '1' },
    },
    { summary: 'What was said in 2018?', request: { saidFrom: '2018', saidTo: '2018' } },
    { summary: 'Who praised and who criticized whom?', request: { act: ['051', '111'] } },
    {
      summary: 'What did analysts say about the United States?',
      request: { speakerRole: 'analyst', about: 'the United States' },
    },
    {
      summary: 'What was said when Trump and Munir met?',
      request: { at: 'trump-munir-meeting-2025' },
    },
    {
      summary: 'What was said before they met?',
      request: { before: 'trump-munir-meeting-2025' },
    },
    {
      summary: 'What rests on attributions without a source?',
      request: { flag: 'unsourced', maxConfidence: '0.7' },
    },
    {
      summary: 'What did former officials say?',
      request: { speakerRole: 'official', currentRole: 'false' },
    },
    { summary: 'Which attributions are contested, and why?', request: { contested: 'true' } },
    { summary: 'What was said by nobody who can be named?', request: { unattributed: 'true' } },
    { summary: 'What was said about General Munir, and by whom?', request: { about: 'General Munir' } },
    {
      summary: 'Who speaks most about Pakistan, and what do they do by it?',
      request: { about: 'Pakistan', facets: ['speaker', 'act'], limit: '5' },
    },
  ],
});
