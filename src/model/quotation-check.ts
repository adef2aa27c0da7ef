import { z } from 'zod';
import { ArticleLink } from './article.ts';
import { Evidence } from './evidence.ts';
import { Attribution, Statement } from './statement.ts';
import { QuoteType } from './vocabulary.ts';

/** What there is to say of a quotation. */
export const QuotationVerdict = z
  .enum([
    'verbatim',
    'altered-cut',
    'altered',
    'paraphrase',
    'said-by-another',
    'other-occasion',
    'not-in-the-record',
    'too-short',
  ])
  .meta({
    id: 'QuotationVerdict',
    description:
      'What there is to say of a quotation: the words of a source as they are (verbatim), with a marked cut that keeps their sense (altered-cut), otherwise changed (altered), the same in other words (paraphrase), the words of another (said-by-another) or of other days (other-occasion), none of these (not-in-the-record, which does not prove that it was never said), or too few and too common words to tell (too-short).',
  });

const Stretch = z
  .object({
    kind: z
      .enum(['same', 'left-out', 'added'])
      .describe('Whether the words stand in both, in the source alone, or in the quotation alone.'),
    text: z.string().describe('The words, of the source where it has them.'),
  })
  .meta({ id: 'DiffStretch', description: 'A stretch of a comparison, word by word.' });

const CheckWarning = z
  .object({
    code: z
      .enum([
        'sense-turned',
        'second-hand',
        'outlets-differ',
        'speaker-contested',
        'undated',
        'about-something-else',
      ])
      .describe(
        'Words of the sentence that are left off turn the sense; the speaker quotes another; outlets print other words; sources differ on the speaker; no source says when; it is about something else.',
      ),
    text: z.string().describe('The words, or what there is to know.'),
  })
  .meta({ id: 'CheckWarning', description: 'What a reader of a quotation has to know beside its words.' });

const Outlet = z
  .object({
    article: ArticleLink.describe('The article.'),
    quoteType: QuoteType,
    kind: z
      .enum(['same', 'part', 'differs', 'own-words', 'without'])
      .describe(
        'Whether it has the same words, a part of them, others in their place, its own words, or none of them.',
      ),
    diff: z.array(Stretch).describe('Word by word, against the quotation.'),
    evidence: z.array(Evidence).describe('What it prints, and where.'),
    attributions: z.array(Attribution).describe('To whom it attributes that.'),
  })
  .meta({ id: 'OutletRendering', description: 'How one article has the words of a quotation.' });

export const QuotationFinding = z
  .object({
    verdict: QuotationVerdict,
    statement: Statement.omit({ quotations: true })
      .meta({ id: 'CheckedStatement', description: 'A statement without its renderings.' })
      .describe('What was said, as the record has it.'),
    diff: z
      .array(Stretch)
      .describe('Word by word, against the rendering that is nearest; empty for a paraphrase.'),
    cuts: z.array(z.string()).describe('What marked cuts leave out.'),
    warnings: z.array(CheckWarning).describe('What a reader has to know.'),
    outlets: z.array(Outlet).describe('How each article has it, the nearest first.'),
  })
  .meta({ id: 'QuotationFinding', description: 'A statement that matches a quotation, and how.' });

export const QuotationCheck = z
  .object({
    quote: z.string().describe('The words that were looked for, without the marks around them.'),
    verdict: QuotationVerdict,
    explanation: z.string().describe('The verdict in a sentence.'),
    findings: z.array(QuotationFinding).describe('The statements that match, best first, at most five.'),
    joined: z
      .array(z.string())
      .describe('Ids of the statements that it is joined of; empty where it is of one.'),
  })
  .meta({ id: 'QuotationCheck', description: 'Whether a quotation is right.' });

export type QuotationCheck = z.output<typeof QuotationCheck>;
export type QuotationFinding = z.output<typeof QuotationFinding>;
