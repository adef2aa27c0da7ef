import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Graph } from '../../db/client.ts';
import { Problem } from '../../errors.ts';
import { originOf } from '../../http/origin.ts';
import { entitiesById } from './extend.ts';
import { PREVIEW_POLICY, previewPage } from './preview.ts';

/** Serves a small page about an entity. */
export function registerPreview(service: FastifyInstance, graph: Graph): void {
  service.get<{ Querystring: { id: string } }>(
    '/v1/reconcile/preview',
    {
      schema: {
        operationId: 'previewEntity',
        tags: ['reconciliation'],
        summary: 'A small page about an entity',
        description: 'A page that loads nothing, for a frame in the page of a client.',
        querystring: z.object({
          id: z
            .string()
            .max(200)
            .meta({ description: 'Id of the entity.', examples: ['pakistan'] }),
        }),
        response: {
          200: {
            description: 'The page.',
            content: { 'text/html': { schema: z.string().describe('The page.') } },
          },
        },
      },
    },
    async (request, reply) => {
      const { id } = request.query;
      const entity = (await entitiesById(graph, [id])).get(id);
      if (!entity) throw new Problem('not-found', `No entity has the id ${JSON.stringify(id)}.`);
      reply.removeHeader('x-frame-options');
      return reply
        .headers({ 'content-security-policy': PREVIEW_POLICY, 'cache-control': 'public, no-cache' })
        .type('text/html; charset=utf-8')
        .send(previewPage(entity, `${originOf(request)}/v1/entities/${encodeURIComponent(id)}`));
    },
  );
}
