import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerWithin, type Graph, type Row, withTimeout } from '../db/client.ts';
import { type Format, MEDIA_TYPES } from '../formats/media-types.ts';
import { answerSchema, formatsOf, type Query } from '../query/define.ts';
import { atOneVersion } from '../query/one-version.ts';
import type { ResponseCache } from '../query/response-cache.ts';
import { SingleFlight } from '../query/single-flight.ts';
import type { GraphVersion } from '../query/version.ts';
import { freshness, isFresh, NO_FRESHNESS } from './freshness.ts';
import { cachedResponse, cacheKey } from './response-cache.ts';
import { isStreamed, negotiate, type Rendered, rendererOf, streamerOf, TRUNCATED_HEADER } from './send.ts';

export interface Serving {
  graph: Graph;
  cache: ResponseCache;
  /** Hold each answer to its schema. */
  checkAnswers: boolean;
}

interface Asked {
  Querystring: Row & { format?: Format };
  Params: Row;
}

/** Serves a query as a route. */
export function registerQuery(app: FastifyInstance, { graph, cache, checkAnswers }: Serving, query: Query) {
  const stream = streamerOf(graph, query);
  const render = rendererOf(query, { checkAnswers });
  const answers = new SingleFlight<{ outcome: Rendered; version: GraphVersion | null }>();

  async function answerAnew(request: FastifyRequest, reply: FastifyReply, params: Row, format: Format) {
    const mayBeKnown = request.headers['if-none-match'] !== undefined;
    if (mayBeKnown && (await isFresh(graph, request, reply, format))) return notModified(reply);
    const key = cacheKey(request);
    const answered = answers.ask(key, () =>
      atOneVersion(graph, (at) => render(at, request.url, params, format)),
    );
    // Several reads in a row may each take their time, but not all of it.
    const { outcome, version } = await withTimeout(answered, answerWithin(graph));
    if (version === null) {
      reply.removeHeader('etag');
      return reply.headers({ ...outcome.headers, ...NO_FRESHNESS }).send(outcome.body);
    }
    reply.headers({ ...outcome.headers, ...freshness(version, format) });
    // What is kept already may have been compressed meanwhile.
    if (cache.get(key)?.version !== version)
      cache.set(key, cachedResponse(version, reply.getHeaders(), outcome.body));
    return reply.send(outcome.body);
  }

  app.route<Asked>({
    method: 'GET',
    url: query.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    schema: {
      operationId: query.operationId,
      tags: [query.tag],
      summary: query.summary,
      description: query.description,
      querystring: query.params,
      ...(query.pathParams && { params: query.pathParams }),
      response: {
        200: {
          description: query.list ? 'One page of the list.' : 'What was asked for.',
          content: { 'application/json': { schema: answerSchema(query) } },
          ...(query.list && { headers: TRUNCATED_HEADER_SCHEMA }),
        },
      },
    },
    config: { query },
    handler: async (request, reply) => {
      const format = negotiate(query, request, request.query);
      const params = { ...request.params, ...request.query };
      if (isStreamed(query, format)) {
        if (query.rows) reply.headers(CONSTANT);
        else if (await isFresh(graph, request, reply, format)) return notModified(reply);
        return stream(reply, params, format);
      }
      if (!query.rows) return answerAnew(request, reply, params, format);
      const { headers, body } = await render(graph, request.url, params, format);
      return reply.headers({ ...headers, ...CONSTANT }).send(body);
    },
  });
}

const TRUNCATED_HEADER_SCHEMA = z.object({
  [TRUNCATED_HEADER]: z
    .literal('true')
    .optional()
    .describe(
      'There where a bound left something out, which not every format can say within: more than a limit lets through or is looked at.',
    ),
});

const CONSTANT = { 'cache-control': 'public, max-age=3600', vary: 'accept' };

const notModified = (reply: FastifyReply) => reply.removeHeader('content-type').code(304).send();

/** The media types that a query answers in beside JSON, for its documentation. */
export const furtherMediaTypes = (query: Query) =>
  formatsOf(query)
    .filter((format) => format !== 'json')
    .map((format) => MEDIA_TYPES[format]);

declare module 'fastify' {
  interface FastifyContextConfig {
    query?: Pick<Query, 'params'>;
  }
}
