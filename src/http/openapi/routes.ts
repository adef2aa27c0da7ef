import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { ZodOpenApiResponseObject } from 'zod-openapi';

/** What a documented route says of itself. */
export interface RouteSchema {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  security?: Record<string, string[]>[];
  params?: z.ZodObject;
  querystring?: z.ZodObject;
  headers?: z.ZodObject;
  body?: z.ZodType;
  consumes?: string[];
  /** By status; `z.null()` with a description stands for a response without content. */
  response: Record<string, Pick<ZodOpenApiResponseObject, 'description' | 'content' | 'headers'>>;
}

export interface DocumentedRoute {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With parameters as `{name}`. */
  path: string;
  schema: RouteSchema;
}

/** Collects the routes that an instance registers from now on. */
export function collectRoutes(api: FastifyInstance, routes: DocumentedRoute[]): void {
  api.addHook('onRoute', ({ method, url, schema }) => {
    if (method === 'HEAD') return;
    if (schema?.operationId === undefined) throw new Error(`${method} ${url} has no operationId.`);
    routes.push({
      method: String(method).toLowerCase() as DocumentedRoute['method'],
      path: url.replaceAll(/:(\w+)/g, '{$1}'),
      schema: schema as RouteSchema,
    });
  });
}
