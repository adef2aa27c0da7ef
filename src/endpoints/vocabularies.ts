import { z } from 'zod';
import { VOCABULARIES, VOCABULARY_NAMES } from '../model/vocabularies.ts';
import { defineQuery } from '../query/define.ts';
import { wholeNumber } from '../query/parameters.ts';

const VocabularySummary = z
  .object({
    name: z.enum(VOCABULARY_NAMES).describe('Name in the URL of the vocabulary.'),
    label: z.string().describe('What it is called.'),
    description: z.string().describe('What its terms describe.'),
    terms: z.number().int().min(1).describe('How many terms it has.'),
  })
  .meta({
    id: 'VocabularySummary',
    description: 'A list of the words that the graph describes things with.',
  });

/** Whole by default: every vocabulary fits in one response. */
export const vocabularyLimit = {
  limit: wholeNumber(1, 500, 500, 'How many are answered at most.').default(500),
};

export const vocabularies = defineQuery({
  kind: 'constant',
  paging: 'none',
  operationId: 'listVocabularies',
  tag: 'vocabularies',
  path: '/v1/vocabularies',
  summary: 'The vocabularies of the graph',
  description: 'The lists of words that statements, entities, events and relations are described with.',
  params: z.strictObject(vocabularyLimit),
  noFeed: 'vocabularies change with a release of the service alone',
  row: VocabularySummary,
  rows: () =>
    VOCABULARY_NAMES.map((name) => {
      const { label, description, terms } = VOCABULARIES[name];
      return { name, label, description, terms: terms.length };
    }),
  examples: [{ summary: 'Which words does the graph describe things with?', request: {} }],
});
