import { createHash, timingSafeEqual } from 'node:crypto';
import type { onRequestHookHandler } from 'fastify';
import { Problem } from '../errors.ts';

/** Digests have one length, so that the time of a comparison tells nothing of the key, not even its length. */
const digest = (key: string) => createHash('sha256').update(key).digest();

/**
 * Lets pass who sends the key as a bearer token (RFC 6750), before the body is read.
 * @param key undefined where this service takes no writes.
 */
export function keyRequired(key: string | undefined): onRequestHookHandler {
  const wanted = key === undefined ? undefined : digest(key);
  return (request, _reply, done) => {
    if (!wanted) return done(new Problem('writes-disabled', 'No key is set for this service.'));
    const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (given !== undefined && timingSafeEqual(digest(given), wanted)) return done();
    const challenge = given === undefined ? 'Bearer' : 'Bearer error="invalid_token"';
    const detail = given === undefined ? 'The request has no key.' : 'The key is not that of this service.';
    return done(new Problem('key-required', detail, [], { 'www-authenticate': challenge }));
  };
}
