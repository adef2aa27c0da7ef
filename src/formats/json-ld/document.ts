import type { Row } from '../../model/row.ts';
import { IRI_TERMS } from './context.ts';

/** A JSON-LD document of one node, or of several. Its IRIs are absolute, since documents are saved and copied without their URL. */
export const jsonLdDocument = (content: Row | Row[], origin: string): string =>
  JSON.stringify(
    {
      '@context': `${origin}/v1/context.jsonld`,
      ...(Array.isArray(content) ? { '@graph': content } : content),
    },
    (term, value: unknown) => (IRI_TERMS.has(term) ? absolute(value, origin) : value),
  );

/** The IRI of a path of this service, or several. */
function absolute(value: unknown, origin: string): unknown {
  if (Array.isArray(value)) return value.map((one) => absolute(one, origin));
  return typeof value === 'string' && value.startsWith('/v1/') ? origin + value : value;
}
