import type { FastifyInstance } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Graph, withTimeout } from '../../db/client.ts';
import { Problem } from '../../errors.ts';
import { keyRequired } from '../../http/auth.ts';
import { removeArticle } from '../../ingest/write/remove-article.ts';
import { submitArticle } from '../../ingest/write/submit-article.ts';
import { HTTP } from '../../limits.ts';
import { Slug } from '../../model/text.ts';
import { Outcome, outcomeOf } from './outcome.ts';
import { SubmissionBody } from './submission.ts';
import { submissionProblem } from './submission-problem.ts';

const SECURITY = { security: [{ writeKey: [] }], tags: ['articles'] };
const params = z.strictObject({
  id: Slug.meta({ description: 'Id of the article.', examples: ['an-article'] }),
});
const querystring = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .optional()
    .describe('Whether to find out what would be written, without writing it.'),
});

/** Serves what changes the graph: the same checks and the same writes as the command line. */
export async function registerWriting(app: FastifyInstance, graph: Graph, key?: string): Promise<void> {
  await app.register(async (service) => {
    service.addHook('onRequest', keyRequired(key));
    service.post<{ Querystring: z.output<typeof querystring> }>(
      '/v1/articles',
      {
        bodyLimit: HTTP.articleLimit,
        config: { query: { params: querystring } },
        // The body is checked with what it refers to, in one go; here it is only described.
        validatorCompiler: (part) =>
          part.httpPart === 'body' ? (value: unknown) => ({ value }) : validatorCompiler(part as never),
        schema: {
          operationId: 'submitArticle',
          body: SubmissionBody,
          ...SECURITY,
          summary: 'Add an article',
          description:
            'Checks an article with its annotation and the entities that are new with it, and writes all of it in one transaction, or nothing. To send the same again changes nothing. To replace an article, delete it first.',
          querystring,
          response: {
            200: json('Nothing was changed: the graph says this already, or it was a dry run.'),
            201: {
              ...json('It is written.'),
              headers: z.object({ location: z.string().describe('Address of the article.') }),
            },
          },
        },
      },
      async (request, reply) => {
        const dryRun = request.query.dryRun === 'true';
        try {
          const submitted = await withTimeout(
            submitArticle(graph, request.body, { dryRun }),
            HTTP.writeTimeout,
          );
          const isWritten = submitted.isNew && !dryRun;
          if (isWritten) reply.code(201).header('location', `/v1/articles/${submitted.id}`);
          return outcomeOf(submitted, dryRun);
        } catch (error) {
          throw submissionProblem(error);
        }
      },
    );
    service.delete<{ Params: z.output<typeof params> }>(
      '/v1/articles/:id',
      {
        schema: {
          operationId: 'deleteArticle',
          ...SECURITY,
          summary: 'Remove an article',
          description:
            'Removes an article with everything that no other article says, in one transaction. Entities stay.',
          params,
          response: { 204: z.null().describe('It is removed.') },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        const removed = await withTimeout(removeArticle(graph, id), HTTP.writeTimeout);
        if (!removed) throw new Problem('not-found', `There is no article ${JSON.stringify(id)}.`);
        return reply.code(204).send();
      },
    );
  });
}

const json = (description: string) => ({
  description,
  content: { 'application/json': { schema: Outcome } },
});
