import { z } from 'zod';
import { nameKey } from '../model/name-key.ts';
import { EntityType } from '../model/vocabulary.ts';
import { defineQuery, present } from '../query/define.ts';
import { searchText, severalOf, wholeNumber } from '../query/parameters.ts';
import { wordsOf } from '../search/words.ts';

/** Names that are looked at: more than anybody reads, few enough to answer between two keystrokes. */
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

export const suggest = defineQuery({
  operationId: 'suggestEntities',
  tag: 'search',
  path: '/v1/suggest',
  summary: 'Entities while a name is typed',
  description:
    'Entities with a name or alias that begins as given, or a word that does; case, dots and accents make no difference. The name itself comes first, then names that begin so, then names with such a word; among equals those mentioned more often.',
  cypher: 'suggest',
  params: z.strictObject({
    q: searchText('The beginning of a name, or of a word of it after whole words.', 'mun'),
    type: severalOf(EntityType.options, 'Only entities of these types.', 'Person,Country').optional(),
    limit: wholeNumber(1, 50, 10, 'How many entities are answered at most.').default(10),
  }),
  row: Suggestion,
  list: true,
  unpaged: true,
  plan: ({ q, ...filters }) => ({
    flags: present(filters),
    bind: { ...filters, prefix: nameKey(q), words: wordPrefixQuery(q), scan: SCAN },
  }),
  examples: [
    { summary: 'Whose name begins with "mun"?', request: { q: 'mun' } },
    { summary: 'Which countries begin with "U.S."?', request: { q: 'U.S.', type: 'Country' } },
  ],
});

/** A Lucene query for names with all words of a text, the last of which may be a beginning. */
const wordPrefixQuery = (text: string) =>
  `${wordsOf(nameKey(text))
    .flatMap(({ folded }) => folded.match(/[\p{L}\p{N}]+/gu) ?? [])
    .join(' AND ')}*`;
