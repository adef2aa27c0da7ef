import type { FastifyRequest } from 'fastify';

/** Scheme and host that a request came to, for the addresses of answers that travel without their base. */
export const originOf = ({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>) =>
  `${protocol}://${host}`;
