import { digest } from '../ingest/facts/facts.ts';
import { dayRange } from '../model/date.ts';
import { nameKey } from '../model/name-key.ts';
import { CodePoints } from './code-points.ts';
import { unknownProperties, withAll } from './fact-faults.ts';
import { differences } from './finding.ts';

export interface ArticleRow {
  id: string;
  properties: Record<string, unknown>;
  authors: { person: string; of: Record<string, unknown> }[];
  /** Kind, id and hash of each fact. */
  facts: (string | null)[];
}

/** What an article holds that follows from its text or its date. */
export function articleValueFaults({ properties }: ArticleRow): string[] {
  const { text, publishedEdtf, publisher } = properties;
  if (typeof text !== 'string') return ['has no text'];
  const days = typeof publishedEdtf === 'string' ? dayRange(publishedEdtf) : null;
  return [
    ...unknownProperties('Article', properties),
    ...differences(properties, {
      sha256: digest(text),
      length: new CodePoints(text).length,
      publisherKey: typeof publisher === 'string' ? nameKey(publisher) : null,
      publishedEarliest: days?.earliest ?? null,
      publishedLatest: days?.latest ?? null,
    }),
  ];
}

/** More authors than this have too many orders to try. */
const MOST_AUTHORS = 6;

/** The digest of an article covers all its facts: it tells whether one is missing, or is there that should not be. */
export function articleDigestFaults({ properties, authors, facts }: ArticleRow): string[] {
  if (authors.length > MOST_AUTHORS) return [];
  const own = withAll('Article', properties, 'digest');
  const hashes = facts.toSorted();
  const credited = authors.map(({ person, of }) => {
    const { confidence, reason = null, exact, prefix, suffix, start, end } = of;
    return { person, confidence, reason, evidence: { exact, prefix, suffix, start, end } };
  });
  // The graph does not keep the order in which the annotation names the authors.
  const isWhole = orders(credited).some((order) => digest([own, order, hashes]) === properties.digest);
  return isWhole ? [] : ['its digest is not that of its values, authors and facts'];
}

function orders<T>(items: T[]): T[][] {
  if (items.length < 2) return [items];
  return items.flatMap((first, index) => orders(items.toSpliced(index, 1)).map((rest) => [first, ...rest]));
}
