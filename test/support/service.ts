import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { testGraph } from './graph.ts';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  body: any;
}

/** The service on the graph of this run; every answer is held to its schema. */
export function testService(): {
  app: FastifyInstance;
  get: (url: string, headers?: Record<string, string>) => Promise<Answer>;
} {
  const graph = testGraph();
  const service = {} as {
    app: FastifyInstance;
    get: (url: string, headers?: Record<string, string>) => Promise<Answer>;
  };
  beforeAll(async () => {
    service.app = await buildApp({ graph, checkResponses: true });
    service.get = async (url, headers = {}) => {
      const response = await service.app.inject({ url, headers });
      const isJson = /[/+]json/.test(String(response.headers['content-type']));
      return {
        status: response.statusCode,
        headers: response.headers as Record<string, string>,
        body: isJson ? response.json() : response.body,
      };
    };
  });
  afterAll(() => service.app?.close());
  return service;
}
