import type { Graph } from '../db/client.ts';
import type { Row } from '../model/row.ts';
import type { Query } from './define.ts';
import { entityResolver } from './resolve-entities.ts';
import { eventDayResolver } from './resolve-event-days.ts';

/** Prepares what puts ids in the place of names, and days in the place of the events that bound them. */
export function referenceResolver(query: Query): (graph: Graph, params: Row) => Promise<Row> {
  const resolveEntities = entityResolver(query);
  const resolveEventDays = eventDayResolver(query);
  return async (graph, params) => resolveEventDays(graph, await resolveEntities(graph, params));
}
