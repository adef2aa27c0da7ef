import { z } from 'zod';
import { MergedAct } from './act.ts';
import { ArticleLink } from './article.ts';
import { MergedDate } from './date.ts';
import { AboutLink, EntityLink, TargetLink } from './entity.ts';
import { Cue, Evidence, Words } from './evidence.ts';
import { QuotationMatch } from './match.ts';
import { confidence } from './numbers.ts';
import { reviewMark } from './review-mark.ts';
import {
  AttributionBasis,
  AttributionFlag,
  ContestedField,
  QuoteType,
  Rank,
  RoleKind,
} from './vocabulary.ts';

const described = {
  role: RoleKind.nullable().describe('The kind of role that they hold, or null.'),
  of: EntityLink.nullable().describe('Whom or what they are of, or act for, or null.'),
};

const Description = z
  .object({
    words: Words.describe('The words that describe them.'),
    ...described,
  })
  .meta({
    id: 'SpeakerDescription',
    description: 'Those who said something, where nobody is named: "Iraqi officials".',
  });

const UnnamedTarget = z
  .object({
    words: z.string().describe('The words that describe them, as the first article has them.'),
    ...described,
    articles: z.array(z.string()).describe('Ids of the articles that describe them so.'),
  })
  .meta({
    id: 'UnnamedTarget',
    description: 'Whom the act of a statement is aimed at, where nobody is named: "these gangs".',
  });

const UnnamedTargetWords = z
  .object({
    words: Words.describe('The words that describe them, in the quotation or beside it.'),
    ...described,
  })
  .meta({
    id: 'UnnamedTargetWords',
    description: 'Where an article describes whom the act of a statement is aimed at, where nobody is named.',
  });

export const Attribution = z
  .object({
    speakers: z
      .array(EntityLink)
      .describe(
        'Who is said to have said it, together where there are several; none where nobody can be named.',
      ),
    described: Description.nullable().describe('Who said it where nobody is named, or null.'),
    rank: Rank,
    basis: AttributionBasis,
    confidence,
    reason: z.string().nullable().describe('Why it is doubtful or contested; null where it is plain.'),
    flags: z.array(AttributionFlag).describe('What weakens it.'),
    evidence: Evidence.describe('The words that name the speaker.'),
  })
  .meta({ id: 'Attribution', description: 'Who said a quotation, and why it is thought so.' });

export const Quotation = z
  .object({
    id: z.string().describe('Identifier of this rendering.'),
    quoteType: QuoteType,
    article: ArticleLink.describe('The article that it stands in.'),
    match: QuotationMatch.nullable().describe(
      'Why it is taken for the same statement as what other articles print; null where no other does.',
    ),
    evidence: z
      .array(Evidence)
      .describe(
        'The words, and where they stand: one part, or several in the order of the text where other words stand between them.',
      ),
    quoted: z
      .array(Words)
      .describe('In a mixed quotation, the words that stand in quotation marks; empty in others.'),
    cue: Cue.nullable().describe('The word that reports it, or null.'),
    unnamedTargets: z
      .array(UnnamedTargetWords)
      .describe('The words that say whom it is aimed at, where nobody is named.'),
    attributions: z
      .array(Attribution)
      .describe('Who said it: the preferred attribution first, then the others.'),
  })
  .meta({ id: 'Quotation', description: 'One rendering of a statement in one article.' });

export const Statement = z
  .object({
    id: z.string().describe('Stable identifier.'),
    text: z.string().describe('What was said.'),
    said: MergedDate.describe('When it was said.'),
    act: MergedAct.nullable().describe('What the speaker does by saying it, or null.'),
    speakers: z
      .array(EntityLink)
      .describe('Speakers of the preferred attribution; none where nobody can be named.'),
    contested: z.array(ContestedField).describe('What of it is contested; empty where nothing is.'),
    about: z
      .array(AboutLink)
      .describe('The entities and events that it is about, as targets of the act or as topics.'),
    unnamedTargets: z
      .array(UnnamedTarget)
      .describe('Whom its act is aimed at beside the targets of `about`, where nobody is named.'),
    quotations: z.array(Quotation).describe('Every rendering of it, with its source.'),
    ...reviewMark,
  })
  .meta({
    id: 'Statement',
    description: 'What was said, by whom, about whom, when, and where that is written.',
  });

export const StatementDetail = z
  .object({
    ...Statement.shape,
    saidAt: z.array(TargetLink).describe('The events that it was said at.'),
    variants: z.array(z.string()).describe('Other wordings of the same statement.'),
  })
  .meta({
    id: 'StatementDetail',
    description: 'A statement with the events it was said at and its variants.',
  });

export type Attribution = z.output<typeof Attribution>;
export type Quotation = z.output<typeof Quotation>;
export type Statement = z.output<typeof Statement>;
export type StatementDetail = z.output<typeof StatementDetail>;
