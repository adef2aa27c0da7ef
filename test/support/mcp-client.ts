import { Client, type ClientOptions, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { FastifyInstance } from 'fastify';

/** The versions of the protocol that clients speak. */
export const PROTOCOLS = {
  '2025-11-25': {},
  '2026-07-28': { versionNegotiation: { mode: { pin: '2026-07-28' } } },
} satisfies Record<string, ClientOptions>;

/** Where a service that listens on the machine itself serves the protocol. */
export async function mcpUrl(app: FastifyInstance): Promise<URL> {
  return new URL('/mcp', await app.listen({ port: 0, host: '127.0.0.1' }));
}

/** A client of the protocol as programs have it. */
export async function connected(
  url: URL,
  {
    options = PROTOCOLS['2026-07-28'],
    headers = {},
  }: { options?: ClientOptions; headers?: Record<string, string> } = {},
): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' }, options);
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
  return client;
}

/** Arguments of tools out of the parameters of a URL: several values are a list. */
export function toolArguments(search: URLSearchParams): Record<string, unknown> {
  return Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const values = search.getAll(name);
      return [name, values.length > 1 || LISTS.has(name) ? values : plain(values[0]!)];
    }),
  );
}

/** Parameters that take several values. */
const LISTS = new Set(['speaker', 'about', 'act', 'participants']);

/** A value as JSON has it. */
const plain = (value: string) => (/^(true|false|\d{1,2}|0\.\d+)$/.test(value) ? JSON.parse(value) : value);
