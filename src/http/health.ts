import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Graph, read } from '../db/client.ts';
import { cypher } from '../db/cypher.ts';
import { databaseUnavailable } from './problem.ts';

const Alive = z.object({ status: z.literal('ok').describe('The process answers.') });
const Ready = z.object({
  status: z.literal('ok').describe('The database answers.'),
  graphVersion: z.number().int().describe('Version of the graph; it moves on with every write.'),
});

/** `/healthz` tells whether the process lives, `/readyz` whether it can answer queries. */
export function registerHealth(app: FastifyInstance, graph: Graph): void {
  app.get(
    '/healthz',
    {
      schema: {
        operationId: 'getHealth',
        tags: ['service'],
        summary: 'Whether the process lives',
        description: 'Answers as long as the process runs, whatever the state of the database.',
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
          'Asks the database for the version of the graph; answers 503 where it cannot be reached.',
        response: {
          200: { description: 'It is ready.', content: { 'application/json': { schema: Ready } } },
        },
      },
    },
    async (request) => {
      try {
        const [row] = await read(graph, cypher('read/graph-version'));
        return { status: 'ok' as const, graphVersion: row!.version as number };
      } catch (error) {
        request.log.warn({ err: error }, 'not ready');
        throw databaseUnavailable();
      }
    },
  );
}
