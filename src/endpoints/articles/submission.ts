import { z } from 'zod';
import { HTTP } from '../../limits.ts';
import { ReviewLog } from '../../model/review-log.ts';
import { MOST_ENTITIES } from '../../model/submission.ts';
import { Slug } from '../../model/text.ts';

/** An article that can be sent as it is. */
const EXAMPLE = {
  id: 'an-example',
  text: 'Ada Example told reporters: “Pakistan is a partner.”',
  annotation: {
    article: { title: 'An example', language: 'en', published: '2025-06-20' },
    statements: [
      {
        id: 'example-pakistan-is-a-partner',
        act: '051',
        about: ['pakistan'],
        quotations: [
          {
            quoteType: 'direct',
            quote: 'Pakistan is a partner.',
            cue: 'told',
            attributions: [
              {
                speaker: 'ada-example',
                rank: 'preferred',
                basis: 'cue-named',
                confidence: 1,
                evidence: 'Ada Example',
              },
            ],
          },
        ],
      },
    ],
  },
  entities: [{ id: 'ada-example', type: 'Person', name: 'Ada Example' }],
};

/** The fields of a submission beside its id. */
const CONTENT = {
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
  draft: z
    .looseObject({
      review: ReviewLog.optional().describe(
        'How it was reviewed: what was decided on each fact, when, after how many edits and seconds. It is kept with the article.',
      ),
    })
    .optional()
    .describe(
      'How a draft was made, as `POST /v1/drafts` says it, of which nothing is kept, and its review.',
    ),
};

/** A submission for the documentation; `Submission` is what it is held to. */
export const SubmissionBody = z
  .strictObject({ id: Slug.describe('Id of the article, as it appears in its URL.'), ...CONTENT })
  .meta({ id: 'Submission', description: 'An article with what it says.', examples: [EXAMPLE] });

const { id: _id, ...WITHOUT_ID } = EXAMPLE;

/** The same for the URL of the article, which has its id. */
export const ReplacementBody = z
  .strictObject({ id: Slug.optional().describe('Id of the article, that of the URL.'), ...CONTENT })
  .meta({
    id: 'Replacement',
    description: 'An article with what it says now.',
    examples: [WITHOUT_ID],
  });
