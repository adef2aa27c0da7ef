import { MEDIA_TYPES } from '../../formats/media-types.ts';
import { formatsOf, isList, type Query } from '../../query/define.ts';
import { exampleUrl } from '../../query/request-url.ts';

/** What the document says of a query beyond the schemas of its route. */
export interface QueryDocumentation {
  examples: { summary: string; url: string }[];
  /** The URL of the example response: the first example, and of a list its first item. */
  responseUrl: string;
  /** The media types of responses beside JSON. */
  furtherMediaTypes: string[];
  isList: boolean;
  hasPages: boolean;
}

/** Reads what the document needs of a query. */
export function documentationOf(query: Query): QueryDocumentation {
  const { examples, params } = query;
  const { request } = examples[0]!;
  const hasLimit = isList(query) && 'limit' in params.shape;
  const furtherFormats = formatsOf(query).filter((format) => format !== 'json');
  return {
    examples: examples.map((example) => ({ summary: example.summary, url: exampleUrl(query, example) })),
    responseUrl: exampleUrl(query, { request: hasLimit ? { ...request, limit: '1' } : request }),
    furtherMediaTypes: furtherFormats.map((format) => MEDIA_TYPES[format]),
    isList: isList(query),
    hasPages: query.kind === 'page',
  };
}
