import { z } from 'zod';
import { type AnyOperation, defineOperation } from '../../http/operation.ts';
import { EntityType } from '../../model/vocabulary.ts';
import { wholeNumber } from '../../query/parameters.ts';
import { suggestedEntities } from '../suggest.ts';
import { reconcilableEntities } from './entity.ts';
import { ProposedProperties, SuggestedEntities, SuggestedProperties, SuggestedTypes } from './responses.ts';
import { proposeProperties, suggestEntities, suggestProperties, suggestTypes } from './suggest.ts';

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
  .meta({ description: 'Only for entities of this type; for all where it is empty.', examples: ['Person'] })
  .optional();

const suggestion = (what: 'an entity' | 'a property' | 'a type') =>
  ({
    tag: 'reconciliation',
    method: 'GET',
    path: `/v1/reconcile/suggest/${what.split(' ')[1]}`,
    summary: `Completes what is typed to ${what}`,
    description: 'What begins as given, by its id, its name or a word of it.',
    freshness: 'graph',
  }) as const;

const found = (schema: z.ZodType) => ({ 200: { description: 'What was asked for.', schema } });

/** Completes what is typed, and proposes what there is to fetch. */
export const suggestions: AnyOperation[] = [
  defineOperation({
    ...suggestion('an entity'),
    operationId: 'suggestReconcileEntities',
    params: Suggest.extend({ type }),
    responses: found(SuggestedEntities),
    reads: [suggestedEntities, reconcilableEntities],
    respond: async (graph, { params }) => ({ body: await suggestEntities(graph, params) }),
  }),
  defineOperation({
    ...suggestion('a property'),
    operationId: 'suggestReconcileProperties',
    params: Suggest,
    responses: found(SuggestedProperties),
    respond: (_graph, { params }) => ({ body: suggestProperties(params) }),
  }),
  defineOperation({
    ...suggestion('a type'),
    operationId: 'suggestReconcileTypes',
    params: Suggest,
    responses: found(SuggestedTypes),
    respond: (_graph, { params }) => ({ body: suggestTypes(params) }),
  }),
  defineOperation({
    operationId: 'proposeReconcileProperties',
    tag: 'reconciliation',
    method: 'GET',
    path: '/v1/reconcile/extend/propose',
    summary: 'Properties to fetch',
    description: 'The properties that entities of a type may have.',
    params: z.object({
      type,
      limit: wholeNumber(1, 50, 50, 'How many properties are answered at most.').optional(),
    }),
    responses: found(ProposedProperties),
    freshness: 'constant',
    respond: (_graph, { params }) => ({ body: proposeProperties(params.type ?? '', params.limit) }),
  }),
];
