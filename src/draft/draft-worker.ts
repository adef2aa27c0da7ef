import { starterAs, takeOrders } from '../thread.ts';
import { draftBeside, type KnownThings } from './draft-beside.ts';
import type { DraftToSend } from './free-ids.ts';
import { loadFitted } from './learned/fitted.ts';
import { type Format, readArticle, type StatedFacts, UnreadableArticle } from './reading/read-article.ts';

/** A raw article, with what is stated of it. */
export interface DraftOrder {
  given: string;
  format: Format;
  stated: StatedFacts;
  id: string | undefined;
  /** Characters that its text may have. */
  most: number;
}

/** A draft with what of the page is no part of its text, or why there is none. */
export type DraftOutcome =
  | { draft: DraftToSend; leftOut: string[] }
  | { unreadable: string; expected: string };

const graph = starterAs<KnownThings>('records', 'taken');

takeOrders(async ({ given, format, stated, id, most }: DraftOrder): Promise<DraftOutcome> => {
  try {
    const article = readArticle(given, format, { stated, most });
    return { draft: await draftBeside(article, graph, loadFitted(), id), leftOut: article.leftOut };
  } catch (error) {
    if (error instanceof UnreadableArticle) return { unreadable: error.detail, expected: error.expected };
    throw error;
  }
});
