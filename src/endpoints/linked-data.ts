import { z } from 'zod';
import { CONTEXT, VOCABULARY_PATH } from '../formats/json-ld/context.ts';
import { VOCABULARY_DOCUMENT } from '../formats/json-ld/vocabulary.ts';
import { MEDIA_TYPES } from '../formats/media-types.ts';
import { defineOperation } from '../http/operation.ts';

const Context = z
  .object({ '@context': z.record(z.string(), z.unknown()).describe('What each term stands for.') })
  .meta({ id: 'JsonLdContext', description: 'A JSON-LD context.' });

const Vocabulary = z
  .object({
    '@context': z.record(z.string(), z.unknown()).describe('What each term stands for.'),
    '@graph': z.array(z.record(z.string(), z.unknown())).describe('The terms.'),
  })
  .meta({ id: 'Vocabulary', description: 'A vocabulary in RDF Schema.' });

const document = {
  method: 'GET',
  tag: 'service',
  mediaTypes: [MEDIA_TYPES.jsonld],
  freshness: 'constant',
} as const;

/** The context of all JSON-LD. */
export const jsonLdContext = defineOperation({
  ...document,
  operationId: 'getJsonLdContext',
  path: '/v1/context.jsonld',
  summary: 'The context of all JSON-LD',
  description:
    'What the terms of JSON-LD responses stand for: schema.org, PROV-O, Web Annotation, SKOS, and a vocabulary of its own. Ids and the context are absolute, by PUBLIC_URL or by the host of the request; the own vocabulary has the same IRI in all instances.',
  responses: { 200: { description: 'The document.', schema: Context } },
  respond: () => ({ body: { '@context': CONTEXT } }),
});

/** The vocabulary of the terms that no other vocabulary has. */
export const jsonLdVocabulary = defineOperation({
  ...document,
  operationId: 'getVocabulary',
  path: VOCABULARY_PATH,
  summary: 'The own vocabulary of JSON-LD',
  description: 'The terms of JSON-LD responses that no other vocabulary has, described in RDF Schema.',
  responses: { 200: { description: 'The document.', schema: Vocabulary } },
  respond: () => ({ body: VOCABULARY_DOCUMENT }),
});
