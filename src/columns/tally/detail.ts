import type { GroupDetails, TallyOrder } from '../../db/tally-order.ts';
import { NONE, type SharedRows } from './columns.ts';
import { Matching } from './matching.ts';
import { rowsOfGroup } from './rows-of-group.ts';

/** Statements and acts that are told of each group: what is said most of may have a hundred acts. */
const TOLD = 10;
/** Numbers of acts are below this: a one, and a code of four digits. */
const ACTS = 20_000;
/** Numbers of statements are below this. */
const STATEMENTS = 2 ** 31;

/**
 * Which acts are the most frequent in some groups, and of equals the first by code, and which statements are the newest of each,
 * those without a day last.
 */
export function detail(rows: SharedRows, order: TallyOrder, values: readonly number[]): GroupDetails[] {
  const { n, act, day } = rows.columns;
  const [choice] = order.choices;
  const forEachAmong = new Matching(rows, order).among(choice!);
  /** How many rows of a group have each act. */
  const times = new Int32Array(ACTS);
  return values.map((value) => {
    const acts: number[] = [];
    const newest = new Greatest();
    let leastDay = 0;
    forEachAmong(rowsOfGroup(rows, choice!.by!, value), (found, count) => {
      // Later rows are mostly of later days: from the last on, few are newer than those before.
      for (let at = count - 1; at >= 0; at--) {
        const row = found[at]!;
        const code = act[row]!;
        if (code !== NONE && times[code]!++ === 0) acts.push(code);
        const when = Math.max(day[row]!, 0);
        if (when < leastDay) continue;
        newest.add(when * STATEMENTS + n[row]!);
        leastDay = Math.floor(newest.least / STATEMENTS);
      }
    });
    const frequent = new Greatest();
    for (const code of acts) {
      frequent.add(times[code]! * ACTS + ACTS - 1 - code);
      times[code] = 0;
    }
    return {
      acts: frequent.sorted().map((key) => ACTS - 1 - (key % ACTS)),
      actCount: acts.length,
      newest: newest.sorted().map((key) => key % STATEMENTS),
    };
  });
}

/** The greatest of some keys. */
class Greatest {
  readonly #keys: number[] = [];

  /** The least of them, where there are as many as are told: no lesser key is one of them. */
  get least(): number {
    return this.#keys.length < TOLD ? 0 : this.#keys[0]!;
  }

  add(key: number): void {
    const keys = this.#keys;
    if (keys.length < TOLD) {
      keys.push(key);
      if (keys.length === TOLD) keys.sort((a, b) => a - b);
      return;
    }
    if (key < keys[0]!) return;
    let at = 1;
    for (; at < TOLD && keys[at]! < key; at++) keys[at - 1] = keys[at]!;
    keys[at - 1] = key;
  }

  /** The greatest first. */
  sorted(): number[] {
    return this.#keys.toSorted((a, b) => b - a);
  }
}
