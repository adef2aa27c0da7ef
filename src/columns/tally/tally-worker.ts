import type { GroupDetails, Tallied, TallyOrder } from '../../db/tally-order.ts';
import { takeOrders } from '../../thread.ts';
import type { SharedRows } from './columns.ts';
import { detail } from './detail.ts';
import { tally } from './tally.ts';

/** What a thread that counts is told: to count, or to tell what is in some of the groups of an order. */
export interface TallyWork {
  rows: SharedRows;
  order: TallyOrder;
  detailed?: readonly number[];
}
export type TallyOutcome = Tallied | GroupDetails[];

takeOrders(
  async ({ rows, order, detailed }: TallyWork): Promise<TallyOutcome> =>
    detailed ? detail(rows, order, detailed) : tally(rows, order),
);
