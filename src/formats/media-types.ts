import { z } from 'zod';

/** The formats of responses, with their media types, in the order of preference. */
export const MEDIA_TYPES = {
  json: 'application/json',
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  parquet: 'application/vnd.apache.parquet',
  jsonld: 'application/ld+json',
  atom: 'application/atom+xml',
  gexf: 'application/gexf+xml',
  graphml: 'application/graphml+xml',
  cytoscape: 'application/vnd.cytoscape+json',
  html: 'text/html',
} as const;

export type Format = keyof typeof MEDIA_TYPES;

/** The `Content-Type` of a format; JSON has no charset (RFC 8259, 11), and Parquet is no text. */
export const contentTypeOf = (format: Format): string =>
  /(?:json|parquet)$/.test(MEDIA_TYPES[format])
    ? MEDIA_TYPES[format]
    : `${MEDIA_TYPES[format]}; charset=utf-8`;

/**
 * The parameter that chooses among formats; without it the `Accept` header does.
 * @param noFeed why Atom is none of them, where it is none.
 */
export const formatParameter = (formats: Format[], noFeed?: string) =>
  z
    .enum(formats as [Format, ...Format[]], {
      error: ({ input }) =>
        input === 'atom' && noFeed ? `expected one of ${formats.join(', ')}: ${noFeed}` : undefined,
    })
    .meta({ description: 'Format of the response; without it the Accept header chooses.' })
    .optional();
