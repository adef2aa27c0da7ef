import { z } from 'zod';
import { contextAt, VOCABULARY_PATH } from '../formats/json-ld/context.ts';
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
    'What the terms of JSON-LD responses stand for: schema.org, PROV-O, Web Annotation, SKOS, and a vocabulary of its own. Ids are relative to the URL that a response is fetched from; a copy of it needs that URL as its base.',
  responses: { 200: { description: 'The document.', schema: Context } },
  respond: (_graph, { origin }) => ({ body: { '@context': contextAt(origin) } }),
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
