import type { KeyRange } from './define.ts';

const UNDATED: KeyRange = { low: '0000-00-00', high: '0000-00-01' };
const FIRST_DAY = '0001';
const AFTER_ALL = '9999~';

interface Days {
  from?: string;
  to?: string;
  includeUndated?: boolean;
}

/** What begins before the first day asked for matches only where its date is one of several days that reaches it. */
type DatedRange = KeyRange & { multiDay?: boolean };

/**
 * The ranges of a sort key (`day_id`, or `0000-00-00_id` without a date) that hold what may be of some days, in the
 * order of a list; what has no date comes last.
 */
export function dateRanges({
  from,
  to,
  includeUndated,
  descending = true,
}: Days & { descending?: boolean }): DatedRange[] {
  const high = to === undefined ? AFTER_ALL : `${to}~`;
  const dated: DatedRange[] =
    from === undefined
      ? [{ low: FIRST_DAY, high }]
      : [
          { low: FIRST_DAY, high: from, multiDay: true },
          { low: from, high },
        ];
  if (descending) dated.reverse();
  const bounded = from !== undefined || to !== undefined;
  return bounded && !includeUndated ? dated : [...dated, UNDATED];
}

/** What begins by the last of some days, as one range: what counts has no dated part first. */
export function dateSpan({ from, to, includeUndated }: Days): KeyRange {
  const bounded = from !== undefined || to !== undefined;
  return {
    low: bounded && !includeUndated ? FIRST_DAY : UNDATED.low,
    high: to === undefined ? AFTER_ALL : `${to}~`,
  };
}
