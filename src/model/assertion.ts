import { z } from 'zod';
import { confidence } from './numbers.ts';
import { AssertionMode } from './vocabulary.ts';

export const Assertion = z
  .object({
    article: z.string().describe('Id of the article that it stands in.'),
    by: z
      .enum(['author', 'statement'])
      .describe('Who says so: the author of the article, or who made a statement that it reports.'),
    as: AssertionMode.nullable().describe('How the author says so; null for a statement.'),
    statement: z.string().nullable().describe('Id of the statement; null for the author.'),
    confidence,
  })
  .meta({ id: 'Assertion', description: 'Who says so, in which article, and how sure that is.' });

export const assertions = z
  .array(Assertion)
  .describe('Who says so: the author of each article, as a fact or an opinion, or statements; at most 50.');

export type Assertion = z.output<typeof Assertion>;
