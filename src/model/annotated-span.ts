import { z } from 'zod';
import { EntityLink } from './entity.ts';
import { confidence, count } from './numbers.ts';
import { FigureKind, MentionForm, QuoteType, Rank } from './vocabulary.ts';

const span = {
  key: z.string(),
  id: z.string(),
  /** One, or the parts of a quotation in the order of the text. */
  parts: z.array(
    z.object({ exact: z.string(), prefix: z.string(), suffix: z.string(), start: count, end: count }),
  ),
  reason: z.string().nullable(),
};

const StatementLink = z.object({ id: z.string(), name: z.string(), contested: z.boolean() });

/** A span of an article with what it says, as `article-annotations.cypher` returns it. */
export const AnnotatedSpan = z.discriminatedUnion('kind', [
  z.object({ ...span, kind: z.literal('Quotation'), quoteType: QuoteType, statement: StatementLink }),
  z.object({
    ...span,
    kind: z.literal('Attribution'),
    rank: Rank,
    confidence,
    statement: StatementLink,
    speakers: z.array(EntityLink),
    described: z.string().nullable(),
  }),
  z.object({ ...span, kind: z.literal('Mention'), form: MentionForm, entity: EntityLink.nullable() }),
  z.object({
    ...span,
    kind: z.literal('Evidence'),
    event: z.object({ id: z.string(), name: z.string() }).nullable(),
    relation: z.object({ id: z.string(), subject: z.string(), name: z.string() }).nullable(),
    role: z.object({ person: z.string(), name: z.string() }).nullable(),
  }),
  z.object({
    ...span,
    kind: z.literal('Figure'),
    what: FigureKind,
    event: z.object({ id: z.string(), name: z.string() }),
  }),
  z.object({
    ...span,
    kind: z.literal('UnnamedTarget'),
    statement: StatementLink,
    /** What they are of. */
    entity: EntityLink.nullable(),
  }),
  z.object({ ...span, kind: z.literal('ExcludedClaim') }),
]);

export type AnnotatedSpan = z.output<typeof AnnotatedSpan>;
