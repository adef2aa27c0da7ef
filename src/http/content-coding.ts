import { type Duplex, pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import {
  brotliCompress,
  constants,
  createBrotliCompress,
  createGzip,
  createZstdCompress,
  gzip,
  zstdCompress,
} from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../errors.ts';
import { HTTP } from '../limits.ts';

/*
 * What a client says of codings, read as RFC 9110, 12.5.3 has it: neither negotiator nor @hapi/accept nor @fastify/compress
 * heeds a coding that is refused after it was named, or `*;q=0`. The last also sends HEAD what GET would not.
 */

declare module 'fastify' {
  interface FastifyRequest {
    /** The codings that the client takes, the best one first. */
    codings: Coding[];
  }
}

/** The codings of responses, with the preferred one first where the client has no preference. */
const CODINGS = ['gzip', 'br', 'zstd', 'identity'] as const;

export type Coding = (typeof CODINGS)[number];

/** The codings that an `Accept-Encoding` header takes, the best one first. */
export function acceptedCodings(header = ''): Coding[] {
  const weights = new Map<string, number>();
  for (const element of header.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = element.split(';').map((part) => part.trim());
    if (coding === '') continue;
    const name = coding === 'x-gzip' ? 'gzip' : coding;
    weights.set(name, Math.min(weights.get(name) ?? 1, ...parameters.map(weightOf)));
  }
  const others = weights.get('*');
  return CODINGS.map((coding) => ({
    coding,
    // What is not named is refused, but for what is not coded at all, which comes last.
    weight: weights.get(coding) ?? others ?? (coding === 'identity' ? Number.MIN_VALUE : 0),
  }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ coding }) => coding);
}

/** The weight that a parameter gives; one that is no weight from 0 to 1 refuses the coding, which is safe. */
function weightOf(parameter: string): number {
  const [name, value = ''] = parameter.split('=').map((part) => part.trim());
  if (name !== 'q') return 1;
  const weight = /^[01](?:\.\d*)?$/.test(value) ? Number(value) : 0;
  return weight <= 1 ? weight : 0;
}

type Compression = Exclude<Coding, 'identity'>;

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Compress a body that is held as a whole. */
export const COMPRESSORS: Record<Compression, (body: Buffer) => Promise<Buffer>> = {
  gzip: promisify(gzip),
  br: (body) => promisify(brotliCompress)(body, BROTLI),
  zstd: promisify(zstdCompress),
};

const STREAM_COMPRESSORS: Record<Compression, () => Duplex> = {
  gzip: createGzip,
  br: () => createBrotliCompress(BROTLI),
  zstd: createZstdCompress,
};

/** The coding that a body is sent in: one that is small or compressed already goes as it is, if the client takes it so. */
export function codingOf(codings: readonly Coding[], type: string, payload: unknown): Coding {
  const isWorthIt = /^text\/|json|xml|javascript/i.test(type) && !(bytesOf(payload) < HTTP.leastCompressed);
  return isWorthIt || !codings.includes('identity') ? (codings[0] ?? 'identity') : 'identity';
}

/** The length of a body that is held as a whole. */
const bytesOf = (payload: unknown) =>
  typeof payload === 'string' || Buffer.isBuffer(payload) ? Buffer.byteLength(payload) : Number.NaN;

/**
 * Sends each response in the coding that its client likes best.
 * @throws Problem `not-acceptable` where a client takes none of them, not even a body as it is.
 */
export function registerCodings(app: FastifyInstance): void {
  app.decorateRequest('codings');
  app.addHook('onRequest', (request, _reply, done) => {
    const given = request.headers['accept-encoding'];
    request.codings = acceptedCodings(given);
    if (request.codings.length > 0) return done();
    const detail = `No response is available in a coding of ${JSON.stringify(given)}, only in ${CODINGS.join(', ')}.`;
    done(new Problem('not-acceptable', detail));
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    const coding = codingOf(request.codings, String(reply.getHeader('content-type')), payload);
    const isPart = reply.hasHeader('content-range') || reply.hasHeader('content-encoding');
    if (coding === 'identity' || isPart || !payload) return done(null, payload);
    reply.header('content-encoding', coding).removeHeader('content-length');
    if (payload instanceof Readable) {
      // A failure ends the stream, and so the response.
      return done(
        null,
        pipeline(payload, STREAM_COMPRESSORS[coding](), () => {}),
      );
    }
    COMPRESSORS[coding](Buffer.from(payload as string | Buffer)).then((body) => done(null, body), done);
  });
}
