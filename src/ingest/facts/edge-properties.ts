import type { ArticleFacts, Edge, Fact } from './facts.ts';

type Values = Fact['properties'];

/** What lists of statements and events are ordered by. */
export type OrderKeys = { sortKey: string; intervalKey: string | null };

export const orderKeysOf = ({ sortKey, intervalKey }: Values): OrderKeys => ({
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
    case 'ABOUT':
      return { ...own, targetId: to, ...orderKeysOf(properties) };
    case 'SUPPORTS': {
      const article = edges.find((edge) => edge.type === 'IN')!.to;
      return { factId: to, key: `${article} ${String(properties.start).padStart(9, '0')}` };
    }
    default:
      return undefined;
  }
}

/** What the relationship of an article to one of its authors holds. */
export const authorProperties = (
  { id }: ArticleFacts,
  { person, confidence, reason, evidence }: ArticleFacts['authors'][number],
): Values => ({ ...evidence, confidence, reason, personId: person, articleId: id });
