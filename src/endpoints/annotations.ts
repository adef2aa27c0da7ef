import { z } from 'zod';
import { defineRead, type Graph } from '../db/client.ts';
import { cypher, filled } from '../db/cypher.ts';
import { Problem, unknownId } from '../errors.ts';
import { articlePath, draftPath } from '../formats/resource-paths.ts';
import { ANNOTATION_CONTEXT, ANNOTATION_TYPE, webAnnotation } from '../formats/web-annotation.ts';
import { defineOperation } from '../http/operation.ts';
import { AnnotatedSpan } from '../model/annotated-span.ts';
import { AnnotationCollection, AnnotationPage, WebAnnotation } from '../model/web-annotation.ts';
import { annotationPage, annotationsPage } from '../pages/annotations.ts';
import { draftsThere, graphsOf } from '../query/drafts.ts';
import { decodeCursor, encodeCursor } from '../query/page.ts';
import { paging, reviewParameter, slug } from '../query/parameters.ts';

const DEFAULT_LIMIT = 100;
/** Below every key, which begins with a digit. */
const BEGINNING = '!';

const MEDIA_TYPES = [ANNOTATION_TYPE, 'application/json'];

const article = slug('Id of the article.', 'shifting-sands');

/** The page of a single annotation, in the place of one after a key. */
const ONE = cypher`WITH a, size(spans) AS total, 0 AS before, [one IN spans WHERE one.span.id = $annotation] AS page`;

/** The annotated spans of an article: a page of them, or one by its id. */
export const annotatedSpans = defineRead({
  name: 'annotated spans of an article',
  parameters: ['article', 'after', 'limit', 'annotation'],
  row: z.object({ total: z.int(), before: z.int(), items: z.array(AnnotatedSpan) }),
  text: (which: 'page' | 'one') =>
    which === 'page'
      ? filled('read/article-annotations', {})
      : filled('read/article-annotations', { page: ONE }),
  variants: ['page', 'one'],
});

/** The spans of an article that was reviewed, or of a draft where these are asked for. */
async function readSpans(
  graph: Graph,
  review: z.output<typeof reviewParameter>,
  which: 'page' | 'one',
  bind: { article: string; [name: string]: unknown },
) {
  for (const one of await graphsOf(graph, review)) {
    const [row] = await annotatedSpans.rows(one, bind, which);
    if (row) return { ...row, isDraft: one.ofDrafts === true };
  }
  throw unknownId(bind.article);
}

/** The annotations of an article as the Web Annotation Data Model has them. */
export const annotations = defineOperation({
  operationId: 'listAnnotations',
  tag: 'articles',
  method: 'GET',
  path: '/v1/articles/{id}/annotations',
  summary: 'What each span of an article says, as Web Annotations',
  description:
    'Quotations, attributions, mentions, evidence of events, relations and roles, and excluded claims, in the order of the text. Without a cursor this is the collection with its first page; `next` leads to the others.',
  pathParams: z.strictObject({ id: article }),
  params: z.strictObject({ ...paging, review: reviewParameter }),
  mediaTypes: MEDIA_TYPES,
  responses: {
    200: {
      description: 'What was asked for.',
      schema: z.discriminatedUnion('type', [AnnotationCollection, AnnotationPage]),
    },
  },
  freshness: 'graph',
  reads: [annotatedSpans, draftsThere],
  page: annotationsPage,
  respond: async (graph, { params: { id, limit = DEFAULT_LIMIT, cursor, review }, origin }) => {
    const identity = review === undefined ? `listAnnotations ${id}` : `listAnnotations ${id} ${review}`;
    const after = cursor === undefined ? BEGINNING : decodeCursor(identity, cursor);
    const bind = { article: id, after, limit };
    const { total, before, items, isDraft } = await readSpans(graph, review, 'page', bind);
    const shown = items.slice(0, limit);
    const path = `${articlePath(id)}/annotations`;
    const collection = `${origin}${path}`;
    const pageAfter = (key: string) =>
      `${collection}?${review === undefined ? '' : `review=${review}&`}limit=${limit}&cursor=${encodeCursor(identity, key)}`;
    const next = items.length > limit ? pageAfter(shown.at(-1)!.key) : undefined;
    const page = {
      id: pageAfter(after),
      type: 'AnnotationPage' as const,
      startIndex: before,
      ...(next && { next }),
      items: shown.map((span) => webAnnotation({ origin, article: id, isDraft }, span)),
    };
    const about = {
      id: origin + (isDraft ? draftPath(path) : path),
      type: 'AnnotationCollection' as const,
      label: `Annotations of the article ${id}`,
      total,
    };
    return {
      ...(next && { headers: { link: `<${next}>; rel="next"` } }),
      body: {
        '@context': ANNOTATION_CONTEXT,
        ...(cursor === undefined ? { ...about, first: page } : { ...page, partOf: about }),
      },
    };
  },
});

export const annotation = defineOperation({
  operationId: 'getAnnotation',
  tag: 'articles',
  method: 'GET',
  path: '/v1/articles/{id}/annotations/{annotation}',
  summary: 'One Web Annotation',
  description: 'A span of an article and what it says.',
  pathParams: z.strictObject({ id: article, annotation: slug('Id of the span.', 'q-a7933bf7a27c1455') }),
  params: z.strictObject({ review: reviewParameter }),
  mediaTypes: MEDIA_TYPES,
  responses: { 200: { description: 'What was asked for.', schema: WebAnnotation } },
  freshness: 'graph',
  reads: [annotatedSpans],
  page: annotationPage,
  respond: async (graph, { params: { id, annotation: wanted, review }, origin }) => {
    const { items, isDraft } = await readSpans(graph, review, 'one', { article: id, annotation: wanted });
    const [span] = items;
    if (!span) throw new Problem('not-found', `The article has no annotation ${JSON.stringify(wanted)}.`);
    const shown = webAnnotation({ origin, article: id, isDraft }, span);
    return { body: { '@context': ANNOTATION_CONTEXT, ...shown } };
  },
});
