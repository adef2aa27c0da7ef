import { z } from 'zod';
import { ArticleLink } from './article.ts';
import { Evidence } from './evidence.ts';

/** A claim of an article that is kept out of the graph, as the list of them has it. */
export const ListedExclusion = z
  .object({
    id: z.string().describe('Identifier of this claim.'),
    reason: z.string().describe('Why these words are no fact of the graph.'),
    article: ArticleLink.describe('The article that claims it.'),
    evidence: Evidence.describe('The words, and where they stand.'),
  })
  .meta({
    id: 'ListedExclusion',
    description: 'A claim that an article makes and that is kept out of the graph.',
  });
