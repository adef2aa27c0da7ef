import type { GroupColumn } from '../../db/tally-order.ts';
import { NONE, type SharedRows } from './columns.ts';

/** More than there are entities, events and articles. */
const MOST = 2 ** 26;

/** Tells which of two groups of a column comes first: the one whose id does; of pairs, that of the speaker and then that of the target. */
export function rankOf(
  { ranks, pairs }: SharedRows,
  by: GroupColumn | undefined,
): ((value: number) => number) | undefined {
  const rankOfThing = (n: number) => (n === NONE ? MOST : ranks.thing[n]!);
  switch (by) {
    case 'speaker':
    case 'target':
      return rankOfThing;
    case 'article':
      return (n) => ranks.article[n]!;
    case 'pair':
      return (n) => rankOfThing(pairs.speaker[n]!) * MOST + rankOfThing(pairs.target[n]!);
    default:
      return undefined;
  }
}
