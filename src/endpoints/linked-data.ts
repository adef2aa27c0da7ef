import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { z } from 'zod';
import { contextAt, VOCABULARY } from '../formats/json-ld/context.ts';
import { VOCABULARY_DOCUMENT } from '../formats/json-ld/vocabulary.ts';
import { MEDIA_TYPES } from '../formats/media-types.ts';
import { originOf } from '../http/origin.ts';

const Context = z
  .object({ '@context': z.record(z.string(), z.unknown()).describe('What each term stands for.') })
  .meta({ id: 'JsonLdContext', description: 'A JSON-LD context.' });

const Vocabulary = z
  .object({
    '@context': z.record(z.string(), z.unknown()).describe('What each term stands for.'),
    '@graph': z.array(z.record(z.string(), z.unknown())).describe('The terms.'),
  })
  .meta({ id: 'Vocabulary', description: 'A vocabulary in RDF Schema.' });

/** Serves the context of all JSON-LD, and the vocabulary of the terms that no other vocabulary has. */
export function registerLinkedData(app: FastifyInstance): void {
  const context = (origin: string) => ({ '@context': contextAt(origin) });
  serve(app, '/v1/context.jsonld', context, Context, {
    operationId: 'getJsonLdContext',
    summary: 'The context of all JSON-LD',
    description:
      'What the terms of JSON-LD answers stand for: schema.org, PROV-O, Web Annotation, SKOS, and a vocabulary of its own. Ids are relative to the address that an answer is fetched from; a copy of an answer needs that address as its base.',
  });
  serve(app, VOCABULARY, () => VOCABULARY_DOCUMENT, Vocabulary, {
    operationId: 'getVocabulary',
    summary: 'The own vocabulary of JSON-LD',
    description: 'The terms of JSON-LD answers that no other vocabulary has, described in RDF Schema.',
  });
}

function serve(
  app: FastifyInstance,
  url: string,
  documentAt: (origin: string) => object,
  schema: z.ZodType,
  about: object,
): void {
  const responses: FastifySchema['response'] = {
    200: { description: 'The document.', content: { [MEDIA_TYPES.jsonld]: { schema } } },
  };
  app.get(url, { schema: { ...about, tags: ['service'], response: responses } }, async (request, reply) => {
    const document = documentAt(originOf(request));
    const digest = createHash('sha256').update(JSON.stringify(document)).digest('base64url');
    const etag = `"${digest.slice(0, 22)}"`;
    reply.headers({ etag, 'cache-control': 'public, max-age=86400' });
    if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
    return reply.type(MEDIA_TYPES.jsonld).send(document);
  });
}
