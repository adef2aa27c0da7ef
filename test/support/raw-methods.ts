import { type IncomingMessage, METHODS, request } from 'node:http';
import { text } from 'node:stream/consumers';

interface Operation {
  parameters?: { in: string; name: string; example?: string; schema?: { examples?: string[] } }[];
}

export interface OpenApiPaths {
  paths: Record<string, Record<string, Operation>>;
}

/** A path with the examples of its parameters in their places. */
export const filled = (path: string, operations: Record<string, Operation>): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name) => {
    const all = Object.values(operations).flatMap(({ parameters = [] }) => parameters);
    const found = all.find((parameter) => parameter.in === 'path' && parameter.name === name);
    return encodeURIComponent(found?.example ?? found?.schema?.examples?.[0] ?? 'x');
  });

/** Not of a path: CONNECT is of the server, and OPTIONS is answered for browsers everywhere. */
const OF_NO_PATH = ['CONNECT', 'OPTIONS'];

/** Every method that Node knows and a path does not have; HEAD comes with GET. */
export const undeclaredMethods = (operations: Record<string, unknown>): string[] =>
  METHODS.filter(
    (method) =>
      !OF_NO_PATH.includes(method) &&
      !(method.toLowerCase() in operations) &&
      !(method === 'HEAD' && 'get' in operations),
  );

/** Sends a request whose method `fetch` would refuse. */
export function send(method: string, url: string): Promise<{ response: IncomingMessage; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: { accept: '*/*' } }, (response) => {
      text(response).then((body) => resolve({ response, body }), reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}
