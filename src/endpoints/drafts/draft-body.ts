import { z } from 'zod';
import { FORMATS, type Format } from '../../draft/reading/read-article.ts';
import { DRAFTING, HTTP, TEXTS } from '../../limits.ts';
import { EdtfText } from '../../model/date.ts';
import { LanguageTag } from '../../model/language-tag.ts';
import { LineText, Slug, WebUrl } from '../../model/text.ts';
import { SubmissionBody } from '../articles/submission.ts';

/** The format of an article that is sent as it is, by its media type. */
export const FORMAT_OF: Readonly<Record<string, Format>> = {
  'text/plain': 'text',
  'text/html': 'html',
  'text/markdown': 'markdown',
};

/** An article that a draft can be made of. */
const EXAMPLE = {
  text: 'Partners\n\nBy Ada Example\n\n“Pakistan is a partner,” said Gen. Michael Kurilla, the commander of CENTCOM.\n',
  publisher: 'The Invented Gazette',
  published: '2025-06-20',
};

const given = (what: string) => z.string().min(1).max(HTTP.articleLimit).optional().describe(what);

/** A raw article in JSON, with what is known of it beside what it says. */
export const DraftRequest = z
  .strictObject({
    text: given(
      'The article as plain text. Lines such as `Title: …`, `By: …` and `Date: …` at its top are headers.',
    ),
    html: given('The page that the article is on. Nothing that it refers to is fetched.'),
    markdown: given('The article in Markdown; front matter may say what it says of itself.'),
    id: Slug.optional().describe('Id that the article is to have; by default one made of its title.'),
    title: LineText.optional().describe('Its title, where the text or the page does not give it.'),
    publisher: LineText.optional().describe('Who published it.'),
    published: EdtfText.optional().describe(
      'When it was published: days such as "on Tuesday" are counted from then.',
    ),
    language: LanguageTag.optional().describe('The language of its text. The rules are for English.'),
    url: WebUrl.optional().describe('Where it was published.'),
  })
  .meta({
    id: 'DraftRequest',
    description: `A raw article: exactly one of ${FORMATS.map((format) => `\`${format}\``).join(', ')}, of up to ${DRAFTING.text} characters of text.`,
    examples: [EXAMPLE],
  });

/** A draft as it is returned, which can be sent as an article as it is. */
export const Drafted = z
  .object({
    ...SubmissionBody.shape,
    draft: z
      .object({
        by: z.enum(['rules']).describe('What made it.'),
        format: z.enum(FORMATS).describe('What it was made of.'),
        leftOut: z
          .array(z.string().max(TEXTS.line))
          .describe('What is no part of the text: of a page its menus and notes, of a text its headers.'),
      })
      .describe('How it was made.'),
  })
  .meta({
    id: 'Draft',
    description:
      'An article with what rules found in it, as `POST /v1/articles` takes it. Each fact has `draft`: the rule, how sure it is, and what else a field may be.',
  });
