import { createHash, timingSafeEqual } from 'node:crypto';
import type { onRequestHookHandler } from 'fastify';
import { LRUCache } from 'lru-cache';
import { Problem } from '../errors.ts';
import { LOAD } from '../limits.ts';

/** Digests have one length, so that the time of a comparison tells nothing of the key, not even its length. */
const digest = (key: string) => createHash('sha256').update(key).digest();

const MINUTE = 60_000;
/** Clients that are remembered for their wrong keys; a guesser with more IP addresses than that has others' turns too. */
const REMEMBERED = 10_000;

interface WrongKeys {
  of(client: string): number;
  add(client: string): void;
  /** Seconds until those of a client are forgotten. */
  left(client: string): number;
}

/** Counts the wrong keys of each client within a minute of the first one. */
export function wrongKeyCounter(): WrongKeys {
  const counts = new LRUCache<string, number>({ max: REMEMBERED, ttl: MINUTE, noUpdateTTL: true });
  return {
    of: (client) => counts.get(client) ?? 0,
    add: (client) => counts.set(client, (counts.get(client) ?? 0) + 1),
    left: (client) => Math.ceil(counts.getRemainingTTL(client) / 1000),
  };
}

/** A key that writing takes, with the name of who has it. */
export interface WriteKey {
  name: string;
  key: string;
}

/**
 * Lets pass who sends one of the keys as a bearer token (RFC 6750), before the body is read; the name of the key goes with the
 * request, and into its lines in the log.
 * @param keys none where this service takes no writes.
 * @param wrongKeys where it is given, a client that sent too many in a minute has to wait, whatever it sends then: were the
 *   right key taken still, guessing would go on.
 */
export function keyRequired(keys: readonly WriteKey[], wrongKeys?: WrongKeys): onRequestHookHandler {
  const wanted = keys.map(({ name, key }) => ({ name, digest: digest(key) }));
  return (request, reply, done) => {
    if (wanted.length === 0) return done(new Problem('writes-disabled', 'No key is set for this service.'));
    if (wrongKeys && wrongKeys.of(request.ip) >= LOAD.wrongKeys)
      return done(tooManyWrongKeys(wrongKeys.left(request.ip)));
    const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const name = given === undefined ? undefined : ownerOf(digest(given), wanted);
    if (name !== undefined) {
      request.writer = name;
      request.log = request.log.child({ writer: name });
      reply.log = request.log;
      return done();
    }
    if (given !== undefined) wrongKeys?.add(request.ip);
    const challenge = given === undefined ? 'Bearer' : 'Bearer error="invalid_token"';
    const detail =
      given === undefined
        ? 'The request has no bearer key, expected the header `Authorization: Bearer KEY`.'
        : 'The key is none of this service, expected one that its operator set as WRITE_KEY or in WRITE_KEYS.';
    return done(new Problem('key-required', detail, [], { 'www-authenticate': challenge }));
  };
}

/** It compares with all of them, so that the time tells nothing of which one comes near. */
const ownerOf = (given: Buffer, wanted: { name: string; digest: Buffer }[]) =>
  wanted.filter(({ digest }) => timingSafeEqual(given, digest))[0]?.name;

const tooManyWrongKeys = (seconds: number) =>
  new Problem('too-many-requests', `A client may send ${LOAD.wrongKeys} wrong keys a minute.`, [], {
    'retry-after': String(Math.max(seconds, 1)),
  });

declare module 'fastify' {
  interface FastifyRequest {
    /** The name of the key that the request came with, where it may write. */
    writer?: string;
  }
}
