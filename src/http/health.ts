import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Graph } from '../db/client.ts';
import { graphVersion, stateOf } from '../db/graph-version.ts';
import { Problem } from '../errors.ts';
import { LOAD } from '../limits.ts';
import type { WarmUpProgress } from '../query/warm-up.ts';
import { databaseUnavailable } from './problem.ts';

const Alive = z.object({ status: z.literal('ok').describe('The process responds.') });
const Ready = z.object({
  status: z.literal('ok').describe('The database responds.'),
  graphVersion: z.number().int().describe('Version of the graph; it moves on with every write.'),
});

/** `/healthz` tells whether the process lives, `/readyz` whether it can respond to queries. */
export function registerHealth(
  app: FastifyInstance,
  graph: Graph,
  {
    databaseNews,
    warmUp,
  }: { databaseNews: () => string | undefined; warmUp: () => WarmUpProgress | undefined },
): void {
  app.get(
    '/healthz',
    {
      schema: {
        operationId: 'getHealth',
        tags: ['service'],
        summary: 'Whether the process lives',
        description: 'Responds as long as the process runs, whatever the state of the database.',
        response: { 200: { description: 'It lives.', content: { 'application/json': { schema: Alive } } } },
      },
    },
    () => ({ status: 'ok' as const }),
  );
  app.get(
    '/readyz',
    {
      schema: {
        operationId: 'getReadiness',
        tags: ['service'],
        summary: 'Whether queries can be answered',
        description:
          'Asks the database for the version of the graph; responds with 503 where it cannot be reached, and after a start until it has the plans of all queries, and while the index that counts come from is being built. Where the service runs the database itself, the detail says what happened and when it is started again.',
        response: {
          200: { description: 'It is ready.', content: { 'application/json': { schema: Ready } } },
        },
      },
    },
    async (request) => {
      const [row] = await graphVersion.rows(graph).catch((error: unknown) => {
        request.log.warn({ err: error }, 'not ready');
        throw unavailable(databaseNews());
      });
      const progress = warmUp();
      if (progress) throw starting(`The database has planned ${progress.done} of ${progress.all} requests.`);
      if (graph.counts?.progress) throw starting(`The index of counts: ${graph.counts.progress}`);
      return { status: 'ok' as const, graphVersion: stateOf(row!).number };
    },
  );
}

function unavailable(news = ''): Problem {
  const { code, message, headers } = databaseUnavailable();
  return new Problem(code, `${message} ${news}`.trimEnd(), [], headers);
}

const starting = (detail: string) => new Problem('starting', detail, [], { 'retry-after': LOAD.retryAfter });
