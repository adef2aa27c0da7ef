import type { oas32 } from 'zod-openapi';
import { MOVED_ON_TRAILER } from '../list-stream.ts';
import { TRUNCATED_HEADER } from '../tags.ts';

/** Headers of every response. */
export const CORS: oas32.HeadersObject = {
  'Access-Control-Allow-Origin': {
    description: 'Pages of any origin may read the response: it is a public record, and no cookie counts.',
    schema: { type: 'string', const: '*' },
  },
};

/** Headers of the responses that a client may cache. */
export const CACHE: oas32.HeadersObject = {
  ETag: {
    description: 'Version of the graph; sent back as `If-None-Match`, it asks only for a newer response.',
    schema: { type: 'string' },
  },
};

/** Headers of a response that leads to another URL. */
export const ELSEWHERE: oas32.HeadersObject = {
  Location: { description: 'Where it is.', schema: { type: 'string' } },
};

/** Headers of lists. */
export const LIST: oas32.HeadersObject = {
  [TRUNCATED_HEADER]: {
    description:
      'Present where a limit left something out, of the list or of what was scanned for it; not every format can say so itself.',
    schema: { type: 'string', const: 'true' },
  },
  Trailer: {
    description: `${MOVED_ON_TRAILER} where CSV or NDJSON is sent in parts; that trailer is \`true\` where articles were written meanwhile, and \`false\` where the list is of one version.`,
    schema: { type: 'string', const: MOVED_ON_TRAILER },
  },
};

/** Headers of lists that have pages. */
export const PAGE: oas32.HeadersObject = {
  Link: {
    description: 'The next page as RFC 8288 has it, `rel="next"`; absent at the end.',
    schema: { type: 'string' },
  },
};

/** Headers of failures that pass by themselves. */
export const RETRY: oas32.HeadersObject = {
  'Retry-After': {
    description: 'After how many seconds to ask again.',
    schema: { type: 'integer', minimum: 0, maximum: 86_400 },
  },
};
