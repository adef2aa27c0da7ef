import type { TalliedGroup } from '../../db/tally-order.ts';
import { type Groups, lower, upper, WIDTH } from './groups.ts';

/** Groups to choose from. */
export interface Choosable extends Groups {
  /** What is no part of each of them. */
  less?: Float64Array;
  /** Those that may be the largest first: none has more than those before it had with what is no part of them. */
  bySize?: Int32Array;
}

/**
 * The largest groups.
 * @param rankOf tells which of two groups that are equally large comes first; the one of none is the last of them.
 */
export function largest(
  groups: Choosable,
  limit = Number.POSITIVE_INFINITY,
  rankOf: (value: number) => number = (value) => value,
): TalliedGroup[] {
  const { places, least } = candidates(groups, limit);
  const chosen = places.filter((at) => countAt(groups, at) > least);
  const tied = places.filter((at) => countAt(groups, at) === least);
  const rank = (at: number) => (at === 0 ? Number.POSITIVE_INFINITY : rankOf(groups.base + at - 1));
  return [...chosen, ...lowest(tied, rank, limit - chosen.length)].map((at) => groupAt(groups, at));
}

/** So many of those places that have the lowest ranks, each of which is another. */
function lowest(places: number[], rank: (at: number) => number, many: number): number[] {
  if (places.length <= many) return places;
  const ranks = Float64Array.from(places, rank);
  const last = ranks.toSorted()[many - 1]!;
  return places.filter((_, nth) => ranks[nth]! <= last);
}

/** Groups among which the largest are, and how large the last of these is. */
function candidates(groups: Choosable, limit: number): { places: number[]; least: number } {
  const { sums, bySize } = groups;
  const length = bySize ? bySize.length : sums.length / WIDTH;
  const places: number[] = [];
  let counts: number[] = [];
  let least = 1;
  for (let nth = 0; nth < length; nth++) {
    const at = bySize ? bySize[nth]! : nth;
    if (bySize && lower(sums[at * WIDTH]!) < least) break;
    const count = countAt(groups, at);
    if (count < least) continue;
    places.push(at);
    counts.push(count);
    if (counts.length < 4 * limit) continue;
    counts = largestOf(counts, limit);
    least = counts.at(-1)!;
  }
  counts = largestOf(counts, limit);
  return { places, least: counts.length < limit ? 1 : counts.at(-1)! };
}

const largestOf = (counts: number[], limit: number) => counts.sort((a, b) => b - a).slice(0, limit);

const countAt = ({ sums, less }: Choosable, at: number): number =>
  lower(sums[at * WIDTH]!) - (less ? lower(less[at * WIDTH]!) : 0);

function groupAt({ base, sums, less }: Choosable, at: number): TalliedGroup {
  const sumAt = (nth: number) => sums[at * WIDTH + nth]! - (less ? less[at * WIDTH + nth]! : 0);
  return {
    value: at === 0 ? null : base + at - 1,
    count: lower(sumAt(0)),
    scored: lower(sumAt(1)),
    total: sumAt(2),
    positive: upper(sumAt(0)),
    negative: upper(sumAt(1)),
  };
}
