import type { GroupDetails, TallyOrder } from '../../db/tally-order.ts';
import { NONE, type SharedRows } from './columns.ts';
import { Matching } from './matching.ts';
import { rowsOfGroup } from './rows-of-group.ts';

/** Statements that are told of each group. */
const NEWEST = 10;
/** Numbers of acts are below this: a one, and a code of four digits. */
const ACTS = 20_000;

/** Which acts are in some groups, and which statements are the newest of each, those without a day last. */
export function detail(rows: SharedRows, order: TallyOrder, values: readonly number[]): GroupDetails[] {
  const { n, act, day } = rows.columns;
  const [choice] = order.choices;
  const forEachAmong = new Matching(rows, order).among(choice!);
  /** The last group that each act was seen in. */
  const seenIn = new Int32Array(ACTS).fill(-1);
  return values.map((value, group) => {
    const acts: number[] = [];
    const newest: number[] = [];
    forEachAmong(rowsOfGroup(rows, choice!.by!, value), (found, count) => {
      for (let at = 0; at < count; at++) {
        const row = found[at]!;
        addNewest(newest, Math.max(day[row]!, 0) * 2 ** 31 + n[row]!);
        const code = act[row]!;
        if (code === NONE || seenIn[code] === group) continue;
        seenIn[code] = group;
        acts.push(code);
      }
    });
    return {
      acts,
      newest: newest.sort((a, b) => b - a).map((key) => key % 2 ** 31),
    };
  });
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
