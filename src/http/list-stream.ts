import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Graph } from '../db/client.ts';
import type { GraphVersion } from '../db/state-witness.ts';
import type { ListWriter } from '../formats/list-writer.ts';
import { atOneVersion, type Versioned } from '../query/consistency.ts';
import type { ListPart } from '../query/define.ts';

/** The trailer of a list that is sent part by part: whether the graph moved on meanwhile. */
export const MOVED_ON_TRAILER = 'x-graph-moved-on';

/** It holds no comma, so that it stands in CSV as it is. */
const MOVED_ON =
  'Articles were written while this list was sent: its items may be of several versions of the graph. Ask again for a list of one version.';

/** A list of which the first part is written and more is to be read. */
interface BegunList {
  text: Buffer;
  /** The version that the first part shows; null where a commit was under way all the time. */
  version: GraphVersion | null;
  next: NonNullable<ListPart['next']>;
}

/**
 * Sends a list that is too long to be held as a whole, one part at a time. Each part is of one version; where they are not all of
 * the same, the last line and a trailer say so.
 */
export function sendInParts(
  graph: Graph,
  request: FastifyRequest,
  reply: FastifyReply,
  list: BegunList,
  writer: ListWriter,
) {
  if (request.method === 'HEAD') return reply.send(Readable.from([]));
  let hasMovedOn = list.version === null;
  async function* parts() {
    yield list.text;
    for (let next: ListPart['next'] = list.next; next; ) {
      const { outcome: part, version }: Versioned<ListPart> = await atOneVersion(graph, next);
      hasMovedOn ||= version !== list.version;
      yield writer.write(part.items);
      next = part.next;
    }
    if (hasMovedOn) yield writer.lastLine(MOVED_ON);
  }
  // HTTP/1.0 has no chunks, and so no trailers.
  if (request.raw.httpVersion !== '1.0') {
    reply.trailer(MOVED_ON_TRAILER, (_reply, _payload, done) => done(null, String(hasMovedOn)));
  }
  return reply.send(Readable.from(parts(), { objectMode: false }));
}
