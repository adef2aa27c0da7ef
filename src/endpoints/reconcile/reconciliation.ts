import { z } from 'zod';
import type { Graph } from '../../db/client.ts';
import { Problem } from '../../errors.ts';
import { defineOperation } from '../../http/operation.ts';
import { HTTP } from '../../limits.ts';
import { reconcile } from './candidates.ts';
import { candidatesOfQueries, reconcilableEntities } from './entity.ts';
import { extend } from './extend.ts';
import { manifest } from './manifest.ts';
import { MAX_QUERIES, parseBatch, parseExtension } from './requests.ts';
import { Reconciled } from './responses.ts';

const json = () => z.string().max(HTTP.formLimit, `expected at most ${HTTP.formLimit} characters`);

const Question = z.strictObject({
  queries: json()
    .meta({
      description: `Up to ${MAX_QUERIES} queries under keys of their own, as JSON.`,
      examples: ['{"q0":{"query":"Munir","type":"Person"}}'],
    })
    .optional(),
  extend: json()
    .meta({
      description: 'Ids of entities and of properties whose values are asked for, as JSON.',
      examples: ['{"ids":["pakistan"],"properties":[{"id":"iso3166"}]}'],
    })
    .optional(),
});

/** A form sends the fields that are left empty too, and the documentation pages fill in each that has an example. */
const Form = z.strictObject({
  queries: Question.shape.queries,
  extend: json()
    .meta({
      description:
        'Ids of entities and of properties whose values are asked for, as JSON; instead of `queries`.',
      examples: [''],
    })
    .optional(),
});

type Question = z.output<typeof Question>;

const reads = [candidatesOfQueries, reconcilableEntities];

/** The manifest, or the response to a question in the URL. */
export const getReconciliation = defineOperation({
  operationId: 'getReconciliation',
  tag: 'reconciliation',
  method: 'GET',
  path: '/v1/reconcile',
  summary: 'The reconciliation service, for OpenRefine',
  description:
    'Without parameters, the manifest of the service (Reconciliation Service API 0.2). With `queries`, the candidates of each query; with `extend`, values of properties. What is ambiguous is returned as such: a candidate is a match only where it alone has exactly the name, and no other comes close.',
  params: Question,
  responses: {
    200: { description: 'What was asked for.', schema: Reconciled },
  },
  freshness: 'graph',
  reads,
  respond: async (graph, { params, origin }) => {
    const { queries, extend: extension } = params;
    if (queries === undefined && extension === undefined) return { body: manifest(origin) };
    return { body: await respondTo(graph, params) };
  },
});

/** The same for as much as a URL does not hold. */
export const postReconciliation = defineOperation({
  operationId: 'reconcile',
  tag: 'reconciliation',
  method: 'POST',
  path: '/v1/reconcile',
  summary: 'Candidates for names, or values of properties',
  description: 'The same as the GET request with the same parameters, for as much as a URL does not hold.',
  body: { schema: Form, mediaType: 'application/x-www-form-urlencoded', limit: HTTP.formLimit },
  responses: { 200: { description: 'What was asked for.', schema: Reconciled } },
  freshness: 'none',
  reads,
  respond: async (graph, { body }) => ({ body: await respondTo(graph, body) }),
});

function respondTo(graph: Graph, question: Question) {
  const queries = question.queries || undefined;
  const extension = question.extend || undefined;
  if ((queries === undefined) === (extension === undefined)) {
    const detail = `${queries === undefined ? 'Neither' : 'Both'} queries ${queries === undefined ? 'nor' : 'and'} extend are given, expected one of them.`;
    throw new Problem('invalid-parameter', detail, [
      { parameter: 'queries', detail, expected: 'queries or extend' },
    ]);
  }
  return queries === undefined
    ? extend(graph, parseExtension(extension!))
    : reconcile(graph, parseBatch(queries));
}
