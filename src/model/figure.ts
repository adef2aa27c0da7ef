import { z } from 'zod';
import { Assertion } from './assertion.ts';
import { ArticleEvidence } from './evidence.ts';
import { FigureKind } from './vocabulary.ts';

const bound = (what: string) => z.number().nullable().describe(`${what}, or null where none is given.`);

export const Figure = z
  .object({
    what: FigureKind,
    value: z.number().nullable().describe('The number, or null where a range is given.'),
    from: bound('The least that it may be; the number where one is given'),
    to: bound('The most that it may be; the number where one is given'),
    unit: z
      .string()
      .nullable()
      .describe('What it is counted in: a currency as ISO 4217, `%`, `years`; null for people.'),
    assertion: Assertion.describe('Who says so, and how sure that is.'),
    evidence: ArticleEvidence.describe('The words that say so.'),
  })
  .meta({
    id: 'Figure',
    description: 'A number that an article gives of an event; those of several articles stand side by side.',
  });

export type Figure = z.output<typeof Figure>;
