import type { onRequestHookHandler } from 'fastify';
import { Problem } from '../errors.ts';

/*
 * A page of any site can have a browser send requests to a service on the same machine, or under a name of its own that it
 * lets resolve to that machine (DNS rebinding). Browsers say in `Origin` whose page it is and in `Host` which name they
 * went by, so both have to be known where either could be another's.
 */

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The host name of an origin, or undefined where it is none, as `null` is. */
const hostNameOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).hostname : undefined;

/**
 * Refuses requests for another host than this service is known by, and those of pages of other hosts.
 * @param publicUrl URL that users reach the service at; without one it is known on its own machine alone.
 */
export function callerCheck(publicUrl: string | undefined): onRequestHookHandler {
  const known = new Set([...LOOPBACK, ...(publicUrl === undefined ? [] : [new URL(publicUrl).hostname])]);
  return ({ headers, host }, _reply, done) => {
    const name = hostNameOf(`http://${host}`);
    if (name === undefined || !(known.has(name) || isIpAddress(name)))
      return done(refused('Host', host, [...known]));
    const { origin } = headers;
    const page = origin === undefined ? name : hostNameOf(origin);
    if (origin !== undefined && page !== name && !known.has(page ?? ''))
      return done(refused('Origin', origin, [...known]));
    done();
  };
}

/** Nobody can let an IP address resolve to another machine. */
const isIpAddress = (name: string) => name.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(name);

function refused(header: string, value: string, known: string[]): Problem {
  const expected = `one of ${known.join(', ')}; the operator sets PUBLIC_URL to serve it under another name`;
  const detail = `The ${header} of the request is ${JSON.stringify(value.slice(0, 200))}, expected ${expected}.`;
  return new Problem('caller-refused', detail, [{ parameter: header, detail, expected }]);
}
