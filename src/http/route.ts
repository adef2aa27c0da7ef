import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Graph, responseTimeout, withTimeout } from '../db/client.ts';
import type { GraphVersion } from '../db/state-witness.ts';
import { Problem } from '../errors.ts';
import { jsonLdDocument } from '../formats/json-ld/document.ts';
import type { ListWriter } from '../formats/list-writer.ts';
import { contentTypeOf, type Format, MEDIA_TYPES } from '../formats/media-types.ts';
import { inOrderOf } from '../model/field-order.ts';
import type { Row } from '../model/row.ts';
import { atOneVersion, RequestCoalescer, type ResponseCache } from '../query/consistency.ts';
import {
  cursorIn,
  formatsOf,
  isList,
  type ListPart,
  noFeedOf,
  type Query,
  type RequestContext,
  responseSchema,
} from '../query/define.ts';
import { isOfDrafts, MARKING_FORMATS } from '../query/drafts.ts';
import { repeatedIn } from '../query/parameters.ts';
import { runnerOf } from '../query/run.ts';
import { acceptedType } from './accepted-type.ts';
import { feedOf } from './feed.ts';
import { contentDisposition } from './file-name.ts';
import { type Gates, refusedWhenFull } from './gate.ts';
import { cachedResponse, cacheKey } from './hooks.ts';
import { sendInParts } from './list-stream.ts';
import { listWriterOf, type TableParameters, tablesOf } from './list-tables.ts';
import { PAGE_HEADERS, withoutEmptyFields } from './page-request.ts';
import type { Pages, RenderPage } from './pages.ts';
import { parquetSender } from './parquet.ts';
import type { ParquetFiles } from './parquet-files.ts';
import { contextOf, isCurrent, notModified, TRUNCATED_HEADER, tagWith } from './tags.ts';

export interface Serving {
  graph: Graph;
  gates: Gates;
  cache: ResponseCache;
  pages: Pages;
  files: ParquetFiles;
  /** Hold each response to its schema. */
  checkResponses: boolean;
}

/** A response that is held as a whole, or the first part of a list that is longer than that. */
interface Rendered {
  headers: Record<string, string>;
  body: Buffer;
  next?: ListPart['next'];
  /** The state of the one thing that is shown. */
  revision?: string;
}

/** How a request is answered, as far as its parameters and headers say. */
interface Asked {
  params: Row;
  format: Format;
  /** Of the formats of lists that go on to the end of the match. */
  writer?: ListWriter;
}

/** Serves a query as a route. */
export function registerQuery(app: FastifyInstance, serving: Serving, query: Query) {
  const { graph, gates, cache, pages, checkResponses } = serving;
  const { reading } = gates;
  const render = rendererOf(query, pages.rendererOf(query), checkResponses);
  const tableFor = tablesOf(query);
  const writerFor = listWriterOf(query);
  const sendParquet = parquetSender(serving, query);
  const negotiate = negotiatorOf(query);
  const responses = new RequestCoalescer<{ outcome: Rendered; version: GraphVersion | null }>();

  /** Reads a response at one version of the graph, together with those that ask the same, and caches it. */
  async function respondAnew(request: FastifyRequest, reply: FastifyReply, asked: Asked) {
    const { format, writer } = asked;
    const key = cacheKey(request);
    const shared = responses.run(key, () =>
      atOneVersion(graph, (at) => reading.run(() => render(at, request, asked))),
    );
    // Several reads in a row may each take their time, but not all of it.
    const { outcome, version } = await withTimeout(shared, responseTimeout(graph), graph.plans);
    tagWith(reply.headers(outcome.headers), version, format, outcome.revision);
    const { body, next } = outcome;
    const isKnown = isCurrent(request, reply);
    if (isKnown && next) return notModified(reply);
    if (next && writer) return sendInParts(graph, request, reply, { text: body, version, next }, writer);
    if (version === null) return reply.send(body);
    // What is cached already may have been compressed meanwhile.
    if (cache.get(key)?.version !== version) {
      cache.set(key, cachedResponse(version, reply.getHeaders(), body));
    }
    return isKnown ? notModified(reply) : reply.send(body);
  }

  app.route<{ Querystring: Row; Params: Row }>({
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
          description: isList(query) ? 'One page of the list.' : 'What was asked for.',
          content: { 'application/json': { schema: responseSchema(query) } },
        },
      },
    },
    onRequest: [withoutEmptyFields, ...(query.kind === 'constant' ? [] : [refusedWhenFull(reading)])],
    config: { query, repeated: repeatedIn(query.params) },
    handler: async (request, reply) => {
      const format = negotiate(request);
      const { rows, bom, ...params } = { ...request.params, ...request.query };
      refuseUnmarked({ ...params, rows }, format);
      const table = { rows, bom, review: params.review } as TableParameters;
      const context = contextOf(request);
      if (format === 'parquet') return sendParquet(request, reply, params, tableFor(table, context));
      const writer = writerFor(format, table, context);
      const asked = { params, format, writer };
      if (query.kind !== 'constant') return respondAnew(request, reply, asked);
      const { headers, body } = await render(graph, request, asked);
      return reply.headers({ ...headers, ...CONSTANT }).send(body);
    },
  });
}

/** Prepares what is the same for all responses of a query. */
function rendererOf(query: Query, renderPage: RenderPage, checkResponses: boolean) {
  const runner = runnerOf(query);
  const schema = responseSchema(query);
  const arrange = inOrderOf(schema) as (value: Row) => Row;
  return async (
    graph: Graph,
    request: FastifyRequest,
    { params, format, writer }: Asked,
  ): Promise<Rendered> => {
    const headers: Record<string, string> =
      format === 'html' ? { ...PAGE_HEADERS } : { 'content-type': contentTypeOf(format) };
    const context = contextOf(request);
    let text: string;
    let next: string | null | undefined;
    let nextPart: ListPart['next'] = null;
    let isTruncated: boolean;
    let revision: string | undefined;
    if (writer) {
      const part = await runner.readParts(graph, params, context);
      text = writer.head + writer.write(part.items);
      ({ next: nextPart, isTruncated } = part);
    } else if (format === 'html') {
      const url = new URL(request.url, request.origin);
      ({ text, next, isTruncated, revision } = await renderPage(graph, params, context, url));
    } else if (format === 'json') {
      ({ text, next, isTruncated, revision } = await runner.respondJson(graph, params, context));
      if (checkResponses) z.encode(schema, JSON.parse(text));
    } else {
      const asked = format === 'atom' ? { ...query.feedAsks, ...params } : params;
      const outcome = await runner.respond(graph, asked, context);
      const body = arrange(outcome.body);
      text =
        format === 'atom'
          ? await feedOf(graph, query, body, new URL(request.url, request.origin), context)
          : renderingOf(query, format)(body, context);
      next = cursorIn(query, body);
      ({ isTruncated, revision } = outcome);
    }
    if (next) headers.link = nextLink(request.url, next);
    if (isTruncated) headers[TRUNCATED_HEADER] = 'true';
    const disposition = contentDisposition(request.url, format);
    if (disposition) headers['content-disposition'] = disposition;
    return { headers, body: Buffer.from(text), next: nextPart, revision };
  };
}

/** How a response is written in a format that is neither JSON nor that of a list to its end. */
function renderingOf(query: Query, format: Format): (body: Row, context: RequestContext) => string {
  const rendering = query.kind === 'computed' ? query.renderings?.[format] : undefined;
  if (rendering) return rendering;
  const item = query.jsonld!;
  return (body, { origin }) =>
    jsonLdDocument(isList(query) ? (body.items as Row[]).map(item) : item(body), origin);
}

/**
 * Tells the format that a request for a query asks for: its `format` parameter, CSV where it has but one of tables, else
 * the best of its `Accept` header.
 * @throws Problem `not-acceptable` where the query has none of the accepted formats; `invalid-parameter` where a parameter
 *   of tables comes with another format.
 */
function negotiatorOf(query: Query): (request: FastifyRequest) => Format {
  const formats = formatsOf(query);
  const types: string[] = formats.map((format) => MEDIA_TYPES[format]);
  const tabular: Format[] = formats.filter((format) => format === 'csv' || format === 'parquet');
  return (request) => {
    const { format: asked, rows, bom } = request.query as { format?: Format; rows?: string; bom?: boolean };
    if (bom && asked && asked !== 'csv') throw noTable('bom', asked, ['csv']);
    if (rows !== undefined && asked && !tabular.includes(asked)) throw noTable('rows', asked, tabular);
    if (asked) return asked;
    if (bom || rows !== undefined) return 'csv';
    const format = formats[types.indexOf(acceptedType(request, types) ?? '')];
    if (format) return format;
    throw notAcceptable(request, types, noFeedOf(query));
  };
}

/** @throws Problem `invalid-parameter` where drafts are asked for in a format that does not mark them. */
function refuseUnmarked({ review, rows }: Row, format: Format): void {
  if (!isOfDrafts(review) || (rows === undefined && MARKING_FORMATS.includes(format))) return;
  const what = rows === undefined ? format : 'rows';
  const detail = `What is of drafts has no mark in ${what}, and review is ${review}.`;
  const expected = `no rows, and one of the formats ${MARKING_FORMATS.join(', ')}`;
  throw new Problem('invalid-parameter', detail, [{ parameter: 'review', detail, expected }]);
}

function noTable(parameter: string, format: Format, tabular: readonly Format[]): Problem {
  const detail = `${parameter} is of tables, and format is ${format}.`;
  const expected = `${tabular.map((one) => `format=${one}`).join(', ')}, or no format`;
  return new Problem('invalid-parameter', detail, [{ parameter, detail, expected }]);
}

/** @param noFeed why there is no feed, which is told to who asks for one. */
export function notAcceptable(request: FastifyRequest, offered: readonly string[], noFeed?: string): Problem {
  const { accept } = request.headers;
  const why = noFeed && accept?.includes(MEDIA_TYPES.atom) ? ` There is no feed: ${noFeed}.` : '';
  return new Problem(
    'not-acceptable',
    `This is not available as ${accept}, only as ${offered.join(', ')}.${why}`,
  );
}

/** RFC 8288: the next page, relative to this one. */
function nextLink(url: string, cursor: string): string {
  const [path, search] = url.split('?');
  const params = new URLSearchParams(search);
  params.set('cursor', cursor);
  return `<${path}?${params}>; rel="next"`;
}

const CONSTANT = { 'cache-control': 'public, max-age=3600' };

declare module 'fastify' {
  interface FastifyContextConfig {
    query?: Pick<Query, 'params'>;
    /** The parameters that may be given several times. */
    repeated?: ReadonlySet<string>;
  }
}
