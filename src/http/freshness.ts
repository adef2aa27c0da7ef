import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Graph } from '../db/client.ts';
import type { Format } from '../formats/media-types.ts';
import { currentState, type GraphVersion } from '../query/version.ts';

/** The headers of an answer that shows a version of the graph. */
export const freshness = (version: GraphVersion, format: Format) => ({
  etag: `W/"${version}-${format}"`,
  'cache-control': 'public, no-cache',
  vary: 'accept',
});

/** The headers of an answer that was read while somebody wrote: it is of no one version. */
export const NO_FRESHNESS = { 'cache-control': 'no-store', vary: 'accept' };

/** Whether the client has the answer of this tag. Tags compare weakly (RFC 9110, 13.1.2). */
export function isKnown(request: FastifyRequest, tag: string): boolean {
  const known = request.headers['if-none-match'];
  return known === '*' || (known?.split(',').some((one) => strong(one) === strong(tag)) ?? false);
}

const strong = (tag: string) => tag.trim().replace(/^W\//, '');

/**
 * Marks the answer with the version of the graph, and tells whether the client has it already. The version is read
 * before the answer is, so an answer is never older than its tag; where the client has it, no query is run. What is read
 * during a commit gets no tag.
 */
export async function isFresh(graph: Graph, request: FastifyRequest, reply: FastifyReply, format: Format) {
  const { version, isSettled } = await currentState(graph);
  const headers = freshness(version, format);
  reply.headers(isSettled ? headers : NO_FRESHNESS);
  return isSettled && isKnown(request, headers.etag);
}
