import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { verifyGraph } from '../../src/verify/verify.ts';
import { testGraph } from './graph.ts';

export const KEY = 'a-key-of-more-than-twenty-characters';

/**
 * The service on the graph of this run, with a key to write. What it wrote is for the test to take back.
 * @param responseCacheSize megabytes of responses that are kept.
 */
export function writableService({ responseCacheSize = 0 } = {}) {
  const graph = testGraph();
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await buildApp({
      graph,
      writeKeys: [{ name: 'tester', key: KEY }],
      checkResponses: true,
      responseCacheSize,
    });
  });
  afterAll(() => app?.close());

  const inject = (url: string, further: Record<string, string> = {}): Promise<LightMyRequestResponse> =>
    app.inject({ url, headers: further });
  const headers = { authorization: `Bearer ${KEY}` };
  const post = (payload: object, url = '/v1/articles'): Promise<LightMyRequestResponse> =>
    app.inject({ method: 'POST', url, headers, payload });
  /** Sends a body to the URL of what it replaces; `headers` say which state of that is meant. */
  const put = (url: string, payload: object, further: object): Promise<LightMyRequestResponse> =>
    app.inject({ method: 'PUT', url, headers: { ...headers, ...further }, payload });
  const removeAt = (url: string, further: object = {}): Promise<LightMyRequestResponse> =>
    app.inject({ method: 'DELETE', url, headers: { ...headers, ...further } });
  const remove = (id: string, further: object = {}): Promise<LightMyRequestResponse> =>
    removeAt(`/v1/articles/${id}`, further);

  /** Posts an article, which has to be taken. */
  const add = async (payload: object): Promise<void> => {
    const response = await post(payload);
    expect(response.statusCode, response.body).toBe(201);
  };

  return {
    graph,
    inject,
    /** Lets others than tests send requests, at the URL that is returned. */
    listen: () => app.listen({ port: 0, host: '127.0.0.1' }),
    post,
    put,
    remove,
    removeAt,
    add,
    /** Posts an article, which has to be taken and to leave a sound graph. */
    async load(payload: object): Promise<void> {
      await add(payload);
      expect(await verifyGraph(graph)).toEqual([]);
    },
    // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
    async get(url: string): Promise<any> {
      const response = await inject(url);
      expect(response.statusCode, `${url}: ${response.body}`).toBe(200);
      return response.json();
    },
  };
}
