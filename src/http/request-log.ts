import type { FastifyRequest, FastifyServerOptions } from 'fastify';

/*
 * What the log says of requests. A log is read by more people than may have a key, and keys are put into URLs by mistake.
 */

const SECRET =
  /(key|token|secret|passw(or)?d|passphrase|pwd|auth|authorization|bearer|credentials?|signature|sig|session(id)?|jwt)$/;

/** Where a part of a URL ends, also where a client has escaped what it should not have. */
const SEPARATOR = /([?&;#]|%3f|%26|%3b|%23)/i;

/** A URL in which the values of parameters that are named like secrets are left out, and a user with a password. */
export function redactedUrl(url: string): string {
  return url
    .replace(/\/\/[^/@]*@/, '//[redacted]@')
    .split(SEPARATOR)
    .map((part) => {
      const [name = '', equals] = part.split(/(=|%3d)/i, 2);
      return equals !== undefined && isSecret(name) ? `${name}${equals}[redacted]` : part;
    })
    .join('');
}

/** Whether a name is that of a secret: in any case, with escapes, and with the index of a list. */
function isSecret(name: string): boolean {
  let plain = name;
  for (let round = 0; round < 2; round++) {
    plain = plain.replaceAll(/%[\da-f]{2}/gi, (escaped) =>
      String.fromCharCode(Number.parseInt(escaped.slice(1), 16)),
    );
  }
  const [word = ''] = plain.trimStart().split('[');
  return SECRET.test(word.toLowerCase().replaceAll(/[^a-z\d]/g, ''));
}

const HEADERS = ['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key'];

/** Settings of a logger with what keeps secrets out of its lines. */
export const withoutSecrets = (logger: FastifyServerOptions['logger']): FastifyServerOptions['logger'] =>
  logger && {
    ...(typeof logger === 'object' && logger),
    redact: HEADERS.flatMap((name) => [
      `req.headers["${name}"]`,
      `res.headers["${name}"]`,
      `headers["${name}"]`,
    ]),
    serializers: { req: loggedRequest },
  };

function loggedRequest({ method, url, headers, ip, socket }: FastifyRequest) {
  return {
    method,
    url: redactedUrl(url),
    host: headers.host?.replace(/^.*@/, '[redacted]@'),
    remoteAddress: ip,
    remotePort: socket?.remotePort,
  };
}
