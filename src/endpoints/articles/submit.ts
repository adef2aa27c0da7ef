import { defineOperation } from '../../http/operation.ts';
import { HTTP } from '../../limits.ts';
import { DryRun, LOCATION, Outcome, REVISION_TAG } from './outcome.ts';
import { SubmissionBody } from './submission.ts';
import { takeArticle } from './take-article.ts';

/** Adds an article: the same checks and the same writes as the command line. */
export const addArticle = defineOperation({
  operationId: 'submitArticle',
  tag: 'articles',
  method: 'POST',
  path: '/v1/articles',
  summary: 'Add an article',
  description:
    'Checks an article with its annotation and the entities that are new with it, and writes all of it in one transaction, or nothing. To send the same again changes nothing; PUT replaces an article.',
  params: DryRun,
  body: {
    schema: SubmissionBody,
    mediaType: 'application/json',
    limit: HTTP.articleLimit,
    isCheckedLater: true,
  },
  responses: {
    200: {
      description: 'Nothing was changed: the graph says this already, or it was a dry run.',
      schema: Outcome,
      headers: REVISION_TAG,
    },
    201: {
      description: 'It is written.',
      schema: Outcome,
      headers: { ...LOCATION, ...REVISION_TAG },
    },
  },
  freshness: 'none',
  writes: true,
  respond: (graph, { params, bytes }) => takeArticle(graph, bytes, params),
});
