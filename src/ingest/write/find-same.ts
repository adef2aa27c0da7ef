import { MATCHING } from '../../limits.ts';
import { compare, type Match } from '../../match/compare.ts';
import { lookupTerms } from '../../match/look-up.ts';
import { type Rendering, storedDays } from '../../match/rendering.ts';
import type { Run } from './locked-write.ts';

/** A rendering of the graph, with the id of its statement by its article. */
export interface StoredRendering extends Rendering {
  given: string;
  /** The statement that it is a rendering of. */
  statement: string;
  /** Whether its annotator gave it no id. */
  isOpen: boolean;
}

/** Two renderings, and what they have in common. */
export interface FoundMatch {
  one: StoredRendering;
  other: StoredRendering;
  match: Match;
}

/**
 * The renderings of the graph that some may be one with, by an index, each pair once.
 * @param among `open`: those without an id of their own alone are looked for by those that have one.
 */
export async function findLike(
  run: Run,
  renderings: readonly StoredRendering[],
  among: 'open' | 'all',
): Promise<FoundMatch[]> {
  const sought = renderings.flatMap((rendering) => soughtOf(rendering, among));
  if (sought.length === 0) return [];
  const found = await run<{ id: string; found: string[] }>('like-quotations', { sought });
  const known = new Map(renderings.map((rendering) => [rendering.id, rendering]));
  const others = new Set(found.flatMap((one) => one.found).filter((id) => !known.has(id)));
  for (const rendering of await storedRenderings(run, [...others])) known.set(rendering.id, rendering);
  const pairs = new Map<string, [string, string]>();
  for (const { id, found: ids } of found)
    for (const other of ids) {
      const pair = [id, other].sort() as [string, string];
      pairs.set(pair.join(' '), pair);
    }
  return [...pairs.values()].map(([id, otherId]) => {
    const [one, other] = [known.get(id)!, known.get(otherId)!];
    return { one, other, match: compare(one, other) };
  });
}

/** The queries of Lucene for the words of a rendering, and for what its speakers said in these days, by words again. */
function soughtOf(rendering: StoredRendering, among: 'open' | 'all') {
  const { words, speakerDays } = lookupTerms(rendering);
  const isOfOpen = among === 'open' && !rendering.isOpen;
  const within = (query: string) => (isOfOpen ? `openKeys:(${query})` : query);
  const queries = [
    ...(words.length > 0 ? [{ query: within(words.join(' ')), limit: MATCHING.byWords }] : []),
    ...(speakerDays.length > 0
      ? [{ query: within(`+(${speakerDays.join(' ')}) ${words.join(' ')}`), limit: MATCHING.bySpeaker }]
      : []),
  ];
  return queries.map((one) => ({ id: rendering.id, article: rendering.articleId, ...one }));
}

interface RenderingRow {
  quotation: {
    id: string;
    statementId: string;
    openId: string | null;
    quoteType: Rendering['quoteType'];
    exact: string;
    partExacts: string[] | null;
    quotedExacts: string[] | null;
    occasionSigns: string[] | null;
    saidEarliest: string | null;
    saidLatest: string | null;
    saidBasis: Rendering['saidBasis'];
    atIds: string[] | null;
  };
  article: {
    id: string;
    language: string;
    publishedEarliest: string | null;
    publishedLatest: string | null;
  };
  statement: string;
  speakers: string[];
  describedOf: string[];
}

/** Quotations of the graph as they are compared. */
export async function storedRenderings(run: Run, ids: string[]): Promise<StoredRendering[]> {
  if (ids.length === 0) return [];
  const rows = await run<RenderingRow>('renderings', { ids });
  return rows.map(({ quotation, article, statement, speakers, describedOf }) => ({
    id: quotation.id,
    given: quotation.statementId,
    statement,
    isOpen: quotation.openId !== null,
    articleId: article.id,
    language: article.language,
    quoteType: quotation.quoteType,
    parts: quotation.partExacts ?? [quotation.exact],
    quoted: quotation.quotedExacts ?? [],
    occasionSigns: quotation.occasionSigns ?? [],
    speakers,
    describedOf,
    said: storedDays(quotation.saidEarliest, quotation.saidLatest),
    saidBasis: quotation.saidBasis,
    published: storedDays(article.publishedEarliest, article.publishedLatest),
    occasions: quotation.atIds ?? [],
  }));
}
