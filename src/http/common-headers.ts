import type { FastifyInstance } from 'fastify';

/** Headers that every response has, a failure before its route too: it is the same public record for each origin. */
export const COMMON_HEADERS = {
  // The same for each response of a path, or caches would take one for another.
  vary: 'accept, accept-encoding',
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
};

/** JSON is UTF-8 and its media types have no such parameter (RFC 8259, 11); clients compare them to the letter. */
const JSON_WITH_CHARSET = /^([^;]*json\s*(?:;.*?)?);\s*charset=[^;]*$/i;

/** Gives each response what all have. To be registered before all that sends anything. */
export function registerCommonHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(COMMON_HEADERS);
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    const type = String(reply.getHeader('content-type') ?? '');
    const [, bare] = JSON_WITH_CHARSET.exec(type) ?? [];
    if (bare !== undefined) reply.header('content-type', bare);
    done(null, payload);
  });
}
