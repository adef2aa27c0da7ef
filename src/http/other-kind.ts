import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { defineRead, type Graph } from '../db/client.ts';
import { cypherFile } from '../db/cypher.ts';
import { Problem } from '../errors.ts';
import { nameKey } from '../model/name-key.ts';
import { type KnownRoute, pathBelow } from './nearest-path.ts';

export const kindsOfId = defineRead({
  name: 'the kinds of things that have an id or a name',
  parameters: ['id', 'key'],
  row: z.object({ kind: z.string(), id: z.string() }),
  text: cypherFile('read/kinds-of-id'),
});

const OF_ONE_THING = /^\/v1\/(entities|events|articles|statements)\/:id(?:\/(\w+))?$/;
const CODES = new Set(['not-found', 'unknown-entity', 'invalid-parameter']);

/**
 * The problem of a request for one thing, with the path of the thing of another kind that its id or name is of, where there is
 * just one.
 */
export async function withOtherKind(
  graph: Graph,
  request: FastifyRequest,
  problem: Problem,
  routes: readonly KnownRoute[],
): Promise<Problem> {
  const [, collection, list] = OF_ONE_THING.exec(request.routeOptions.url ?? '') ?? [];
  const { id } = (request.params ?? {}) as { id?: string };
  const isOfId = problem.faults.every(({ parameter }) => parameter === 'id');
  if (!collection || !id || !CODES.has(problem.code) || !isOfId) return problem;
  // What was wrong is told in any case.
  const things = await kindsOfId.rows(graph, { id, key: nameKey(id) }).catch(() => []);
  const [thing, ...others] = things.filter(({ kind }) => kind !== collection);
  if (!thing || others.length > 0) return problem;
  const nearest = pathBelow(thing.kind, thing.id, list, routes);
  if (nearest === undefined) return problem;
  const detail = `${problem.message} It is one of ${thing.kind}: ${nearest}.`;
  const faults =
    problem.faults.length > 0 ? problem.faults : [{ detail, expected: `the id of one of ${collection}` }];
  return new Problem(
    problem.code,
    detail,
    faults.map((fault) => ({ ...fault, nearest })),
    problem.headers,
  );
}
