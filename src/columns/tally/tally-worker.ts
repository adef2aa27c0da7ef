import type { GroupDetails, Tallied, TallyOrder } from '../../db/tally-order.ts';
import { starterAs, takeOrders } from '../../thread.ts';
import type { SharedRows } from './columns.ts';
import { detail } from './detail.ts';
import { tally } from './tally.ts';

/** What a thread that counts is told: to count rows of some state, or to tell what is in some of the groups of an order. */
export interface TallyWork {
  state: number;
  order: TallyOrder;
  detailed?: readonly number[];
}
export type TallyOutcome = Tallied | GroupDetails[];

/** What it asks for where it has rows of another state: to be told of them each time takes longer than to count them. */
export interface TallyReplies {
  rows: () => Promise<SharedRows>;
}

const starter = starterAs<TallyReplies>('rows');
let known: SharedRows | undefined;

takeOrders(async ({ state, order, detailed }: TallyWork): Promise<TallyOutcome> => {
  if (known?.state !== state) known = await starter.rows();
  return detailed ? detail(known, order, detailed) : tally(known, order);
});
