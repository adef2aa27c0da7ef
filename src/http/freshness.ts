import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Graph } from '../graph/graph.ts';
import { currentVersion } from '../graph/version.ts';
import type { Format } from './formats.ts';

/**
 * Marks the answer with the version of the graph, and tells whether the client has it already. The version is read
 * before the answer is, so an answer is never older than its tag; where the client has it, no query is run.
 */
export async function isFresh(graph: Graph, request: FastifyRequest, reply: FastifyReply, format: Format) {
  const tag = `W/"${await currentVersion(graph)}-${format}"`;
  reply.headers({ etag: tag, 'cache-control': 'public, no-cache', vary: 'accept' });
  const known = request.headers['if-none-match'];
  return known === '*' || (known?.split(',').some((one) => strong(one) === strong(tag)) ?? false);
}

/** Tags compare weakly (RFC 9110, 13.1.2). */
const strong = (tag: string) => tag.trim().replace(/^W\//, '');
