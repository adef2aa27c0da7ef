import type { Act, MergedAct } from '../../model/act.ts';
import type { ArticleLink } from '../../model/article.ts';
import type { DatedBy, MergedDate } from '../../model/date.ts';
import type { TargetLink } from '../../model/entity.ts';
import type { ArticleEvidence, Cue, Evidence } from '../../model/evidence.ts';
import { articlePath, entityPath, eventPath } from '../resource-paths.ts';

/** A node of JSON-LD: its terms with their values. */
export type Node = Record<string, unknown>;

/** Leaves out what is null or undefined: JSON-LD has no term for the unknown. */
export const withoutNulls = (fields: Node): Node =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

/** A reference to an entity or event, with its name. */
export const linkNode = ({ id, name, type }: TargetLink): Node => ({
  id: type === 'Event' ? eventPath(id) : entityPath(id),
  type,
  identifier: id,
  name,
});

/** A reference to an article, with its title and date. */
export const articleLinkNode = ({ id, title, published }: ArticleLink): Node =>
  withoutNulls({
    id: articlePath(id),
    type: 'Article',
    identifier: id,
    headline: title,
    published: published && { edtf: published },
    datePublished: plainDate(published),
  });

/** A date; one that the source does not give has only its basis. */
export const dateNode = ({ readings, ...date }: DatedBy & Partial<MergedDate>): Node =>
  withoutNulls({ ...date, readings: readings?.map(readingNode) });

/** What some articles say, with these as its primary sources. */
const readingNode = ({ articles, ...said }: { articles: string[] }): Node =>
  withoutNulls({ ...said, hadPrimarySource: articles.map(articlePath) });

/** A date as schema.org takes one: ISO 8601, to the year, the month or the day. What EDTF adds is left to `edtf`. */
export const plainDate = (edtf: string | null): string | null =>
  edtf !== null && PLAIN_DATE.test(edtf) ? edtf : null;

/** In the place of a month EDTF has seasons and other parts of a year too. */
const PLAIN_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/;

/** An act as a concept of CAMEO. */
export const actNode = (act: (Act & Partial<Pick<MergedAct, 'readings'>>) | null): Node | null =>
  act && withoutNulls({ type: 'Concept', ...act, readings: act.readings?.map(readingNode) });

type Span = Cue & Partial<Evidence>;

/** The words of an article as a Web Annotation, with both selectors. */
export const spanNode = (article: string, { exact, prefix, suffix, start, end, unit }: Span): Node => ({
  type: 'Annotation',
  target: {
    type: 'SpecificResource',
    source: articlePath(article),
    selector: [
      withoutNulls({ type: 'TextQuoteSelector', exact, prefix, suffix }),
      { type: 'TextPositionSelector', start, end, unit },
    ],
  },
});

/** The spans that support a fact, and the articles they are in as its primary sources. */
export const evidenceFields = (evidence: ArticleEvidence[]): Node => ({
  hadPrimarySource: [...new Set(evidence.map(({ article }) => articlePath(article)))],
  evidence: evidence.map((span) => spanNode(span.article, span)),
});
