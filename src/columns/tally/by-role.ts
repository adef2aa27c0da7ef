import type { TallyOrder } from '../../db/tally-order.ts';
import { NONE, type SharedRows } from './columns.ts';
import { addCounted, addGroup, addRow, addScored, type Groups, groupsBetween, WIDTH } from './groups.ts';
import type { Matching } from './matching.ts';

/** Kinds of role that a number of 32 bits can have. */
const KINDS = 32;
/** All bits: no statement has so many kinds of role. */
const TAKEN = -1;

/**
 * A statement is in the group of each kind of role that one of its speakers has, once, and in that of none where none has any. Most have one
 * speaker and describe nobody: they are counted by speaker first.
 */
export function byRole(
  rows: SharedRows,
  matching: Matching,
  { choices: [choice], scores }: TallyOrder,
  { described, several }: NonNullable<TallyOrder['roles']>,
): Groups {
  const { columns, holders, spans } = rows;
  const { n, speaker, score, marks } = columns;
  const roles = columns[described];
  const bySpeaker = groupsBetween(spans.speaker.low, spans.speaker.high);
  const { sums } = bySpeaker;
  const kinds = groupsBetween(0, KINDS - 1);
  /** The rows of statements of several speakers, which are apart. */
  const shared: number[] = [];
  const rolesIn = (row: number) => roles[row]! | (speaker[row] === NONE ? 0 : holders[speaker[row]!]!);
  const scoreOf = (row: number) => (scores ? score[row]! : NONE);
  const of = { by: speaker, score, marks, unscored: 0 };
  const add = scores ? addScored : addCounted;
  matching.forEach(choice!, (found, count) => {
    let plain = 0;
    for (let at = 0; at < count; at++) {
      const row = found[at]!;
      if ((marks[row]! & several) !== 0) shared.push(row);
      else if (roles[row] === 0) found[plain++] = row;
      else addToKinds(kinds.sums, rolesIn(row), scoreOf(row));
    }
    add(found, plain, of, bySpeaker);
  });
  for (let place = 0; place < sums.length; place += WIDTH) {
    if (sums[place] === 0) continue;
    const held = place === 0 ? 0 : holders[bySpeaker.base + place / WIDTH - 1]!;
    forKinds(held, (kind) => addGroup(kinds.sums, kind, sums, place));
  }
  const ofAll = new Int32Array(shared.reduce((most, row) => Math.max(most, n[row]!), 0) + 1);
  for (const row of shared) ofAll[n[row]!]! |= rolesIn(row);
  for (const row of shared) {
    const all = ofAll[n[row]!]!;
    if (all !== TAKEN) addToKinds(kinds.sums, all, scoreOf(row));
    ofAll[n[row]!] = TAKEN;
  }
  return kinds;
}

function addToKinds(sums: Float64Array, roles: number, score: number): void {
  forKinds(roles, (place) => addRow(sums, place, score));
}

/** Gives out the places of the groups of some kinds of role, or that of none. */
function forKinds(roles: number, take: (place: number) => void): void {
  if (roles === 0) take(0);
  for (let left = roles; left !== 0; left &= left - 1) take((32 - Math.clz32(left & -left)) * WIDTH);
}
