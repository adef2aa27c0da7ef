import { z } from 'zod';
import { ArticleEvidence } from '../model/evidence.ts';
import { EntityType } from '../model/vocabulary.ts';
import { defineQuery, present } from '../query/define.ts';
import { searchText, severalOf, wholeNumber } from '../query/parameters.ts';
import { fullTextQuery } from '../search/full-text.ts';
import { Highlight, highlight } from '../search/highlight.ts';

/** Hits that each index is asked for; of several quotations of one statement only the best counts. */
const SCAN = 1000;

const TYPES = [...EntityType.options, 'Statement', 'Event', 'Article'] as const;

const Hit = z
  .object({
    type: z.enum(TYPES).describe('What kind of thing was found.'),
    id: z.string().describe('Its id.'),
    label: z
      .string()
      .describe('Name of an entity, text of a statement, label of an event, title of an article.'),
    score: z
      .number()
      .min(0)
      .max(1)
      .describe(
        'How well it matches, against the best match among entities, statements, events or articles, which has 1.',
      ),
    highlights: z.array(Highlight).describe('Passages with the words that were looked for.'),
    evidence: z
      .array(ArticleEvidence)
      .describe('The words that a statement or an event rests on; empty for an entity or an article.'),
  })
  .meta({ id: 'Hit', description: 'Something that contains the words that were looked for.' });

export const search = defineQuery({
  operationId: 'search',
  tag: 'search',
  path: '/v1/search',
  summary: 'Everything that contains some words',
  description:
    'Entities, statements, events and articles that contain all the words, best first. Scores of different kinds do not compare by themselves, so each is divided by the best of its kind; among equals entities come first, then statements, events and articles. Passages are plain text in fragments: nothing in them is markup.',
  cypher: 'search',
  params: z.strictObject({
    q: searchText('Words that it contains, all of them; phrases in double quotes.', 'counterterrorism'),
    type: severalOf(TYPES, 'Only things of these types.', 'Statement,Event').optional(),
    limit: wholeNumber(1, 100, 20, 'How many things are answered at most.').default(20),
  }),
  row: Hit,
  list: true,
  unpaged: true,
  plan: ({ q, type = TYPES }) => {
    const asked: readonly string[] = type;
    const given = EntityType.options.filter((one) => asked.includes(one));
    const entityTypes = given.length === EntityType.options.length ? undefined : given;
    const flags = present({ entityTypes });
    if (given.length === 0) flags.push('notEntity');
    for (const one of ['Statement', 'Event', 'Article']) if (!asked.includes(one)) flags.push(`not${one}`);
    return { flags, bind: { q: fullTextQuery(q), entityTypes, scan: SCAN } };
  },
  complete: (row, { q }) => ({
    ...row,
    highlights: (row.highlights as { field: string; text: string }[]).flatMap(({ field, text }) =>
      highlight(field, text, q),
    ),
  }),
  examples: [
    { summary: 'What is there on counterterrorism?', request: { q: 'counterterrorism' } },
    { summary: 'Who or what is called Munir?', request: { q: 'Munir', type: 'Person,Event' } },
  ],
});
