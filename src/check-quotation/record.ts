/** A statement of the record, as far as the check of a quotation needs it. */
export interface RecordedStatement {
  id: string;
  /** Ids of the preferred speakers; none where nobody is named. */
  speakers: readonly string[];
  /** First and last day on which it may have been said, as YYYY-MM-DD; null where no source says. */
  said: { earliest: string; latest: string } | null;
  /** Ids of what it is about. */
  about: readonly string[];
  renderings: readonly RecordedRendering[];
}

/** A rendering of a statement in one article. */
export interface RecordedRendering {
  id: string;
  articleId: string;
  quoteType: 'direct' | 'indirect' | 'mixed';
  /** The words of each part, as the article has them. */
  parts: readonly string[];
  /** In a mixed one, the words that stand in quotation marks. */
  quoted: readonly string[];
}

/** What is asked: the words, and what is said of them. */
export interface AskedQuotation {
  quote: string;
  /** Ids of those who are said to have said it; any of them. */
  speakers?: readonly string[];
  /** Ids of what it is said to be about. */
  about?: readonly string[];
  /** Days between which it is said to have been said, as YYYY-MM-DD. */
  from?: string;
  to?: string;
}
