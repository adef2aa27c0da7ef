import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../errors.ts';
import type { Graph, Row } from '../graph/graph.ts';
import { accepted } from './accepted.ts';
import { answer, answerStream } from './answer.ts';
import { csvColumns, csvHeader, csvRows } from './csv.ts';
import { type Format, MEDIA_TYPES } from './formats.ts';
import { inOrderOf } from './ordered.ts';
import { answerSchema, formatsOf, type Query } from './query.ts';

/** Answers one request for a query in the format that it asks for. */
export type Sender = (
  request: FastifyRequest,
  reply: FastifyReply,
  params: Row,
  format: Format,
) => Promise<unknown>;

/** Prepares what is the same for all requests of a query. */
export function senderOf(graph: Graph, query: Query): Sender {
  const arrange = inOrderOf(answerSchema(query)) as (value: Row) => Row;
  const arrangeItem = inOrderOf(query.row) as (value: Row) => Row;
  const columns = query.list ? csvColumns(query.row) : [];
  return async (request, reply, params, format) => {
    if (query.list && (format === 'csv' || format === 'ndjson')) {
      const { pages, truncated } = await answerStream(graph, query, params);
      if (truncated) reply.header('x-truncated', 'true');
      const text = format === 'csv' ? csvText(columns, pages) : ndjsonText(arrangeItem, pages);
      reply.type(`${MEDIA_TYPES[format]}; charset=utf-8`);
      if (format === 'csv')
        reply.header('content-disposition', `inline; filename="${query.operationId}.csv"`);
      return reply.send(Readable.from(text, { objectMode: false }));
    }
    const answered = await answer(graph, query, params);
    const body = arrange(query.flat ? (answered.items as never) : answered);
    if (body.next) reply.header('link', nextLink(request.url, String(body.next)));
    if (format === 'json') return body;
    return sendAsText(reply, MEDIA_TYPES[format], renderingOf(query, format)(body));
  };
}

function renderingOf(query: Query, format: Format): (body: Row) => string {
  const rendering = query.renderings?.[format];
  if (rendering) return rendering;
  const item = query.jsonld!;
  return (body) =>
    JSON.stringify({
      '@context': '/v1/context.jsonld',
      ...(query.list ? { '@graph': (body.items as Row[]).map(item) } : item(body)),
    });
}

const sendAsText = (reply: FastifyReply, type: string, text: string) =>
  reply
    .type(`${type}; charset=utf-8`)
    .serializer((body: unknown) => body as string)
    .send(text);

async function* csvText(columns: string[], pages: AsyncIterable<Row[]>) {
  yield csvHeader(columns);
  for await (const rows of pages) if (rows.length > 0) yield csvRows(columns, rows);
}

async function* ndjsonText(arrange: (value: Row) => Row, pages: AsyncIterable<Row[]>) {
  for await (const rows of pages) {
    if (rows.length > 0) yield `${rows.map((row) => JSON.stringify(arrange(row))).join('\n')}\n`;
  }
}

/** RFC 8288: the next page, relative to this one. */
function nextLink(url: string, cursor: string): string {
  const [path, search] = url.split('?');
  const params = new URLSearchParams(search);
  params.set('cursor', cursor);
  return `<${path}?${params}>; rel="next"`;
}

/**
 * The format that a request asks for: its `format` parameter, else the best of its `Accept` header.
 * @throws Problem `not-acceptable` where the query has none of the accepted formats.
 */
export function negotiate(query: Query, request: FastifyRequest, params: { format?: Format }): Format {
  const formats = formatsOf(query);
  if (params.format) return params.format;
  const type = accepted(
    request,
    formats.map((format) => MEDIA_TYPES[format]),
  );
  const format = formats.find((one) => MEDIA_TYPES[one] === type);
  if (format) return format;
  const offered = formats.map((one) => MEDIA_TYPES[one]).join(', ');
  throw new Problem(
    'not-acceptable',
    `This is not available as ${request.headers.accept}, only as ${offered}.`,
  );
}
