import { z } from 'zod';
import { articleNode } from '../formats/json-ld/article.ts';
import { ArticleDetail } from '../model/article.ts';
import { defineQuery } from '../query/define.ts';
import { slug } from '../query/parameters.ts';

export const article = defineQuery({
  operationId: 'getArticle',
  tag: 'articles',
  path: '/v1/articles/{id}',
  summary: 'One article',
  description:
    'An article with its text, verbatim, and the claims that were kept out of the graph with their reasons.',
  cypher: 'article',
  pathParams: z.strictObject({ id: slug('Id of the article.', 'shifting-sands') }),
  params: z.strictObject({}),
  row: ArticleDetail,
  list: false,
  jsonld: articleNode,
  plan: ({ id }) => ({ flags: ['detail'], bind: { id } }),
  examples: [
    { summary: 'What does the article claim that the graph does not?', request: { id: 'shifting-sands' } },
  ],
});
