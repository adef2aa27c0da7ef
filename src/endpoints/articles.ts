import { z } from 'zod';
import { articleIds } from '../columns/page-ids.ts';
import { articleTotal } from '../columns/totals.ts';
import { ARTICLES } from '../db/indexes.ts';
import { pagesOf } from '../db/seek.ts';
import { articleEntry } from '../formats/atom-entries.ts';
import { articleNode } from '../formats/json-ld/article.ts';
import { Article } from '../model/article.ts';
import { nameKey } from '../model/name-key.ts';
import { defineQuery } from '../query/define.ts';
import { entity, firstDay, lastDay, paging, searchText, several, text } from '../query/parameters.ts';
import { changedSince } from '../query/resolve-changes.ts';
import { fullTextQuery } from '../search/full-text.ts';

export const articles = defineQuery({
  kind: 'page',
  operationId: 'listArticles',
  tag: 'articles',
  path: '/v1/articles',
  summary: 'Articles',
  description: 'The sources of the graph, by id.',
  params: z.strictObject({
    author: several(entity('Who wrote it.', 'liam')).optional(),
    publisher: several(
      text().meta({
        description: 'Who published it, by name; case and dots make no difference.',
        examples: ['The Invented Gazette'],
      }),
    ).optional(),
    publishedFrom: firstDay('Published then or later.', '2025').optional(),
    publishedTo: lastDay('Published then or earlier.', '2026-06').optional(),
    changedSince: changedSince('articles').optional(),
    q: searchText('Words of its title or text.', 'counterterrorism').optional(),
    ...paging,
  }),
  row: Article,
  pages: pagesOf(ARTICLES, 'read/articles'),
  searchedIn: 'articleText',
  total: { count: articleTotal },
  ids: articleIds,
  jsonld: articleNode,
  atom: articleEntry,
  tables: { article: '', author: 'authors' },
  plan: ({ q, publisher, ...filters }) => ({
    given: {
      ...filters,
      publisher: publisher?.map(nameKey),
      q: q === undefined ? undefined : fullTextQuery(q),
    },
  }),
  drafts: true,
  examples: [{ summary: 'Which articles speak of counterterrorism?', request: { q: 'counterterrorism' } }],
});
