import { z } from 'zod';

/** What marks a thing of the wire that no person has reviewed; a reviewed one has no mark. */
export const reviewMark = {
  review: z
    .enum(['draft'])
    .optional()
    .describe('That this is what drafts say, which no person has reviewed; absent where it was reviewed.'),
};
