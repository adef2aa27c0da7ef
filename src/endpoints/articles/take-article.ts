import type { Graph } from '../../db/client.ts';
import type { OperationResponse } from '../../http/operation.ts';
import { type SubmissionOptions, submitArticle } from '../../ingest/write/submit-article.ts';
import { submissionResponse } from './outcome.ts';
import { asSubmission } from './submission-problem.ts';

/**
 * Takes an article that is sent.
 * @param replaces of what is sent to the URL of an article: its id, and what has to be there.
 * @throws Problem with what is wrong.
 */
export const takeArticle = (
  graph: Graph,
  bytes: Uint8Array,
  params: { dryRun: 'true' | 'false' },
  replaces?: SubmissionOptions['replaces'],
): Promise<OperationResponse> =>
  asSubmission('invalid-article', async () => {
    const dryRun = params.dryRun === 'true';
    return submissionResponse(await submitArticle(graph, bytes, { dryRun, replaces }), dryRun);
  });
