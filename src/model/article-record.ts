import { z } from 'zod';
import { TEXTS } from '../limits.ts';
import { Annotation } from './annotation.ts';
import { Slug } from './text.ts';

/** The text of an article, verbatim. */
const SourceText = z
  .string()
  .max(TEXTS.article, { error: `expected at most ${TEXTS.article} characters`, abort: true })
  .refine((text) => text.trim() !== '', 'expected the text of the article, got none')
  .refine((text) => text.isWellFormed(), 'expected well-formed Unicode, got a lone surrogate')
  .refine((text) => text.normalize('NFC') === text, 'expected Unicode in NFC (composed characters)');

/** An article with what it says, in one piece: a line of `articles.ndjson`. */
export const ArticleRecord = z
  .strictObject({
    id: Slug.describe('Id of the article.'),
    text: SourceText.describe('The text, verbatim.'),
    annotation: Annotation,
  })
  .meta({ title: 'On Record: a line of articles.ndjson' });
