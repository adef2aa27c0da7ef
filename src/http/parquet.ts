import { Socket } from 'node:net';
import { basename, dirname } from 'node:path';
import { finished } from 'node:stream';
import send from '@fastify/send';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Graph, responseTimeout, withTimeout } from '../db/client.ts';
import type { CsvTable } from '../formats/csv.ts';
import { contentTypeOf } from '../formats/media-types.ts';
import { parquetTable } from '../formats/parquet.ts';
import { HTTP } from '../limits.ts';
import type { Row } from '../model/row.ts';
import { atOneVersion } from '../query/consistency.ts';
import type { Query } from '../query/define.ts';
import { runnerOf } from '../query/run.ts';
import { contentDisposition } from './file-name.ts';
import type { Gates } from './gate.ts';
import { cacheKey } from './hooks.ts';
import { MOVED_ON_TRAILER } from './list-stream.ts';
import { unmarkedRow } from './list-tables.ts';
import type { ParquetFiles } from './parquet-files.ts';
import { contextOf, isCurrent, notModified, TRUNCATED_HEADER, tagWith } from './tags.ts';

interface ParquetServing {
  graph: Graph;
  gates: Gates;
  files: ParquetFiles;
}

/** What the library is to leave to us. */
const OURS = { etag: false, lastModified: false, cacheControl: false, contentType: false } as const;

/**
 * Prepares how a list is sent as a file of Parquet: all that matches, or as many as the limit says. Nothing is sent before the file is
 * whole, so that whatever goes wrong is a problem. Where articles were written meanwhile, a header says so, and the file is of no version.
 */
export function parquetSender({ graph, gates: { reading }, files }: ParquetServing, query: Query) {
  const runner = runnerOf(query);
  const row = unmarkedRow(query);
  const whole = query.kind === 'page' ? parquetTable(row) : undefined;
  return async (request: FastifyRequest, reply: FastifyReply, params: Row, table: CsvTable | undefined) => {
    const context = contextOf(request);
    const reads = atOneVersion(graph, (at) => reading.run(() => runner.readParts(at, params, context)));
    // What is wrong with a request is told at once, and by the first part.
    const first = await withTimeout(reads, responseTimeout(graph), graph.plans);
    reply.header('content-type', contentTypeOf('parquet'));
    reply.header('content-disposition', contentDisposition(request.url, 'parquet'));
    if (first.outcome.isTruncated) reply.header(TRUNCATED_HEADER, 'true');
    tagWith(reply, first.version, 'parquet');
    if (isCurrent(request, reply)) return notModified(reply);
    const list = {
      ...{ key: cacheKey(request), request: request.origin + request.url, first },
      table: table ? parquetTable(row, table) : whole!,
    };
    const file = await unhurried(request, () => files.fileOf(list));
    finished(reply.raw, () => files.release(file));
    tagWith(reply, file.version, 'parquet');
    if (file.version === null) reply.header(MOVED_ON_TRAILER, 'true');
    const options = { ...OURS, root: dirname(file.path) };
    const { statusCode, headers, stream } = await send(request.raw, basename(file.path), options);
    return reply.code(statusCode).headers(headers).send(stream);
  };
}

/** Lets work take its time, during which nothing moves on the socket. */
async function unhurried<T>({ raw: { socket } }: FastifyRequest, work: () => Promise<T>): Promise<T> {
  const wait = (time: number) => socket instanceof Socket && socket.setTimeout(time);
  wait(0);
  try {
    return await work();
  } finally {
    wait(HTTP.silence);
  }
}
