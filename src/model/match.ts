import { z } from 'zod';

export const MatchBasis = z
  .enum(['verbatim', 'similar', 'editor'])
  .describe(
    '`verbatim`: the same words; `similar`: like words; `editor`: an id that an annotator or a decision gave.',
  );

/** What a rendering has in common with the others of its statement. */
export const QuotationMatch = z
  .object({
    basis: MatchBasis,
    score: z.number().min(0).max(1).describe('How sure it is; 1 where an id says so.'),
    reason: z.string().describe('Why, as one line.'),
    article: z.string().describe('The article whose rendering it is most like.'),
    statement: z
      .string()
      .describe(
        'The id of the statement as its own article has it, by which a decision tells it from the others.',
      ),
  })
  .meta({
    id: 'QuotationMatch',
    description: 'Why a rendering is taken for one of the statement that other articles tell of.',
  });

export type QuotationMatch = z.output<typeof QuotationMatch>;
