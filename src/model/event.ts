import { z } from 'zod';
import { Act } from './act.ts';
import { ArticleLink } from './article.ts';
import { assertions } from './assertion.ts';
import { DatedBy, MergedDate } from './date.ts';
import { EntityLink } from './entity.ts';
import { ArticleEvidence } from './evidence.ts';
import { Figure } from './figure.ts';
import { reviewMark } from './review-mark.ts';
import { ContestedField, EventKind, ParticipantRole, PloverContext, PloverMode } from './vocabulary.ts';

const Participant = z
  .object({
    entity: EntityLink.describe('Who took part.'),
    role: ParticipantRole,
    articles: z.array(z.string()).describe('Ids of the articles that say so.'),
  })
  .meta({ id: 'Participant', description: 'Who took part in an event, and how.' });

export const Event = z
  .object({
    id: z.string().describe('Stable identifier, a slug.'),
    kind: EventKind,
    label: z.string().describe('What happened, or is said to have happened.'),
    date: MergedDate.describe('When it happened.'),
    act: Act.nullable().describe('What the actors do to the recipients, or null.'),
    mode: PloverMode.nullable().describe('How they do it (PLOVER mode), or null where the act does not say.'),
    contexts: z
      .array(PloverContext)
      .describe('What it has to do with (PLOVER contexts), as far as that is plain.'),
    place: EntityLink.nullable().describe('Where it happened, or null where the source does not say.'),
    contested: z
      .array(ContestedField)
      .describe('What of it articles tell in ways that exclude each other; empty where nothing is.'),
    participants: z.array(Participant).describe('Who took part, and how.'),
    figures: z.array(Figure).describe('Numbers that are given of it, by article, at most 50.'),
    assertions,
    evidence: z.array(ArticleEvidence).describe('The words that say so, at most 50 passages.'),
    ...reviewMark,
  })
  .meta({ id: 'Event', description: 'Something that happened, or that an article says has happened.' });

const StatementLink = z
  .object({ id: z.string().describe('Id of the statement.'), text: z.string().describe('What was said.') })
  .meta({ id: 'StatementLink', description: 'A statement: its id and text.' });

const EventAccount = z
  .object({
    article: ArticleLink.describe('The article that tells it so.'),
    kind: EventKind,
    label: z.string().describe('What happened, as the article has it.'),
    date: DatedBy.describe('When it happened, as far as the article says.'),
    cameo: z.string().nullable().describe('CAMEO code of what the actors do, or null.'),
    place: EntityLink.nullable().describe('Where it happened, or null where the article does not say.'),
  })
  .meta({ id: 'EventAccount', description: 'What one article tells of an event.' });

export const EventDetail = z
  .object({
    ...Event.shape,
    accounts: z.array(EventAccount).describe('What each article tells of it, by article, at most 50.'),
    statementsAbout: z
      .array(StatementLink)
      .describe('Statements about it, newest first, at most 50; `/v1/statements?about=` has all.'),
    statementsAt: z.array(StatementLink).describe('Statements made at it, newest first, at most 500.'),
  })
  .meta({ id: 'EventDetail', description: 'An event with the statements about it and those made at it.' });

export type Event = z.output<typeof Event>;
export type EventDetail = z.output<typeof EventDetail>;
