import { z } from 'zod';
import { defineRead } from '../db/client.ts';
import { cypher, filled } from '../db/cypher.ts';
import { hitEntry } from '../formats/atom-entries.ts';
import { ArticleEvidence } from '../model/evidence.ts';
import { EntityType } from '../model/vocabulary.ts';
import { defineQuery } from '../query/define.ts';
import { searchText, severalOf, wholeNumber } from '../query/parameters.ts';
import { fullTextQuery } from '../search/full-text.ts';
import { Highlight, highlight } from '../search/highlight.ts';
import { entityQuery } from '../search/name-query.ts';

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

/** The parts of a search, each of which has an index of its own. */
const PARTS = ['entities', 'statements', 'events', 'articles'] as const;
type Part = (typeof PARTS)[number];
const NO_HITS = cypher`UNWIND [] AS n
  RETURN n, 0.0 AS score, 0 AS place`;

const hits = defineRead({
  name: 'what contains words',
  parameters: ['q', 'entities', 'entityTypes', 'scan', 'limit'],
  row: Hit.extend({ highlights: z.array(z.object({ field: z.string(), text: z.string() })) }),
  text: (left: readonly Part[]) =>
    filled('read/search', Object.fromEntries(left.map((part) => [part, NO_HITS]))),
  variants: [[], ...PARTS.map((part) => PARTS.filter((one) => one !== part))],
});

export const search = defineQuery({
  kind: 'table',
  paging: 'none',
  operationId: 'search',
  tag: 'search',
  path: '/v1/search',
  summary: 'Everything that contains some words',
  description:
    'Entities, statements, events and articles that contain all the words, best first: what has them as they are asked for comes before what has other forms of them. Scores of different kinds do not compare by themselves, so each is divided by the best of its kind; among equals entities come first, then statements, events and articles. Passages are plain text in fragments: nothing in them is markup.',
  params: z.strictObject({
    q: searchText('Words that it contains.', 'counterterrorism'),
    type: severalOf(TYPES, 'Only things of these types.', 'Statement', 'Event').optional(),
    limit: wholeNumber(1, 100, 20, 'How many things are answered at most.').default(20),
  }),
  row: Hit,
  atom: hitEntry,
  tables: { hit: '', highlight: 'highlights', fragment: 'highlights.fragments', evidence: 'evidence' },
  read: hits,
  plan: ({ q, type = TYPES }) => {
    const entityTypes = EntityType.options.filter((one) => type.includes(one));
    const asked: Record<Part, boolean> = {
      entities: entityTypes.length > 0,
      statements: type.includes('Statement'),
      events: type.includes('Event'),
      articles: type.includes('Article'),
    };
    return {
      options: PARTS.filter((part) => !asked[part]),
      bind: { q: fullTextQuery(q), entities: entityQuery(q), entityTypes, scan: SCAN },
    };
  },
  item: (row, { q }) => {
    const { highlights, ...hit } = row as z.output<typeof hits.row>;
    return { ...hit, highlights: highlights.flatMap(({ field, text }) => highlight(field, text, q)) };
  },
  examples: [
    { summary: 'What is there on counterterrorism?', request: { q: 'counterterrorism' } },
    {
      summary: 'What is there on terror, by any form of the word?',
      request: { q: 'terror', type: 'Article' },
    },
    { summary: 'Who or what is called Munir?', request: { q: 'Munir', type: ['Person', 'Event'] } },
  ],
});
