import type { GroupColumn } from '../../db/tally-order.ts';
import type { SharedRows } from './columns.ts';
import { OfRows } from './of-rows.ts';
import { type SortedPlaces, sortedPlaces } from './sorted-places.ts';

const kept = new OfRows<SortedPlaces>(1);

/** The places of the rows of a group. */
export function rowsOfGroup(rows: SharedRows, by: GroupColumn, group: number): Int32Array {
  const { low, high } = rows.spans[by];
  const { starts, places } = kept.of(rows, by, () =>
    sortedPlaces(rows.columns[by].subarray(0, rows.length), low, high),
  );
  return places.subarray(starts[group - low], starts[group - low + 1]);
}
