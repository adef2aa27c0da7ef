import { placeKey } from './fact-properties.ts';
import type { ArticleFacts, Edge, Fact } from './facts.ts';

type Values = Fact['properties'];

/** What lists of statements and events are ordered by. */
export type OrderKeys = { sortKey: string; intervalKey: string | null };

const orderKeysOf = ({ sortKey, intervalKey }: Values): OrderKeys => ({
  sortKey: String(sortKey),
  intervalKey: typeof intervalKey === 'string' ? intervalKey : null,
});

/**
 * What a relationship of a fact holds, so that lists are read from it alone; undefined where it holds nothing.
 */
export function edgeProperties(
  { properties, edges }: Pick<Fact, 'properties' | 'edges'>,
  { type, to, properties: own }: Edge,
): Values | undefined {
  switch (type) {
    case 'PARTICIPANT':
      return { ...own, entityId: to, ...orderKeysOf(properties) };
    case 'AT':
      return { entityId: to, sortKey: orderKeysOf(properties).sortKey };
    case 'SAID_AT':
      return { ...own, eventId: to, ...orderKeysOf(properties) };
    case 'ABOUT':
      return { ...own, targetId: to, ...orderKeysOf(properties) };
    case 'SUPPORTS':
      return { factId: to, key: placeKey(articleOf(edges), Number(properties.start)) };
    case 'TELLS_OF': {
      const { as = null, confidence = null } = properties;
      const statementId = statementOf(edges);
      const articleId = articleOf(edges);
      const key = `${articleId} ${as ?? statementId}`;
      return { factId: to, key, articleId, as, statementId, confidence };
    }
    case 'FIGURE_OF': {
      const articleId = articleOf(edges);
      const key = `${placeKey(articleId, Number(properties.start))} ${properties.what}`;
      return { factId: to, key, articleId, statementId: statementOf(edges) };
    }
    default:
      return undefined;
  }
}

const articleOf = (edges: Edge[]) => edges.find(({ type }) => type === 'IN')!.to;
const statementOf = (edges: Edge[]) => edges.find(({ type }) => type === 'ASSERTED_BY')?.to ?? null;

/** What the relationship of an article to one of its authors holds. */
export const authorProperties = (
  { id }: ArticleFacts,
  { person, confidence, reason, evidence }: ArticleFacts['authors'][number],
): Values => ({ ...evidence, confidence, reason, personId: person, articleId: id });
