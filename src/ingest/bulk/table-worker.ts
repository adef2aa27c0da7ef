import { takeOrders } from '../../thread.ts';
import type { WriterCall } from './table-thread.ts';
import { TableWriter } from './table-writer.ts';

let writer: TableWriter;

takeOrders(async (order: WriterCall | { open: { folder: string; name: string } }): Promise<unknown> => {
  if ('open' in order) {
    writer = new TableWriter(order.open.folder, order.open.name);
    return undefined;
  }
  const method: (...given: never[]) => unknown = writer[order.method];
  return method.apply(writer, order.given);
});
