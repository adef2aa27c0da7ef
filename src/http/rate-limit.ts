import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../errors.ts';
import { isAlwaysAnswered } from './backpressure.ts';

/**
 * Lets each client, known by its address, ask so often in a minute. Kept answers do not count: to give one costs about
 * as much as to count it.
 * @param perMinute 0 lets everybody ask as often as they like.
 */
export async function registerRateLimit(app: FastifyInstance, perMinute: number): Promise<void> {
  if (perMinute === 0) return;
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: '1 minute',
    allowList: isAlwaysAnswered,
    enableDraftSpec: true,
    errorResponseBuilder: (_, { max, ttl }) =>
      new Problem('too-many-requests', `A client may send ${max} requests a minute.`, [], {
        'retry-after': String(Math.ceil(ttl / 1000)),
      }),
  });
}
