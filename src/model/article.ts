import { z } from 'zod';
import { DatedBy } from './date.ts';
import { Evidence } from './evidence.ts';
import { confidence, count } from './numbers.ts';
import { ReviewEffort } from './review-log.ts';
import { reviewMark } from './review-mark.ts';

export const ArticleLink = z
  .object({
    id: z.string().describe('Id of the article.'),
    title: z.string().describe('Title of the article.'),
    published: z
      .string()
      .nullable()
      .describe('When it was published (EDTF), or null where that is not known.'),
  })
  .meta({ id: 'ArticleLink', description: 'An article: its id, title and date.' });

export const Article = z
  .object({
    id: z.string().describe('Stable identifier, a slug.'),
    title: z.string().describe('Title.'),
    language: z.string().describe('Language of the text (BCP 47).'),
    publisher: z.string().nullable().describe('Who published it, or null where the source does not say.'),
    url: z.string().nullable().describe('Where it was published, or null.'),
    published: DatedBy.describe('When it was published.'),
    sha256: z.string().describe('SHA-256 of its text in UTF-8, in hexadecimal.'),
    length: count.describe('Length of its text in Unicode code points.'),
    authors: z
      .array(
        z
          .object({
            id: z.string().describe('Id of the person.'),
            name: z.string().describe('Name of the person.'),
            confidence,
            reason: z.string().nullable().describe('Why the credit is doubtful, or null.'),
            evidence: Evidence.describe('The words that name the author.'),
          })
          .meta({ id: 'Author', description: 'Who wrote an article, and where that is written.' }),
      )
      .describe('Who wrote it, as far as the source says.'),
    ...reviewMark,
  })
  .meta({ id: 'Article', description: 'A source text.' });

const url = (what: string) => z.string().describe(`URL of the list of ${what}, relative to this host.`);

export const ArticleDetail = z
  .object({
    ...Article.shape,
    text: z.string().describe('The text, verbatim.'),
    revision: z
      .string()
      .describe(
        'Its state, which only a change of the article or of its annotation moves on; for `If-Match`.',
      ),
    excluded: z
      .array(
        z
          .object({
            reason: z.string().describe('Why it is not a fact of the graph.'),
            evidence: Evidence.describe('What the article claims.'),
          })
          .meta({ id: 'ExcludedClaim', description: 'A claim that was kept out of the graph.' }),
      )
      .describe('Claims of the article that were kept out of the graph.'),
    statements: count.describe('How many statements it reports.'),
    mentions: count.describe('How many mentions of entities it has.'),
    effort: ReviewEffort.nullable().describe('What its review took, or null where that was not recorded.'),
    links: z
      .object({
        statements: url('statements that it reports'),
        events: url('events that it tells of'),
        mentions: url('its mentions of entities'),
        annotations: url('all of these as Web Annotations'),
      })
      .meta({ id: 'ArticleLists', description: 'Where everything that an article says is listed.' }),
  })
  .meta({ id: 'ArticleDetail', description: 'A source text with what it claims without becoming a fact.' });

export type Article = z.output<typeof Article>;
export type ArticleDetail = z.output<typeof ArticleDetail>;

export type ArticleLink = z.output<typeof ArticleLink>;
