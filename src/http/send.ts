import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerWithin, type Graph, type Row, withTimeout } from '../db/client.ts';
import { Problem } from '../errors.ts';
import { csvColumns, csvHeader, csvRows } from '../formats/csv.ts';
import { type Format, MEDIA_TYPES } from '../formats/media-types.ts';
import { inOrderOf } from '../model/field-order.ts';
import { answerSchema, formatsOf, type Query } from '../query/define.ts';
import { answer, answerStream, answerText } from '../query/page.ts';
import { accepted } from './negotiate.ts';

/** An answer that is held as a whole. */
export interface Rendered {
  headers: Record<string, string>;
  body: Buffer;
}

/** The header of an answer that a bound left something out of, which not every format can say within. */
export const TRUNCATED_HEADER = 'x-truncated';

/** Whether an answer goes out while it is read. */
export const isStreamed = (query: Query, format: Format) =>
  query.list && (format === 'csv' || format === 'ndjson');

/** Prepares what is the same for all whole answers of a query. */
export function rendererOf(query: Query, { checkAnswers }: { checkAnswers: boolean }) {
  const schema = answerSchema(query);
  const arrange = inOrderOf(schema) as (value: Row) => Row;
  return async (graph: Graph, url: string, params: Row, format: Format): Promise<Rendered> => {
    const headers: Record<string, string> = { 'content-type': `${MEDIA_TYPES[format]}; charset=utf-8` };
    if (format !== 'json') {
      const answered = await answer(graph, query, params);
      const body = arrange(answered.body);
      if (answered.isTruncated) headers[TRUNCATED_HEADER] = 'true';
      if (body.next) headers.link = nextLink(url, String(body.next));
      return { headers, body: Buffer.from(renderingOf(query, format)(body)) };
    }
    const { text, next, isTruncated } = await answerText(graph, query, params, arrange);
    if (checkAnswers) z.encode(schema, JSON.parse(text));
    if (next) headers.link = nextLink(url, next);
    if (isTruncated) headers[TRUNCATED_HEADER] = 'true';
    return { headers, body: Buffer.from(text) };
  };
}

/** Prepares what is the same for all streamed answers of a query. */
export function streamerOf(graph: Graph, query: Query) {
  const arrangeItem = inOrderOf(query.row) as (value: Row) => Row;
  const columns = query.list ? csvColumns(query.row) : [];
  return async (reply: FastifyReply, params: Row, format: Format): Promise<unknown> => {
    const answered = answerStream(graph, query, params);
    const { pages, isTruncated } = await withTimeout(answered, answerWithin(graph));
    if (isTruncated) reply.header(TRUNCATED_HEADER, 'true');
    const text = format === 'csv' ? csvText(columns, pages) : ndjsonText(arrangeItem, pages);
    reply.type(`${MEDIA_TYPES[format]}; charset=utf-8`);
    if (format === 'csv') reply.header('content-disposition', `inline; filename="${query.operationId}.csv"`);
    return reply.send(Readable.from(text, { objectMode: false }));
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
