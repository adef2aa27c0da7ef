import type { Annotation, GivenAnnotation } from '../../model/annotation.ts';
import { derivedId } from './facts.ts';

// biome-ignore lint/suspicious/noExplicitAny: an annotation as it was given, which was held to its schema before
type Given = any;

/** The id of a statement to which its annotator gave none: it follows from its article and from what it quotes. */
export const quotedId = (article: string, quotations: readonly { quote: unknown }[]): string =>
  derivedId('s', article, ...quotations.flatMap(({ quote }) => [quote].flat().flatMap(wordsOf)));

const wordsOf = (quote: Given): (string | number | null)[] =>
  typeof quote === 'string'
    ? [quote, null, null, null]
    : [quote.exact, quote.prefix ?? null, quote.suffix ?? null, quote.occurrence ?? null];

/** An annotation in which each statement has an id. */
export const withStatementIds = (article: string, annotation: GivenAnnotation): Annotation => ({
  ...annotation,
  statements: annotation.statements.map((statement) => ({
    ...statement,
    id: statement.id ?? quotedId(article, statement.quotations),
  })),
});

/** The same of an annotation that was not read by its schema: it may leave out all statements. */
export const withGivenIds = (article: string, given: Given): Given =>
  given.statements?.some(({ id }: Given) => id === undefined) ? withStatementIds(article, given) : given;

/** Whether an id was made of the words of a statement, and not given by an annotator. */
export const isQuotedId = (id: string): boolean => /^s-[0-9a-f]{16}$/.test(id);
