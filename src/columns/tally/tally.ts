import type { Tallied, TallyOrder } from '../../db/tally-order.ts';
import { byRole } from './by-role.ts';
import { marks, type SharedRows } from './columns.ts';
import { folded } from './fold.ts';
import { addCounted, addScored, type Groups, groupsBetween } from './groups.ts';
import { largest } from './largest.ts';
import { Matching } from './matching.ts';

/** Counts the rows that an order asks for, in groups. */
export function tally(rows: SharedRows, order: TallyOrder): Tallied {
  const matching = new Matching(rows, order);
  const groups = order.roles ? byRole(rows, matching, order, order.roles) : byColumn(rows, matching, order);
  const tallied = largest(order.fold ? folded(groups, order.fold) : groups, order.limit);
  return order.total ? { ...tallied, total: matching.total } : tallied;
}

function byColumn(rows: SharedRows, matching: Matching, { choices, scores }: TallyOrder): Groups {
  const { columns, spans } = rows;
  const { score, marks } = columns;
  const grouped = choices.flatMap(({ by }) => (by ? spans[by] : []));
  const low = Math.min(...grouped.map((span) => span.low));
  const high = Math.max(...grouped.map((span) => span.high));
  const groups = grouped.length > 0 ? groupsBetween(low, high) : groupsBetween(0, -1);
  const add = scores ? addScored : addCounted;
  for (const choice of choices) {
    const by = choice.by && columns[choice.by];
    const of = { by, score, marks, unscored: scores === 'aimed' ? TOPIC : 0 };
    matching.forEach(choice, (found, count) => add(found, count, of, groups));
  }
  return groups;
}
const TOPIC = marks('topic');
