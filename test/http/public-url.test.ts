import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { testGraph } from '../support/graph.ts';

const graph = testGraph();
const PUBLIC = 'https://record.example/base';
let app: Awaited<ReturnType<typeof buildApp>>;

beforeAll(async () => {
  app = await buildApp({ graph, publicUrl: PUBLIC, responseCacheSize: 1 });
});
afterAll(() => app.close());

test.each([
  ['/v1/entities/pakistan?format=jsonld', '"id":"', '"@context":"'],
  ['/v1/articles/shifting-sands/annotations', '"source":"', '"id":"'],
  ['/v1/reconcile', '"identifierSpace":"', '"service_url":"'],
])('%s has the public URL in it, whatever host it is asked at', async (url, ...fields) => {
  for (const host of ['a.example', 'b.example:81']) {
    const { body } = await app.inject({ url, headers: { host } });
    for (const field of fields) expect(body).toContain(`${field}${PUBLIC}/v1/`);
    expect(body).not.toContain(host);
  }
});

test('a host that is none is refused all the same', async () => {
  const { statusCode } = await app.inject({
    url: '/v1/entities/pakistan',
    headers: { host: 'a/b?c"<script>' },
  });
  expect(statusCode).toBe(400);
});
