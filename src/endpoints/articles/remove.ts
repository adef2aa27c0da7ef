import { z } from 'zod';
import { Problem } from '../../errors.ts';
import { defineOperation } from '../../http/operation.ts';
import { removeArticle } from '../../ingest/write/remove-article.ts';
import { Slug } from '../../model/text.ts';

/** Removes an article with all that no other article says. */
export const deleteArticle = defineOperation({
  operationId: 'deleteArticle',
  tag: 'articles',
  method: 'DELETE',
  path: '/v1/articles/{id}',
  summary: 'Remove an article',
  description:
    'Removes an article with everything that no other article says, in one transaction. Entities stay.',
  pathParams: z.strictObject({
    id: Slug.meta({ description: 'Id of the article.', examples: ['an-article'] }),
  }),
  responses: { 204: { description: 'It is removed.' } },
  freshness: 'none',
  writes: true,
  preconditions: 'optional',
  respond: async (graph, { params: { id }, precondition }) => {
    if (await removeArticle(graph, id, precondition)) return { status: 204 };
    throw new Problem('not-found', `There is no article ${JSON.stringify(id)}.`);
  },
});
