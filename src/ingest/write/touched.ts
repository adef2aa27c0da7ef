/** The ids of what a commit touches, of each kind that counts come from. */
export interface Touched {
  articles: string[];
  entities: string[];
  events: string[];
  relations: string[];
  statements: string[];
}

/** How many ids there are. */
export const sizeOf = (touched: Touched): number =>
  Object.values(touched).reduce((sum, ids) => sum + ids.length, 0);

/** What is touched where so many entities are. */
export const touchedEntities = (entities: string[]): Touched => ({
  articles: [],
  entities,
  events: [],
  relations: [],
  statements: [],
});
