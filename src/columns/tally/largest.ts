import type { Tallied, TalliedGroup, Ties } from '../../db/tally-order.ts';
import { addGroup, type Groups, lower, upper, WIDTH } from './groups.ts';

/** The largest groups; where more are as large as the least of them than there are places for, those are told apart. */
export function largest({ base, sums }: Groups, limit = Number.POSITIVE_INFINITY): Tallied {
  const counts = new Int32Array(sums.length / WIDTH);
  for (let at = 0; at < counts.length; at++) counts[at] = lower(sums[at * WIDTH]!);
  const least = limit < counts.length ? countOfNth(counts, limit) : 1;
  const tallied: Tallied = { groups: [] };
  const tied: number[] = [];
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at]!;
    if (count > least) tallied.groups.push(groupAt(sums, at * WIDTH, valueAt(at, base)));
    else if (count === least) tied.push(at);
  }
  const places = limit - tallied.groups.length;
  if (tied.length <= places)
    tallied.groups.push(...tied.map((at) => groupAt(sums, at * WIDTH, valueAt(at, base))));
  else {
    // What has no name is the last among equals.
    const named = tied.filter((at) => at > 0);
    const values = Int32Array.from(named, (at) => valueAt(at, base)!);
    const ofTied = new Float64Array(named.length * WIDTH);
    for (const [place, at] of named.entries()) addGroup(ofTied, place * WIDTH, sums, at * WIDTH);
    tallied.tied = { places, groups: { values, sums: ofTied } };
  }
  return tallied;
}

const valueAt = (at: number, base: number) => (at === 0 ? null : base + at - 1);

const groupAt = (sums: Float64Array, place: number, value: number | null): TalliedGroup => ({
  value,
  count: lower(sums[place]!),
  scored: lower(sums[place + 1]!),
  total: sums[place + 2]!,
  positive: upper(sums[place]!),
  negative: upper(sums[place + 1]!),
});

/** Those groups that are chosen among equals. */
export function chosenOf({ values, sums }: Ties, chosen: ReadonlySet<number>): TalliedGroup[] {
  const groups: TalliedGroup[] = [];
  for (const [at, value] of values.entries())
    if (chosen.has(value)) groups.push(groupAt(sums, at * WIDTH, value));
  return groups;
}

/** How large the group is that is the nth by its size, or 1 where there are not so many. */
function countOfNth(counts: Int32Array, nth: number): number {
  let largest: number[] = [];
  let least = 1;
  for (let at = 0; at < counts.length; at++) {
    if (counts[at]! < least) continue;
    largest.push(counts[at]!);
    if (largest.length < 4 * nth) continue;
    largest = largest.sort((a, b) => b - a).slice(0, nth);
    least = largest.at(-1)!;
  }
  return largest.length < nth ? 1 : largest.sort((a, b) => b - a)[nth - 1]!;
}
