import { z } from 'zod';
import { HTTP } from '../../limits.ts';
import { MOST_ENTITIES } from '../../model/submission.ts';
import { Slug } from '../../model/text.ts';

/** A submission for the documentation; `Submission` is what it is held to. */
export const SubmissionBody = z
  .strictObject({
    id: Slug.describe('Id of the article, as it appears in its URL.'),
    text: z.string().min(1).max(HTTP.articleLimit).describe('The text, verbatim, in Unicode NFC.'),
    annotation: z
      .looseObject({})
      .describe(
        'What the article says, with the fields of `annotation.yaml`: `seed/annotation.schema.json` is its schema.',
      ),
    entities: z
      .array(z.looseObject({}))
      .max(MOST_ENTITIES)
      .optional()
      .describe(
        'Entities that the graph has not yet, with the fields of an entry of `entities.yaml`: `seed/entities.schema.json` is its schema.',
      ),
  })
  .meta({ id: 'Submission', description: 'An article with what it says.' });
