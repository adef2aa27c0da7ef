import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { Problem } from '../errors.ts';

/*
 * What a client calls this service goes into links and ids of responses, so nothing but a host gets that far.
 */

declare module 'fastify' {
  interface FastifyRequest {
    /** Scheme and host that the request came to, in their normal form. */
    origin: string;
  }
}

/** A name of DNS or an IP address, and a port (RFC 3986, 3.2.2): no user, no escapes, no zone. */
const HOST = /^(?:\[[\da-f:.]+\]|[\w.-]+)(?::\d*)?$/i;
const LABEL = /^[^-].{0,62}(?<!-)$/;

/** Origins by what named them: a service goes by few, and to read one takes a twentieth of what a cached response does. */
const origins = new LRUCache<string, string>({ max: 100 });

/** The origin of a scheme and a host in its normal form, or undefined where the host is none. */
function originOf(protocol: string, host: string): string | undefined {
  const name = `${protocol}://${host}`;
  const origin = origins.get(name) ?? readOrigin(protocol, host);
  if (origin !== undefined) origins.set(name, origin);
  return origin;
}

function readOrigin(protocol: string, host: string): string | undefined {
  if (!/^https?$/i.test(protocol) || !HOST.test(host) || !URL.canParse(`${protocol}://${host}`))
    return undefined;
  const url = new URL(`${protocol}://${host}`);
  url.hostname = url.hostname.replace(/\.$/, '');
  return url.hostname.split('.').every((label) => LABEL.test(label)) ? url.origin : undefined;
}

/**
 * The target of a request as a path with a query. One in absolute form names the host, whatever `Host` says (RFC 9112,
 * 3.2.2).
 */
export function targetOf(request: IncomingMessage): string {
  const url = request.url!;
  if (url === '*' && request.method === 'OPTIONS') return '/*';
  const [, protocol, host, path] = /^(https?):\/\/([^/?#]*)([\s\S]*)/i.exec(url) ?? [];
  if (protocol === undefined) return url;
  request.headers.host = host;
  return path!.startsWith('/') ? path! : `/${path}`;
}

/**
 * Tells each request the origin that it came to. To be registered before all that sends anything.
 * @param publicUrl what stands for that origin in responses, where it is set.
 */
export function registerHostCheck(app: FastifyInstance, publicUrl?: string): void {
  app.decorateRequest('origin', '');
  app.addHook('onRequest', (request, _reply, done) => {
    const origin = checkedOrigin(request);
    if (origin instanceof Problem) return done(origin);
    request.origin = publicUrl ?? origin;
    done();
  });
}

/** Node alone would take the first of several hosts, and refuse a request without one without saying why. */
function checkedOrigin(request: FastifyRequest): string | Problem {
  const { raw, protocol, host, socket } = request;
  const hosts = raw.rawHeaders.filter(
    (_, at) => at % 2 === 1 && raw.rawHeaders[at - 1]!.toLowerCase() === 'host',
  );
  if (hosts.length === 0 && raw.httpVersion === '1.0' && host === '') {
    return `http://${socketHost(socket.localAddress ?? 'localhost')}:${socket.localPort}`;
  }
  if (hosts.length !== 1) {
    return new Problem('bad-request', `The request has ${hosts.length} Host headers, expected one.`);
  }
  const isNamed = host === hosts[0] || originOf('http', hosts[0]!) !== undefined;
  const origin = isNamed ? originOf(protocol, host) : undefined;
  return (
    origin ??
    new Problem(
      'bad-request',
      'The request names its host in a way that is no host; expected a name or an IP address, with a port if need be.',
    )
  );
}

const socketHost = (ip: string) => (ip.includes(':') ? `[${ip}]` : ip);
