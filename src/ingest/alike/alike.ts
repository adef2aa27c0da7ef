/** Something of an article, and something of the graph or of another article that it may be one with. */
export interface Alike {
  /** Whether they are joined, or offered for a decision. */
  outcome: 'joined' | 'offered';
  /** Id and words of what the article has. */
  id: string;
  text: string;
  with: {
    id: string;
    text: string;
    /** The article that has these words; null of an event or an entity. */
    article: string | null;
  };
  /** Of statements, by what; `editor` where an id says so. */
  basis: 'verbatim' | 'similar' | 'editor' | null;
  /** From 0 to 1. */
  score: number;
  reason: string;
}

/** What articles and their entities may be one with, the likeliest first. */
export interface AllAlike {
  statements: Alike[];
  events: Alike[];
  entities: Alike[];
}

export const likeliestFirst = (one: Alike, other: Alike) =>
  Number(one.outcome === 'offered') - Number(other.outcome === 'offered') ||
  other.score - one.score ||
  (idsOf(one) < idsOf(other) ? -1 : 1);

const idsOf = ({ id, with: other }: Alike) => `${id} ${other.id}`;
