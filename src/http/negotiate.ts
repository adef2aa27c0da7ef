import type { IncomingMessage } from 'node:http';
import accepts from 'accepts';
import type { FastifyRequest } from 'fastify';

/**
 * The media type of those offered that a request's `Accept` header likes best, or false where it takes none. A charset
 * makes no difference: every answer is UTF-8, and clients send back the type that they were given.
 */
export function accepted(request: FastifyRequest, offered: string[]): string | false {
  const accept = request.headers.accept?.replaceAll(/;\s*charset=("[^"]*"|[^;,]*)/gi, '');
  return accepts({ headers: { accept } } as IncomingMessage).type(offered) as string | false;
}
