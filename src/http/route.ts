import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Graph } from '../graph/graph.ts';
import { answerList, answerOne, type Page } from './answer.ts';
import type { Query } from './query.ts';

/** Serves a query as a route. */
export function registerQuery(app: FastifyInstance, graph: Graph, query: Query): void {
  app.route<{ Querystring: Record<string, unknown>; Params: Record<string, unknown> }>({
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
          content: { 'application/json': { schema: query.list ? pageOf(query) : query.row } },
        },
      },
    },
    config: { query },
    handler: async (request, reply) => {
      const params = { ...request.params, ...request.query };
      if (!query.list) return answerOne(graph, query, params);
      const page = await answerList(graph, query, params);
      if (page.next) reply.header('link', nextLink(request.url, page.next));
      return page satisfies Page;
    },
  });
}

const pageOf = ({ row }: Query) =>
  z.object({
    items: z.array(row).describe('The items of this page.'),
    next: z.string().nullable().describe('Cursor of the next page, or null at the end.'),
  });

/** RFC 8288: the next page, relative to this one. */
function nextLink(url: string, cursor: string): string {
  const [path, search] = url.split('?');
  const params = new URLSearchParams(search);
  params.set('cursor', cursor);
  return `<${path}?${params}>; rel="next"`;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    query?: Query;
  }
}
