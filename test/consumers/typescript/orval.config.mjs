/**
 * The fetch client for JSON. Orval makes a stream of an operation that can also answer NDJSON, so that a client says
 * which media types it wants.
 */
export default {
  onRecord: {
    input: { target: `${process.env.SERVICE}/openapi.json` },
    output: {
      client: 'fetch',
      baseUrl: process.env.SERVICE,
      target: 'client.ts',
      tsconfig: 'tsconfig.json',
      override: { contentType: { include: ['application/json', 'application/problem+json'] } },
    },
  },
};
