import { z } from 'zod';
import { count } from './numbers.ts';

const span = {
  exact: z.string().describe('The words of the article, to the character.'),
  prefix: z.string().describe('Up to 32 characters before them.'),
  suffix: z.string().describe('Up to 32 characters after them.'),
  start: count.describe('Offset of the first character, counted in Unicode code points from 0.'),
  end: count.describe('Offset after the last character.'),
  unit: z.literal('code-point').describe('What start and end count.'),
};

export const Evidence = z.object(span).meta({
  id: 'Evidence',
  description:
    'The characters of the article that support a fact: a TextQuoteSelector and a TextPositionSelector of the Web Annotation Data Model.',
});

export const ArticleEvidence = z
  .object({ article: z.string().describe('Id of the article that says so.'), ...span })
  .meta({
    id: 'ArticleEvidence',
    description: 'The characters that support a fact, and the article they are in.',
  });

export const Words = z
  .object({ exact: span.exact, start: span.start, end: span.end, unit: span.unit })
  .meta({ id: 'Words', description: 'Words of the article, and where they stand.' });

export const Cue = z
  .object({ exact: span.exact, start: span.start, end: span.end, unit: span.unit })
  .meta({ id: 'Cue', description: 'The word that reports a statement, such as "stressed".' });

export type Evidence = z.output<typeof Evidence>;
export type ArticleEvidence = z.output<typeof ArticleEvidence>;
export type Cue = z.output<typeof Cue>;
