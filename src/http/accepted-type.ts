import type { IncomingMessage } from 'node:http';
import accepts from 'accepts';
import type { FastifyRequest } from 'fastify';

/**
 * The media type of those offered that a request's `Accept` header likes best, or undefined where it takes none. A charset
 * makes no difference: every response is UTF-8, and clients send back the type that they were given.
 */
export function acceptedType(request: FastifyRequest, offered: readonly string[]): string | undefined {
  const accept = request.headers.accept?.replaceAll(/;\s*charset=("[^"]*"|[^;,]*)/gi, '');
  const type = accepts({ headers: { accept } } as IncomingMessage).type([...offered]);
  return typeof type === 'string' ? type : undefined;
}
