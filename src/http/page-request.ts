import type { FastifyReply, FastifyRequest } from 'fastify';
import { contentTypeOf, MEDIA_TYPES } from '../formats/media-types.ts';
import { acceptedType } from './accepted-type.ts';

/** What a page may load: files of this service, and nothing from another host; its style is a file too. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join(';');

/** Headers of a page beside those of every response. */
export const PAGE_HEADERS = {
  'content-type': contentTypeOf('html'),
  'content-security-policy': PAGE_POLICY,
  'referrer-policy': 'same-origin',
};

const HTML_OR_JSON = [MEDIA_TYPES.json, MEDIA_TYPES.html];

/** Whether a client reads pages: a browser that goes to a URL, or one that asks for the format. */
export function wantsPage(request: FastifyRequest): boolean {
  const { format } = (request.query ?? {}) as { format?: unknown };
  return format === undefined ? acceptedType(request, HTML_OR_JSON) === MEDIA_TYPES.html : format === 'html';
}

/**
 * Leads a browser to the URL without the fields that its form left empty, so that a page has one URL, which says only what
 * was asked.
 */
export async function withoutEmptyFields(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const [path, query = ''] = request.url.split('?');
  if (!/=(&|$)/.test(query) || !wantsPage(request)) return undefined;
  const filled = [...new URLSearchParams(query)].filter(([, value]) => value.trim() !== '');
  const search = filled.length > 0 ? `?${new URLSearchParams(filled)}` : '';
  return reply.header('cache-control', 'no-store').redirect(`${path}${search}`, 302);
}
