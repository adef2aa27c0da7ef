import type { Row } from '../model/row.ts';

/** Rows of a page, and what the next one goes on after; null where the list ends. */
export interface Page {
  rows: Row[];
  end: string | null;
}

type ReadPage = (bounds: { after?: string; limit: number }) => Promise<Page>;

/**
 * Reads a page of two lists that have one order as if they were one list. A key may be in both, and then a page may end between
 * the two rows: so `after` and `end` are a key with how many rows after it were on a page already.
 * @param inOrder compares two keys.
 */
export async function readMerged(
  lists: readonly ReadPage[],
  inOrder: (one: string, other: string) => number,
  { after = '0', limit }: { after?: string; limit: number },
): Promise<Page> {
  const seen = Number(after[0]);
  const key = after.slice(1);
  const bounds = { after: key === '' ? undefined : key, limit: limit + 1 };
  const pages = await Promise.all(lists.map((list) => list(bounds)));
  // What lies after the end of one page may be preceded by what its list has next.
  const [until = null] = pages.flatMap(({ end }) => end ?? []).sort(inOrder);
  const keyOf = (row: Row | undefined) => String(row?.key);
  const rows = pages
    .flatMap((page) => page.rows)
    .sort((one, other) => inOrder(keyOf(one), keyOf(other)))
    .filter((row) => until === null || inOrder(keyOf(row), until) <= 0);
  const shown = rows.slice(seen, seen + limit);
  const next = seen + shown.length;
  if (next >= rows.length) return { rows: shown, end: until === null ? null : `0${until}` };
  const isBetween = keyOf(rows[next]) === keyOf(rows[next - 1]);
  const before = isBetween ? (next > 1 ? keyOf(rows[next - 2]) : key) : keyOf(rows[next - 1]);
  return { rows: shown, end: `${isBetween ? 1 : 0}${before}` };
}
