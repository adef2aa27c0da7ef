import type { GroupDetails, Tallied, TallyOrder } from '../../db/tally-order.ts';
import { starterAs, takeOrders } from '../../thread.ts';
import type { SharedRows } from './columns.ts';
import { detail } from './detail.ts';
import { tally } from './tally.ts';

/** What a thread that counts is told: to count, or to tell what is in some of the groups of an order. */
export interface TallyWork {
  /** The state of the rows. */
  state: number;
  order: TallyOrder;
  detailed?: readonly number[];
}
export type TallyOutcome = Tallied | GroupDetails[];

/** Who gives the rows, in the state that they are in: to pass them takes a millisecond, so that they are not passed with each order. */
export interface RowsOwner {
  rows(): Promise<SharedRows>;
}

const owner = starterAs<RowsOwner>('rows');
let known: SharedRows | undefined;

takeOrders(async ({ state, order, detailed }: TallyWork): Promise<TallyOutcome> => {
  if (known?.state !== state) known = await owner.rows();
  return detailed ? detail(known, order, detailed) : tally(known, order);
});
