import { finished } from 'node:stream';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LOAD } from '../limits.ts';
import { overloaded } from './problem.ts';

/** Whoever watches the service must see that it lives while it is busy. */
const ALWAYS_ANSWERED = new Set(['/healthz', '/readyz', '/metrics']);

export const isAlwaysAnswered = ({ routeOptions }: FastifyRequest) =>
  ALWAYS_ANSWERED.has(routeOptions.url ?? '');

/**
 * Sends requests away with 503 and Retry-After where more are under way than can be answered in time.
 * @param watchesProcess also where the process itself is overwhelmed; for a process that does nothing but serve.
 */
export async function registerBackpressure(app: FastifyInstance, watchesProcess: boolean): Promise<void> {
  let underWay = 0;
  // Counted when the body is there, so that those who send theirs slowly keep nobody out.
  app.addHook('preHandler', (request, reply, done) => {
    if (isAlwaysAnswered(request)) return done();
    if (underWay >= LOAD.inFlight) return done(overloaded());
    underWay++;
    const over = finished(reply.raw, () => {
      over();
      underWay--;
    });
    done();
  });
  if (!watchesProcess) return;
  await app.register(underPressure, {
    maxEventLoopDelay: LOAD.eventLoopDelay,
    pressureHandler: (request) => {
      if (!isAlwaysAnswered(request)) throw overloaded();
    },
  });
}
