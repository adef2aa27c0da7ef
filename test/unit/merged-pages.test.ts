import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText } from '../../src/model/compare-text.ts';
import { type Page, readMerged } from '../../src/query/merged-pages.ts';

interface Item {
  key: string;
  from: string;
}

/** A list that is read after a key; a scan may end its page before it is full. */
const listOf =
  (items: Item[], inOrder: (one: string, other: string) => number, scan: number) =>
  async ({ after, limit }: { after?: string; limit: number }): Promise<Page> => {
    const left = items.filter(({ key }) => after === undefined || inOrder(key, after) > 0);
    const rows = left.slice(0, Math.min(limit, scan)).map((item) => ({ ...item }));
    return { rows, end: rows.length < left.length ? rows.at(-1)!.key : null };
  };

const keys = fc.uniqueArray(fc.integer({ min: 10, max: 40 }).map(String), { maxLength: 20 });

test.each([
  ['rising', compareText],
  ['falling', (one: string, other: string) => compareText(other, one)],
])('pages of two %s lists are their union, in order, without duplicates', async (_, inOrder) => {
  await fc.assert(
    fc.asyncProperty(
      keys,
      keys,
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 8 }),
      async (ones, others, limit, scan) => {
        const listed = (all: string[], from: string) =>
          all.toSorted(inOrder).map((key): Item => ({ key, from }));
        const [one, other] = [listed(ones, 'one'), listed(others, 'other')];
        const lists = [listOf(one, inOrder, scan), listOf(other, inOrder, Math.max(1, scan - 1))];
        const wanted = [...one, ...other].sort((a, b) => inOrder(a.key, b.key));
        const found: unknown[] = [];
        let after: string | undefined;
        for (let pages = 0; pages < 100; pages++) {
          const { rows, end } = await readMerged(lists, inOrder, { after, limit });
          expect(rows.length).toBeLessThanOrEqual(limit);
          found.push(...rows);
          if (end === null) break;
          after = end;
        }
        expect(found).toEqual(wanted);
      },
    ),
  );
});
