import { z } from 'zod';
import { defineOperation } from '../../http/operation.ts';
import { HTTP } from '../../limits.ts';
import { Slug } from '../../model/text.ts';
import { DryRun, LOCATION, Outcome, REVISION_TAG } from './outcome.ts';
import { ReplacementBody } from './submission.ts';
import { takeArticle } from './take-article.ts';

/** Replaces an article: what it says no longer goes, what it says anew comes, in one transaction. */
export const replaceArticle = defineOperation({
  operationId: 'replaceArticle',
  tag: 'articles',
  method: 'PUT',
  path: '/v1/articles/{id}',
  summary: 'Replace an article',
  description:
    'Checks an article as POST does, and makes the graph say what it says now, in one transaction, or changes nothing: what it no longer says is removed where no other article says it. `If-Match` says which state of it was seen; `If-None-Match: *` creates it.',
  pathParams: z.strictObject({
    id: Slug.meta({ description: 'Id of the article.', examples: ['an-example'] }),
  }),
  params: DryRun,
  preconditions: 'required',
  body: {
    schema: ReplacementBody,
    mediaType: 'application/json',
    limit: HTTP.articleLimit,
    isCheckedLater: true,
  },
  responses: {
    200: {
      description: 'It is replaced, or the graph says this already, or it was a dry run.',
      schema: Outcome,
      headers: REVISION_TAG,
    },
    201: {
      description: 'There was none, and it is written.',
      schema: Outcome,
      headers: { ...LOCATION, ...REVISION_TAG },
    },
  },
  freshness: 'none',
  writes: true,
  respond: (graph, { params: { id, ...params }, precondition, bytes }) =>
    takeArticle(graph, bytes, params, { id, precondition: precondition! }),
});
