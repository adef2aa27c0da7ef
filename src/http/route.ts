import type { FastifyInstance } from 'fastify';
import type { Graph } from '../graph/graph.ts';
import { type Format, MEDIA_TYPES } from './formats.ts';
import { isFresh } from './freshness.ts';
import { answerSchema, formatsOf, type Query } from './query.ts';
import { negotiate, senderOf } from './send.ts';

/** Serves a query as a route. */
export function registerQuery(app: FastifyInstance, graph: Graph, query: Query): void {
  const send = senderOf(graph, query);
  app.route<{ Querystring: Record<string, unknown> & { format?: Format }; Params: Record<string, unknown> }>({
    method: 'GET',
    url: query.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    schema: {
      operationId: query.operationId,
      tags: [query.tag],
      summary: query.summary,
      description: query.description,
      querystring: query.params,
      ...(query.pathParams && { params: query.pathParams }),
      response: {
        200: {
          description: query.list ? 'One page of the list.' : 'What was asked for.',
          content: { 'application/json': { schema: answerSchema(query) } },
        },
      },
    },
    config: { query },
    handler: async (request, reply) => {
      const format = negotiate(query, request, request.query);
      if (query.rows) reply.headers({ 'cache-control': 'public, max-age=3600', vary: 'accept' });
      else if (await isFresh(graph, request, reply, format)) return reply.code(304).send();
      return send(request, reply, { ...request.params, ...request.query }, format);
    },
  });
}

/** The media types that a query answers in beside JSON, for its documentation. */
export const furtherMediaTypes = (query: Query) =>
  formatsOf(query)
    .filter((format) => format !== 'json')
    .map((format) => MEDIA_TYPES[format]);

declare module 'fastify' {
  interface FastifyContextConfig {
    query?: Pick<Query, 'params'>;
  }
}
