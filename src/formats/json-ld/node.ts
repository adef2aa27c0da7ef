import type { z } from 'zod';
import type { Act } from '../../model/act.ts';
import type { DatedBy } from '../../model/date.ts';
import type { TargetLink } from '../../model/entity.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Row } from '../../model/row.ts';

/** What is null is not said; JSON-LD has no other way to leave it open. */
export const withoutNulls = (fields: Row): Row =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

/** The addresses of things, which are their IRIs. */
export const entityAddress = (id: string) => `/v1/entities/${id}`;
export const eventAddress = (id: string) => `/v1/events/${id}`;
export const articleAddress = (id: string) => `/v1/articles/${id}`;
export const statementAddress = (id: string) => `/v1/statements/${id}`;
/** A relation stands in the answer about its subject. */
export const relationAddress = (subject: string, id: string) => `${entityAddress(subject)}#${id}`;

/** A reference to an entity or event, with its name. */
export const linkNode = ({ id, name, type }: z.output<typeof TargetLink>): Row => ({
  id: type === 'Event' ? eventAddress(id) : entityAddress(id),
  type,
  identifier: id,
  name,
});

/** A date; where the source does not give one, it has a basis alone. */
export const dateNode = (date: z.output<typeof DatedBy>): Row => withoutNulls(date);

/** An act as a concept of CAMEO. */
export const actNode = (act: Act | null): Row | null => act && withoutNulls({ type: 'Concept', ...act });

type Span = Pick<z.output<typeof Evidence>, 'exact' | 'start' | 'end' | 'unit'> &
  Partial<z.output<typeof Evidence>>;

/** The words of an article as a Web Annotation, with both selectors. */
export const spanNode = (article: string, { exact, prefix, suffix, start, end, unit }: Span): Row => ({
  type: 'Annotation',
  target: {
    type: 'SpecificResource',
    source: articleAddress(article),
    selector: [
      withoutNulls({ type: 'TextQuoteSelector', exact, prefix, suffix }),
      { type: 'TextPositionSelector', start, end, unit },
    ],
  },
});

/** The spans that support a fact, and the articles they are in as its primary sources. */
export const evidenceFields = (evidence: (Span & { article: string })[]): Row => ({
  hadPrimarySource: [...new Set(evidence.map(({ article }) => articleAddress(article)))],
  evidence: evidence.map((span) => spanNode(span.article, span)),
});
