import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { defineRead, type Graph } from '../db/client.ts';
import { cypherFile } from '../db/cypher.ts';
import type { Problem } from '../errors.ts';

export const currentIds = defineRead({
  name: 'what is called otherwise since it was found to be one with another',
  parameters: ['id'],
  row: z.object({ kind: z.string(), id: z.string() }),
  text: cypherFile('read/current-ids'),
});

const OF_ONE_THING = /^\/v1\/(entities|events|statements)\/:id(\/\w+)?$/;
const CODES = new Set(['not-found', 'unknown-entity']);

/**
 * The path and query of what a request means by an id that a decision gave up, where it reads one thing and found none; undefined
 * for any other.
 */
export async function currentPath(
  graph: Graph,
  request: FastifyRequest,
  problem: Problem,
): Promise<string | undefined> {
  const [, collection, list = ''] = OF_ONE_THING.exec(request.routeOptions.url ?? '') ?? [];
  const { id } = (request.params ?? {}) as { id?: string };
  if (!collection || !id || !CODES.has(problem.code) || !READING.has(request.method)) return undefined;
  if (problem.faults.some(({ parameter }) => parameter !== 'id')) return undefined;
  // What was wrong is told in any case.
  const things = await currentIds.rows(graph, { id }).catch(() => []);
  const thing = things.find(({ kind }) => kind === collection);
  if (!thing) return undefined;
  const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
  return `/v1/${collection}/${thing.id}${list}${query}`;
}

const READING = new Set(['GET', 'HEAD']);
