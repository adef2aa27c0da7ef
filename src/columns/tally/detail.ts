import type { GroupDetails, TallyOrder } from '../../db/tally-order.ts';
import { NONE, type SharedRows } from './columns.ts';
import { Matching } from './matching.ts';

/** Statements that are told of each group. */
const NEWEST = 10;
/** Numbers of acts are below this: a one, and a code of four digits. */
const ACTS = 20_000;
/** CAMEO has three hundred codes; so many bits of each group tell which it has. */
const ACT_BITS = 512;

/** Which acts are in some groups, and which statements are the newest of each, those without a day last. */
export function detail(rows: SharedRows, order: TallyOrder, values: readonly number[]): GroupDetails[] {
  const { columns, spans } = rows;
  const { n, act, day } = columns;
  const [choice] = order.choices;
  const by = columns[choice!.by!];
  const base = spans[choice!.by!].low;
  const groupOf = new Int32Array(spans[choice!.by!].high - base + 1).fill(-1);
  for (const [at, value] of values.entries()) groupOf[value - base] = at;
  const newest: number[][] = values.map(() => []);
  const placeOfAct = new Int32Array(ACTS).fill(-1);
  const acts: number[] = [];
  const words = ACT_BITS / 32;
  const seen = new Int32Array(values.length * words);
  new Matching(rows, { ...order, total: false }).forEach(choice!, (found, count) => {
    const ofThem = keepGroups(found, by, groupOf, base, count);
    for (let at = 0; at < ofThem; at++) {
      const row = found[at]!;
      const group = groupOf[by[row]! - base]!;
      addNewest(newest[group]!, Math.max(day[row]!, 0) * 2 ** 31 + n[row]!);
      const code = act[row]!;
      if (code === NONE) continue;
      if (placeOfAct[code] === -1) placeOfAct[code] = acts.push(code) - 1;
      const place = placeOfAct[code]!;
      seen[group * words + (place >> 5)]! |= 1 << (place & 31);
    }
  });
  return values.map((_, at) => ({
    acts: acts
      .filter((_, place) => (seen[at * words + (place >> 5)]! >>> (place & 31)) & 1)
      .sort((a, b) => a - b),
    newest: newest[at]!.sort((a, b) => b - a).map((key) => key % 2 ** 31),
  }));
}

/** Keeps those of so many rows that were found that are in a group. */
function keepGroups(
  found: Int32Array,
  by: Int32Array,
  groupOf: Int32Array,
  base: number,
  count: number,
): number {
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const row = found[at]!;
    const number = by[row]!;
    found[kept] = row;
    kept += number !== NONE && groupOf[number - base]! >= 0 ? 1 : 0;
  }
  return kept;
}

/** Keeps the greatest keys, each of which is a day and a statement: the least of them is the first. */
function addNewest(newest: number[], key: number): void {
  if (newest.length < NEWEST) {
    newest.push(key);
    if (newest.length === NEWEST) newest.sort((a, b) => a - b);
    return;
  }
  if (key < newest[0]!) return;
  let at = 1;
  for (; at < NEWEST && newest[at]! < key; at++) newest[at - 1] = newest[at]!;
  newest[at - 1] = key;
}
