import { z } from 'zod';
import { TargetLink } from './entity.ts';
import { count } from './numbers.ts';
import { EntityType } from './vocabulary.ts';

/** How many statements there are, and how friendly or hostile. */
const sums = {
  count: count.describe('How many statements.'),
  goldsteinSum: z
    .number()
    .describe(
      'Sum of the Goldstein scores of their acts, each with its sign; an act without a score adds nothing.',
    ),
  goldsteinMean: z.number().nullable().describe('Mean of the scores there are, or null where there is none.'),
  positive: count.describe('How many have a positive score.'),
  negative: count.describe('How many have a negative score.'),
  neutral: count.describe('How many have a score of zero; one without a score is in none of the three.'),
};

export const StatementGroup = z
  .object({
    group: z
      .object({
        id: z
          .string()
          .nullable()
          .describe('What they share: an id, a code or a date; null where they have none.'),
        name: z
          .string()
          .nullable()
          .describe('Its name; where they have none, what a chart may call them, such as "Undated".'),
        type: z
          .enum([...EntityType.options, 'Event'])
          .nullable()
          .describe('What kind of thing it is, or null for what is neither an entity nor an event.'),
      })
      .describe('What the statements have in common.'),
    ...sums,
  })
  .meta({ id: 'StatementGroup', description: 'Statements with something in common, counted.' });

export const WhoAboutWhom = z
  .object({
    speaker: z
      .object({
        id: z.string().nullable().describe('Its id, or null where nobody can be named.'),
        name: z.string().describe('Name in the authority file, or "Not named".'),
        type: EntityType.nullable().describe('What kind of entity it is, or null where nobody can be named.'),
      })
      .describe('Who speaks.'),
    target: z
      .object({
        id: z.string().nullable().describe('Its id, or null where a target is described and not named.'),
        name: z.string().describe('Name or label, or "Not named".'),
        type: TargetLink.shape.type
          .nullable()
          .describe('What kind of thing it is, or null where it is not named.'),
      })
      .describe('Whom or what it is about.'),
    ...sums,
  })
  .meta({ id: 'WhoAboutWhom', description: 'The statements of one speaker about one target, counted.' });
