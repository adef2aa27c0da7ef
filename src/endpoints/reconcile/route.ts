import type { FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import type { z } from 'zod';
import type { Graph } from '../../db/client.ts';
import { isFresh } from '../../http/freshness.ts';

/** The answer of a route, for its documentation. */
export const answers = (schema: z.ZodType): FastifySchema['response'] => ({
  200: { description: 'What was asked for.', content: { 'application/json': { schema } } },
});

/** Marks an answer with the version of the graph, and tells whether the client has it. */
export const isKnown = (graph: Graph, request: FastifyRequest, reply: FastifyReply) =>
  isFresh(graph, request, reply, 'json');
