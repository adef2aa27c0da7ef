import formBody from '@fastify/formbody';
import type { FastifyError, FastifyInstance } from 'fastify';
import type { Graph } from '../../db/client.ts';
import { Problem } from '../../errors.ts';
import { registerPreview } from './preview-route.ts';
import { registerQuestions } from './question-routes.ts';
import { registerSuggestions } from './suggestion-routes.ts';

const BODY_LIMIT = 256 * 1024;

/** Serves the Reconciliation Service API, version 0.2, by which OpenRefine and others match names to entities. */
export async function registerReconciliation(app: FastifyInstance, graph: Graph): Promise<void> {
  await app.register(async (service) => {
    service.removeAllContentTypeParsers();
    await service.register(formBody, { bodyLimit: BODY_LIMIT });
    service.setErrorHandler((error: FastifyError) => {
      throw bodyProblem(error) ?? error;
    });
    registerQuestions(service, graph);
    registerSuggestions(service, graph);
    registerPreview(service, graph);
  });
}

/** What is wrong with a body that was not read. */
function bodyProblem({ code }: Partial<FastifyError>): Problem | undefined {
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new Problem('bad-request', 'The body is no form: expected application/x-www-form-urlencoded.');
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Problem(
      'bad-request',
      `The body is larger than ${BODY_LIMIT / 1024} KiB; send fewer queries at a time.`,
    );
  return undefined;
}
