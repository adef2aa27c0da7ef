import { fraction, severalOf } from '../query/parameters.ts';

const ASSERTED_BY = ['author', 'fact', 'opinion', 'statement'] as const;

/** Filters of events, relations, or people by their roles: who says so, and how sure that is. */
export const assertionFilters = {
  assertedBy: severalOf(
    ASSERTED_BY,
    'Who says so: the author of an article, as a `fact` or an `opinion` or either (`author`), or a `statement`; any of these.',
    'author',
  ).optional(),
  minConfidence: fraction(
    'Least confidence with which it is said; with `assertedBy`, one of those.',
    0.5,
  ).optional(),
};

export interface AssertionFilters {
  assertedBy?: readonly (typeof ASSERTED_BY)[number][] | undefined;
  minConfidence?: number | undefined;
}

/** The least confidence of each way to assert something, null for one that is not asked for; undefined without a filter. */
export function assertedOf({ assertedBy, minConfidence }: AssertionFilters) {
  if (assertedBy === undefined && minConfidence === undefined) return undefined;
  const needed = (...ways: (typeof ASSERTED_BY)[number][]) =>
    !assertedBy || ways.some((way) => assertedBy.includes(way)) ? (minConfidence ?? 0) : null;
  return {
    fact: needed('author', 'fact'),
    opinion: needed('author', 'opinion'),
    statement: needed('statement'),
  };
}
