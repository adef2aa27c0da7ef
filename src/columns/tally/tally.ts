import type { Tallied, TallyOrder } from '../../db/tally-order.ts';
import { byRole } from './by-role.ts';
import { marks, type SharedRows } from './columns.ts';
import { folded } from './fold.ts';
import { addCounted, addScored, type Groups, passingGroupsBetween } from './groups.ts';
import { type Choosable, largest } from './largest.ts';
import { Matching, type Side, shareMatching } from './matching.ts';
import { rankOf } from './ranks.ts';
import { type Counted, whole } from './whole.ts';

/** Where more of the rows match than this share, those that do not are counted, and taken from all. */
const MOST = 0.55;

/** Counts the rows that an order asks for, in groups. */
export function tally(rows: SharedRows, order: TallyOrder): Tallied {
  const { fold, limit, choices } = order;
  const { groups, total } = counted(rows, order);
  const tallied = {
    groups: largest(fold ? folded(groups, fold) : groups, limit, rankOf(rows, choices[0]?.by)),
  };
  return order.total ? { ...tallied, total } : tallied;
}

function counted(rows: SharedRows, order: TallyOrder): { groups: Choosable; total: number } {
  const { tests, rowTests = [] } = order;
  const isTested = tests.length + rowTests.length > 0;
  if (isTested && shareMatching(rows, order) <= MOST) return countSide(rows, order, 'matching');
  const all = whole(rows, order, (untested) => countSide(rows, untested, 'matching'));
  const groups = { ...all.groups, bySize: all.bySize };
  if (!isTested) return { groups, total: all.total };
  const others = countSide(rows, order, 'others');
  return { groups: { ...groups, less: others.groups.sums }, total: all.total - others.total };
}

function countSide(rows: SharedRows, order: TallyOrder, side: Side): Counted {
  const matching = new Matching(rows, order, side);
  const groups = order.roles ? byRole(rows, matching, order, order.roles) : byColumn(rows, matching, order);
  return { groups, total: matching.total };
}

function byColumn(rows: SharedRows, matching: Matching, { choices, scores }: TallyOrder): Groups {
  const { columns, spans } = rows;
  const { score, marks } = columns;
  const grouped = choices.flatMap(({ by }) => (by ? spans[by] : []));
  const low = Math.min(...grouped.map((span) => span.low));
  const high = Math.max(...grouped.map((span) => span.high));
  const groups = grouped.length > 0 ? passingGroupsBetween(low, high) : passingGroupsBetween(0, -1);
  const add = scores ? addScored : addCounted;
  for (const choice of choices) {
    const by = choice.by && columns[choice.by];
    const of = { by, score, marks, unscored: scores === 'aimed' ? TOPIC : 0 };
    matching.forEach(choice, (found, count) => add(found, count, of, groups));
  }
  return groups;
}
const TOPIC = marks('topic');
