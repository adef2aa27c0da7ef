import { z } from 'zod';
import { Term, VOCABULARIES, VOCABULARY_NAMES } from '../model/vocabularies.ts';
import { defineQuery } from '../query/define.ts';
import { vocabularyLimit } from './vocabularies.ts';

export const vocabulary = defineQuery({
  kind: 'constant',
  paging: 'none',
  operationId: 'listTerms',
  tag: 'vocabularies',
  path: '/v1/vocabularies/{name}',
  summary: 'The terms of one vocabulary',
  description:
    'The words of a vocabulary with what they mean. Acts come with their PLOVER event type, quad class and Goldstein score, and each specific one names the wider one.',
  pathParams: z.strictObject({
    name: z.enum(VOCABULARY_NAMES).meta({ description: 'Name of the vocabulary.', examples: ['predicates'] }),
  }),
  params: z.strictObject(vocabularyLimit),
  noFeed: 'vocabularies change with a release of the service alone',
  row: Term,
  rows: ({ name }) => VOCABULARIES[name].terms,
  examples: [
    { summary: 'Which relations are there?', request: { name: 'predicates' } },
    { summary: 'Which acts are there, and how do they score?', request: { name: 'acts' } },
  ],
});
