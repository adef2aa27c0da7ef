import type { Row } from '../../model/row.ts';

/** A JSON-LD document of one node, or of several. */
export const jsonLdDocument = (content: Row | Row[]): string =>
  JSON.stringify({
    '@context': '/v1/context.jsonld',
    ...(Array.isArray(content) ? { '@graph': content } : content),
  });
