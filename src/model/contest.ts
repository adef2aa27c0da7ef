import { z } from 'zod';
import { ArticleLink } from './article.ts';
import { EntityLink } from './entity.ts';
import { ContestedField } from './vocabulary.ts';

const Reading = z
  .object({
    value: z
      .string()
      .describe('What these articles say: a date (EDTF), a code of CAMEO, a kind, or ids joined by spaces.'),
    label: z.string().nullable().describe('What the code of an act stands for; null for anything else.'),
    isShown: z.boolean().describe('Whether it is what the statement or event shows.'),
    entities: z.array(EntityLink).describe('The speakers, or the place; none for anything else.'),
    articles: z
      .array(
        ArticleLink.extend({
          publisher: z.string().nullable().describe('Who published it, or null.'),
        }).meta({ id: 'PublishedArticleLink', description: 'An article with who published it.' }),
      )
      .describe('The articles that say so.'),
  })
  .meta({ id: 'ContestedReading', description: 'One of several readings that exclude each other.' });

export const Contest = z
  .object({
    id: z.string().describe('Id of the statement or event.'),
    type: z.enum(['statement', 'event']).describe('What it is.'),
    text: z.string().describe('What was said, or the label of the event.'),
    differences: z
      .array(
        z
          .object({
            field: ContestedField,
            readings: z
              .array(Reading)
              .describe('What articles say: what is shown first, then what more articles say.'),
          })
          .meta({ id: 'Difference', description: 'Readings of one property that exclude each other.' }),
      )
      .describe('What is contested, each with all readings.'),
  })
  .meta({
    id: 'Contest',
    description: 'A statement or event of which articles tell something in ways that exclude each other.',
  });
export type Contest = z.output<typeof Contest>;
