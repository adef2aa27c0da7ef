import { z } from 'zod';
import { ArticleLink } from './article.ts';
import { EntityLink } from './entity.ts';
import { Evidence } from './evidence.ts';
import { reviewMark } from './review-mark.ts';
import { MentionForm } from './vocabulary.ts';

export const Mention = z
  .object({
    id: z.string().describe('Identifier of this mention.'),
    entity: EntityLink.nullable().describe('Who or what is meant, or null where the text does not say.'),
    form: MentionForm,
    reason: z.string().nullable().describe('Why it is not resolved; null where it is plain.'),
    article: ArticleLink.describe('The article that it stands in.'),
    evidence: Evidence.describe('The words, and where they stand.'),
    ...reviewMark,
  })
  .meta({ id: 'Mention', description: 'Words of an article that refer to an entity, resolved or not.' });
