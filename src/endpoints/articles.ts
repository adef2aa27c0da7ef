import { z } from 'zod';
import { articleNode } from '../formats/json-ld/article.ts';
import { Article } from '../model/article.ts';
import { defineQuery, present } from '../query/define.ts';
import { day, entity, paging, searchText } from '../query/parameters.ts';
import { fullTextQuery } from '../search/full-text.ts';

/** Articles that one page looks at where most of them do not match; the next page goes on from there. */
const MAX_SCANNED = 10_000;

export const articles = defineQuery({
  operationId: 'listArticles',
  tag: 'articles',
  path: '/v1/articles',
  summary: 'Articles',
  description: 'The sources of the graph, by id.',
  cypher: 'articles',
  searchedIn: 'articleText',
  params: z.strictObject({
    author: entity('Who wrote it.', 'liam').optional(),
    publishedFrom: day('Published on this day or later.', '2025-01-01').optional(),
    publishedTo: day('Published on this day or earlier.', '2026-12-31').optional(),
    q: searchText('Words of its title or text.', 'counterterrorism').optional(),
    ...paging,
  }),
  row: Article,
  list: true,
  jsonld: articleNode,
  plan: ({ q, ...filters }) => {
    const given = { ...filters, q: q === undefined ? undefined : fullTextQuery(q) };
    return {
      flags: present(given),
      bind: { ...given, scan: MAX_SCANNED },
      ...(q === undefined && { reach: 'articles-reach' }),
    };
  },
  examples: [{ summary: 'Which articles speak of counterterrorism?', request: { q: 'counterterrorism' } }],
});
