import { z } from 'zod';
import { Act } from './act.ts';
import { DatedBy } from './date.ts';
import { EntityLink } from './entity.ts';
import { ArticleEvidence } from './evidence.ts';
import { reviewMark } from './review-mark.ts';
import { ContestedField, EventKind } from './vocabulary.ts';

export const TIMELINE_KINDS = ['saidBy', 'saidAbout', 'event'] as const;

export const TimelineItem = z
  .object({
    kind: z
      .enum(TIMELINE_KINDS)
      .describe(
        'saidBy: a statement that the entity made. saidAbout: a statement about it. event: an event that it took part in.',
      ),
    id: z.string().describe('Id of the statement or event.'),
    text: z.string().describe('What was said, or what happened or is said to have happened.'),
    date: DatedBy.describe('When it was said, or when it happened.'),
    undated: z.boolean().describe('Whether the source gives no date; such items come last.'),
    eventKind: EventKind.nullable().describe('Kind of the event; null for a statement.'),
    speakers: z
      .array(EntityLink)
      .describe('Speakers of the preferred attribution; none where nobody can be named, or for an event.'),
    contested: z
      .array(ContestedField)
      .describe('What of the statement is contested; empty where nothing is, or for an event.'),
    act: Act.nullable().describe('What the speaker or the actors do by it, or null.'),
    evidence: z
      .array(ArticleEvidence)
      .describe('The words that say so: of a statement its renderings, of an event what tells of it.'),
    ...reviewMark,
  })
  .meta({
    id: 'TimelineItem',
    description: 'A statement by or about an entity, or an event that it took part in.',
  });
