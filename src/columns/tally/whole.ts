import type { TallyOrder } from '../../db/tally-order.ts';
import type { SharedRows } from './columns.ts';
import { type Groups, lower, WIDTH } from './groups.ts';
import { OfRows } from './of-rows.ts';
import { sortedPlaces } from './sorted-places.ts';

/** What rows add up to, and how many statements they are. */
export interface Counted {
  groups: Groups;
  total: number;
}

/** What all rows add up to, and which groups are the largest then. */
interface Whole extends Counted {
  bySize: Int32Array;
}

/** So many ways of grouping all rows are kept, each of some bytes for each group. */
const kept = new OfRows<Whole>(12);

/** What all rows of an order's choices add up to, whatever its tests. */
export function whole(
  rows: SharedRows,
  { choices, scores, roles }: TallyOrder,
  count: (order: TallyOrder) => Counted,
): Whole {
  const order = { choices, scores, roles };
  return kept.of(rows, JSON.stringify(order), () => {
    const { groups, total } = count({ ...order, tests: [], total: true });
    const { base, sums } = groups;
    return { groups: { base, sums: sums.slice() }, total, bySize: bySize(sums) };
  });
}

/** The groups in which anything is, the largest first. */
function bySize(sums: Float64Array): Int32Array {
  const negative = Int32Array.from({ length: sums.length / WIDTH }, (_, at) => -lower(sums[at * WIDTH]!));
  const most = negative.reduce((least, count) => Math.min(least, count), -1);
  return sortedPlaces(negative, most, -1).places;
}
