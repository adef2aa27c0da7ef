import { z } from 'zod';
import { AuthorityRecord } from './annotation.ts';
import { ArticleRecord } from './article-record.ts';
import { ReviewLog } from './review-log.ts';

/** More than anybody describes with one article. */
export const MOST_ENTITIES = 500;

/**
 * An article as it is sent over HTTP: what a line of `articles.ndjson` holds, and the entities that are new with it. The
 * annotation is checked later, with what it refers to.
 */
export const Submission = ArticleRecord.extend({
  annotation: z.looseObject({}),
  entities: z
    .array(AuthorityRecord)
    .default([])
    .describe('Entities that the article refers to and the graph has not yet; each once.'),
  draft: z
    .looseObject({ review: ReviewLog.optional() })
    .optional()
    .describe('How a draft was made, as `POST /v1/drafts` says it, and how it was reviewed.'),
});
