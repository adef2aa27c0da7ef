import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Graph } from '../db/client.ts';
import type { GraphVersion } from '../db/state-witness.ts';
import type { Format } from '../formats/media-types.ts';
import { PAGES_DIGEST } from '../pages/assets.ts';
import { currentState } from '../query/consistency.ts';
import type { RequestContext } from '../query/define.ts';
import { isKnownTag } from './hooks.ts';

/*
 * What responses to requests of every kind say of themselves.
 */

/** The header of a response that a bound left something out of, which not every format can say within. */
export const TRUNCATED_HEADER = 'x-truncated';

/** Scheme and host that a request came to, for URLs in responses that travel without their base. */
export const contextOf = ({ origin }: FastifyRequest): RequestContext => ({ origin });

const versionHeaders = (version: GraphVersion, format: string, revision?: string) => ({
  etag: `W/"${revision === undefined ? '' : `${revision}.`}${version}-${format === 'html' ? PAGES_DIGEST : format}"`,
  'cache-control': 'public, no-cache',
});

/** What is read while a commit is under way is of no one version. */
const OF_NO_VERSION = { 'cache-control': 'no-store' };

/** Tags a response with the version that it shows, after the revision of the one thing that it is of, or with none. */
export function tagWith(
  reply: FastifyReply,
  version: GraphVersion | null,
  format: Format | 'xml',
  revision?: string,
): void {
  if (version === null) reply.removeHeader('etag').headers(OF_NO_VERSION);
  else reply.headers(versionHeaders(version, format, revision));
}

/** Tags a response that does not depend on the graph beyond its version, which is read before the response is made. */
export async function tagWithCurrent(graph: Graph, reply: FastifyReply): Promise<void> {
  const { version, isSettled } = await currentState(graph);
  tagWith(reply, isSettled ? version : null, 'json');
}

/**
 * Whether the client has the response that is about to be sent. To be asked when nothing can fail any more, since a failure is
 * told whatever the client has (RFC 9110, 13.2.1).
 */
export function isCurrent(request: FastifyRequest, reply: FastifyReply): boolean {
  const etag = reply.getHeader('etag');
  return etag !== undefined && isKnownTag(request, String(etag));
}

export const notModified = (reply: FastifyReply) => reply.removeHeader('content-type').code(304).send();
