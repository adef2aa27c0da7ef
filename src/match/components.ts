/** A statement of an article, as it is joined with those of others. */
export interface Joinable {
  id: string;
  articleId: string;
}

/** Two statements that are surely one, with how sure that is. */
export interface Join {
  one: string;
  other: string;
  score: number;
}

/** Whether two sets of statements may be one. */
export type MayJoin<T> = (here: readonly T[], there: readonly T[]) => boolean;

/**
 * The sets of statements that are one: joined pair by pair, so that what is joined to a third is joined too. Two statements of one article stay
 * apart, since its annotator told them apart: of the joins that lead from one to the other the weakest is left out. The outcome does
 * not depend on the order in which they are given. What is joined to nothing stands alone.
 * @param mayJoin what else keeps two sets apart.
 */
export function components<T extends Joinable>(
  statements: Iterable<T>,
  joins: Iterable<Join>,
  mayJoin: MayJoin<T> = () => true,
): T[][] {
  const sets = new Map<string, T[]>();
  for (const statement of statements) sets.set(statement.id, [statement]);
  for (const { one, other } of [...joins].sort(strongestFirst)) {
    const [here, there] = [sets.get(one)!, sets.get(other)!];
    if (here === there || haveAnArticleInCommon(here, there) || !mayJoin(here, there)) continue;
    here.push(...there);
    for (const { id } of there) sets.set(id, here);
  }
  return [...new Set(sets.values())];
}

const strongestFirst = (a: Join, b: Join) => b.score - a.score || (keyOf(a) < keyOf(b) ? -1 : 1);

const keyOf = ({ one, other }: Join) => [one, other].sort().join(' ');

function haveAnArticleInCommon(here: readonly Joinable[], there: readonly Joinable[]): boolean {
  const articles = new Set(here.map(({ articleId }) => articleId));
  return there.some(({ articleId }) => articles.has(articleId));
}
