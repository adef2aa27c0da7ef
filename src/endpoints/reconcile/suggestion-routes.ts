import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Graph } from '../../db/client.ts';
import { EntityType } from '../../model/vocabulary.ts';
import { wholeNumber } from '../../query/parameters.ts';
import { ProposedProperties, SuggestedEntities, SuggestedProperties, SuggestedTypes } from './answers.ts';
import { answers, isKnown } from './route.ts';
import {
  proposeProperties,
  type SuggestRequest,
  suggestEntities,
  suggestProperties,
  suggestTypes,
} from './suggest.ts';

/** Other parameters than these are let pass: clients send those of older versions, and they change nothing. */
const Suggest = z.object({
  prefix: z
    .string()
    .max(200)
    .meta({ description: 'What was typed so far.', examples: ['mun'] }),
  cursor: wholeNumber(0, 1000, 0, 'How many suggestions to skip.').default(0),
  limit: wholeNumber(1, 50, 10, 'How many suggestions are answered at most.').default(10),
});

const type = z
  .enum([...EntityType.options, ''])
  .meta({ description: 'Only for entities of this type; for all where it is empty.' })
  .optional();

/** Serves what completes beginnings of names, and what there is to fetch. */
export function registerSuggestions(service: FastifyInstance, graph: Graph): void {
  const suggest = (
    what: string,
    operationId: string,
    [querystring, answer]: [z.ZodType, z.ZodType],
    find: (request: SuggestRequest) => unknown,
  ) =>
    service.get<{ Querystring: SuggestRequest }>(
      `/v1/reconcile/suggest/${what}`,
      {
        schema: {
          operationId,
          tags: ['reconciliation'],
          summary: `Completes what is typed to ${what === 'entity' ? 'an entity' : `a ${what}`}`,
          description: `What begins as given, by its id, its name or a word of it.`,
          querystring,
          response: answers(answer),
        },
      },
      async (request, reply) =>
        (await isKnown(graph, request, reply)) ? reply.code(304).send() : find(request.query),
    );
  suggest('entity', 'suggestReconcileEntities', [Suggest.extend({ type }), SuggestedEntities], (request) =>
    suggestEntities(graph, request),
  );
  suggest('property', 'suggestReconcileProperties', [Suggest, SuggestedProperties], suggestProperties);
  suggest('type', 'suggestReconcileTypes', [Suggest, SuggestedTypes], suggestTypes);
  service.get<{ Querystring: { type?: string; limit?: number } }>(
    '/v1/reconcile/extend/propose',
    {
      schema: {
        operationId: 'proposeReconcileProperties',
        tags: ['reconciliation'],
        summary: 'Properties to fetch',
        description: 'The properties that entities of a type may have.',
        querystring: z.object({
          type,
          limit: wholeNumber(1, 50, 50, 'How many properties are answered at most.').optional(),
        }),
        response: answers(ProposedProperties),
      },
    },
    ({ query }) => proposeProperties(query.type ?? '', query.limit),
  );
}
