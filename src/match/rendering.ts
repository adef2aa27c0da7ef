/** One rendering of a statement in one article: all that a comparison knows of it. */
export interface Rendering {
  /** Id of the quotation. */
  id: string;
  articleId: string;
  /** Language of the article as a tag of BCP 47. */
  language: string;
  quoteType: 'direct' | 'indirect' | 'mixed';
  /** The words of each part, as the article has them. */
  parts: readonly string[];
  /** In a mixed quotation the words that stand in quotation marks; else nothing. */
  quoted: readonly string[];
  /** What tells on which occasion it was said, by the words around it and the kinds of its events: see `occasionSigns`. */
  occasionSigns: readonly string[];
  /** Ids of all who may have said it, by attributions that are not deprecated. */
  speakers: readonly string[];
  /** Where nobody is named: the ids of what those who are described are of. */
  describedOf: readonly string[];
  /** First and last day on which it may have been said, as YYYY-MM-DD; null where that is not known. */
  said: Days | null;
  /** Where that comes from. */
  saidBasis: 'explicit' | 'relative' | 'article' | 'unknown';
  /** First and last day on which its article may have been published; null where that is not known. */
  published: Days | null;
  /** Ids of the events at which it was said. */
  occasions: readonly string[];
}

/** Days as YYYY-MM-DD, the first and the last one. */
export interface Days {
  earliest: string;
  latest: string;
}

/** The days of two properties of the graph, which are there together or not at all. */
export const storedDays = (earliest: unknown, latest: unknown): Days | null =>
  typeof earliest === 'string' && typeof latest === 'string' ? { earliest, latest } : null;
