import type { KeyRange } from './query.ts';

const UNDATED: KeyRange = { low: '0000-00-00', high: '0000-00-01' };
const FIRST_DAY = '0001';
const AFTER_ALL = '9999~';

/**
 * The ranges of a sort key (`day_id`, or `0000-00-00_id` without a date) that hold what begins by `to`; the dated
 * part first. What ends before `from` is left to the query, since an interval may begin long before it.
 */
export function dateRanges(filter: { from?: string; to?: string; includeUndated?: boolean }): KeyRange[] {
  const bounded = filter.from !== undefined || filter.to !== undefined;
  const dated = { low: FIRST_DAY, high: filter.to === undefined ? AFTER_ALL : `${filter.to}~` };
  return bounded && !filter.includeUndated ? [dated] : [dated, UNDATED];
}

/** The same as one range: what counts has no dated part first. */
export function dateSpan(filter: { from?: string; to?: string; includeUndated?: boolean }): KeyRange {
  const ranges = dateRanges(filter);
  return { low: ranges.at(-1)!.low, high: ranges[0]!.high };
}
