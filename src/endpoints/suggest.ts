import { z } from 'zod';
import { defineRead } from '../db/client.ts';
import { cypherFile } from '../db/cypher.ts';
import { EntityType } from '../model/vocabulary.ts';
import { defineQuery } from '../query/define.ts';
import { lookup } from '../query/name-lookup.ts';
import { severalOf, wholeNumber, wordsToFind } from '../query/parameters.ts';
import { prefixQuery } from '../search/name-query.ts';

/** Names that are compared: more than a person reads, few enough to respond between two keystrokes. */
const SCAN = 200;

const Suggestion = z
  .object({
    id: z.string().describe('Stable identifier, a slug.'),
    name: z.string().describe('Name in the authority file.'),
    type: EntityType,
    match: z.string().describe('The name or alias that begins as asked.'),
    description: z.string().nullable().describe('One line that tells it from others of the same name.'),
  })
  .meta({ id: 'Suggestion', description: 'An entity that may be meant, and the name that suggests it.' });

export const suggestedEntities = defineRead({
  name: 'entities with a name that begins as given, or a word of it',
  parameters: ['types', 'given', 'plain', 'demonym', 'words', 'scan', 'limit'],
  row: Suggestion,
  text: cypherFile('read/suggest'),
});

/** What the read of suggestions is given. */
export function suggestParameters(q: string, types: readonly string[] = EntityType.options) {
  const { given, plain, demonym } = lookup(q);
  return { types, given, plain, demonym, words: prefixQuery(q), scan: SCAN };
}

export const suggest = defineQuery({
  kind: 'table',
  paging: 'none',
  operationId: 'suggestEntities',
  tag: 'search',
  path: '/v1/suggest',
  summary: 'Entities while a name is typed',
  description:
    'Entities with a name or alias that begins as given, or a word that does; case, accents, apostrophes, hyphens, dots and spaces make no difference. The name itself comes first, then names that begin so, then names with such a word; among equals those mentioned more often.',
  params: z.strictObject({
    q: wordsToFind('The beginning of a name, or of a word of it after whole words.', 'mun'),
    type: severalOf(EntityType.options, 'Only entities of these types.', 'Person', 'Country').optional(),
    limit: wholeNumber(1, 50, 10, 'How many entities are answered at most.').default(10),
  }),
  row: Suggestion,
  noFeed: 'it is for fields in which a name is typed; who is new is followed by the feed of /v1/changes',
  read: suggestedEntities,
  plan: ({ q, type }) => ({ bind: suggestParameters(q, type) }),
  examples: [
    { summary: 'Whose name begins with "mun"?', request: { q: 'mun' } },
    { summary: 'Which countries begin with "U.S."?', request: { q: 'U.S.', type: 'Country' } },
  ],
});
