import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import { z } from 'zod';
import { type Graph, read } from '../db/client.ts';
import { cypher } from '../db/cypher.ts';
import { Problem } from '../errors.ts';
import { articleAddress } from '../formats/json-ld/node.ts';
import {
  ANNOTATION_CONTEXT,
  ANNOTATION_TYPE,
  type AnnotatedSpan,
  AnnotationCollection,
  AnnotationPage,
  WebAnnotation,
  webAnnotation,
} from '../formats/web-annotation.ts';
import { isFresh } from '../http/freshness.ts';
import { accepted } from '../http/negotiate.ts';
import { originOf } from '../http/origin.ts';
import { decodeCursor, encodeCursor } from '../query/cursor.ts';
import { paging, slug } from '../query/parameters.ts';

const DEFAULT_LIMIT = 100;
/** Below every key, which begins with a digit. */
const BEGINNING = '!';

const article = slug('Id of the article.', 'shifting-sands');

const Paging = z.strictObject(paging);

/** Serves the annotations of an article as the Web Annotation Data Model has them. */
export function registerAnnotations(app: FastifyInstance, graph: Graph): void {
  app.get<{ Params: { id: string }; Querystring: z.output<typeof Paging> }>(
    '/v1/articles/:id/annotations',
    {
      config: { query: { params: Paging } },
      schema: {
        operationId: 'listAnnotations',
        tags: ['articles'],
        summary: 'What each span of an article says, as Web Annotations',
        description:
          'Quotations, attributions, mentions, evidence of events, relations and roles, and excluded claims, in the order of the text. Without a cursor this is the collection with its first page; `next` leads to the others.',
        params: z.strictObject({ id: article }),
        querystring: Paging,
        response: answers(z.union([AnnotationCollection, AnnotationPage])),
      },
    },
    async (request, reply) => {
      if (await isKnown(graph, request, reply)) return reply.code(304).send();
      const { id } = request.params;
      const { limit = DEFAULT_LIMIT, cursor } = request.query;
      const identity = `listAnnotations ${id}`;
      const after = cursor === undefined ? BEGINNING : decodeCursor(identity, cursor);
      const origin = originOf(request);
      const { total, before, items } = await readSpans(graph, { article: id, after, limit }, []);
      const shown = items.slice(0, limit);
      const collection = `${origin}${articleAddress(id)}/annotations`;
      const address = (key: string) => `${collection}?limit=${limit}&cursor=${encodeCursor(identity, key)}`;
      const next = items.length > limit ? address(shown.at(-1)!.key) : undefined;
      if (next) reply.header('link', `<${next}>; rel="next"`);
      const page = {
        id: address(after),
        type: 'AnnotationPage' as const,
        startIndex: before,
        ...(next && { next }),
        items: shown.map((span) => webAnnotation(origin, id, span)),
      };
      const about = {
        id: collection,
        type: 'AnnotationCollection' as const,
        label: `Annotations of the article ${id}`,
        total,
      };
      return cursor === undefined
        ? { '@context': ANNOTATION_CONTEXT, ...about, first: page }
        : { '@context': ANNOTATION_CONTEXT, ...page, partOf: about };
    },
  );
  app.get<{ Params: { id: string; annotation: string } }>(
    '/v1/articles/:id/annotations/:annotation',
    {
      schema: {
        operationId: 'getAnnotation',
        tags: ['articles'],
        summary: 'One Web Annotation',
        description: 'A span of an article and what it says.',
        params: z.strictObject({ id: article, annotation: slug('Id of the span.', 'q-a7933bf7a27c1455') }),
        response: answers(WebAnnotation),
      },
    },
    async (request, reply) => {
      if (await isKnown(graph, request, reply)) return reply.code(304).send();
      const { id, annotation } = request.params;
      const { items } = await readSpans(graph, { article: id, annotation }, ['annotation']);
      const [span] = items;
      if (!span)
        throw new Problem('not-found', `The article has no annotation ${JSON.stringify(annotation)}.`);
      return { '@context': ANNOTATION_CONTEXT, ...webAnnotation(originOf(request), id, span) };
    },
  );
}

interface Spans {
  total: number;
  before: number;
  items: AnnotatedSpan[];
}

async function readSpans(graph: Graph, bind: { article: string; [name: string]: unknown }, flags: string[]) {
  const [row] = await read(graph, cypher('read/article-annotations', flags), bind);
  if (!row) throw new Problem('not-found', `Nothing has the id ${JSON.stringify(bind.article)}.`);
  return row as unknown as Spans;
}

const answers = (schema: z.ZodType): FastifySchema['response'] => ({
  200: {
    description: 'What was asked for.',
    content: { 'application/ld+json': { schema }, 'application/json': { schema } },
  },
});

/** Sets the media type, which is JSON-LD unless only JSON is accepted, and tells whether the client has the answer. */
function isKnown(graph: Graph, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
  const type = accepted(request, [ANNOTATION_TYPE, 'application/json']);
  if (typeof type !== 'string') {
    const detail = `This is not available as ${request.headers.accept}, only as application/ld+json or application/json.`;
    throw new Problem('not-acceptable', detail);
  }
  reply.type(type);
  return isFresh(graph, request, reply, 'jsonld');
}
