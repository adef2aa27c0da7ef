import { z } from 'zod';
import { defineOperation } from '../../http/operation.ts';
import { submitArticle } from '../../ingest/write/submit-article.ts';
import { HTTP } from '../../limits.ts';
import { Outcome, outcomeOf } from './outcome.ts';
import { SubmissionBody } from './submission.ts';
import { submissionProblem } from './submission-problem.ts';

/** Adds an article: the same checks and the same writes as the command line. */
export const addArticle = defineOperation({
  operationId: 'submitArticle',
  tag: 'articles',
  method: 'POST',
  path: '/v1/articles',
  summary: 'Add an article',
  description:
    'Checks an article with its annotation and the entities that are new with it, and writes all of it in one transaction, or nothing. To send the same again changes nothing. To replace an article, delete it first.',
  params: z.strictObject({
    dryRun: z
      .enum(['true', 'false'])
      .default('false')
      .describe('Whether to find out what would be written, without writing it.'),
  }),
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
    },
    201: {
      description: 'It is written.',
      schema: Outcome,
      headers: { location: { description: 'URL of the article.', schema: { type: 'string' } } },
    },
  },
  freshness: 'none',
  writes: true,
  respond: async (graph, { params, bytes }) => {
    const dryRun = params.dryRun === 'true';
    const submitted = await submitArticle(graph, bytes, { dryRun }).catch((error: unknown) => {
      throw submissionProblem(error);
    });
    const isWritten = submitted.isNew && !dryRun;
    return {
      ...(isWritten && { status: 201, headers: { location: `/v1/articles/${submitted.id}` } }),
      body: outcomeOf(submitted, dryRun),
    };
  },
});
