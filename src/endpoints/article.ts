import { z } from 'zod';
import { defineRead } from '../db/client.ts';
import { cypher, filled } from '../db/cypher.ts';
import { ARTICLE_DETAIL } from '../db/fragments.ts';
import { articleNode } from '../formats/json-ld/article.ts';
import { ArticleDetail } from '../model/article.ts';
import { defineQuery } from '../query/define.ts';
import { slug } from '../query/parameters.ts';

/** An article with all that its page and its embed show. */
export const oneArticle = defineRead({
  name: 'one article',
  parameters: ['id'],
  row: ArticleDetail.extend({ key: z.string() }),
  text: filled('read/articles', { rows: cypher`MATCH (a:Article {id: $id})`, detail: ARTICLE_DETAIL }),
});

export const article = defineQuery({
  kind: 'one',
  operationId: 'getArticle',
  tag: 'articles',
  path: '/v1/articles/{id}',
  summary: 'One article',
  description:
    'An article with its text, verbatim, and the claims that were kept out of the graph with their reasons.',
  pathParams: z.strictObject({ id: slug('Id of the article.', 'shifting-sands') }),
  params: z.strictObject({}),
  row: ArticleDetail,
  read: oneArticle,
  bind: ({ id }) => ({ id }),
  jsonld: articleNode,
  drafts: true,
  examples: [
    { summary: 'What does the article claim that the graph does not?', request: { id: 'shifting-sands' } },
  ],
});
