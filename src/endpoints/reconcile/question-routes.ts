import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Graph } from '../../db/client.ts';
import { Problem } from '../../errors.ts';
import { originOf } from '../../http/origin.ts';
import { Extended, Manifest, Results } from './answers.ts';
import { reconcile } from './candidates.ts';
import { extend } from './extend.ts';
import { manifest } from './manifest.ts';
import { MAX_QUERIES, parseBatch, parseExtension } from './requests.ts';
import { answers, isKnown } from './route.ts';

/** As many characters as a form may have bytes. */
const MAX_JSON = 262_144;
const json = () => z.string().max(MAX_JSON, `expected at most ${MAX_JSON} characters`);

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

type Question = z.output<typeof Question>;

/** Serves the manifest, the queries and the values of properties. */
export function registerQuestions(service: FastifyInstance, graph: Graph): void {
  service.get<{ Querystring: Question }>(
    '/v1/reconcile',
    {
      config: { query: { params: Question } },
      schema: {
        operationId: 'getReconciliation',
        tags: ['reconciliation'],
        summary: 'The reconciliation service, for OpenRefine',
        description:
          'Without parameters, the manifest of the service (Reconciliation Service API 0.2). With `queries`, the candidates of each query; with `extend`, values of properties. What is ambiguous is returned as such: a candidate is a match only where it alone has exactly the name, and no other comes close.',
        querystring: Question,
        response: answers(z.union([Manifest, Extended, Results])),
      },
    },
    async (request, reply) => {
      if (await isKnown(graph, request, reply)) return reply.code(304).send();
      const { queries, extend } = request.query;
      if (queries === undefined && extend === undefined) return manifest(originOf(request));
      return answerQuestion(graph, request.query);
    },
  );
  service.post<{ Body: Question }>(
    '/v1/reconcile',
    {
      config: { query: { params: Question } },
      schema: {
        operationId: 'reconcile',
        tags: ['reconciliation'],
        summary: 'Candidates for names, or values of properties',
        description:
          'The same as the GET request with the same parameters, for as much as an address does not hold.',
        consumes: ['application/x-www-form-urlencoded'],
        body: Question,
        response: answers(z.union([Extended, Results])),
      },
    },
    (request, reply) => {
      reply.header('cache-control', 'no-store');
      return answerQuestion(graph, request.body);
    },
  );
}

function answerQuestion(graph: Graph, { queries, extend: extension }: Question) {
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
