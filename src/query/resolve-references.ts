import type { Graph } from '../db/client.ts';
import type { Row } from '../model/row.ts';
import type { Query } from './define.ts';
import { changesResolver } from './resolve-changes.ts';
import { entityResolver } from './resolve-entities.ts';
import { eventDayResolver } from './resolve-event-days.ts';

/** Prepares what puts ids in the place of names and of what was changed, and days in the place of the events that bound them. */
export function referenceResolver(query: Query): (graph: Graph, params: Row) => Promise<Row> {
  const resolveEntities = entityResolver(query);
  const resolveEventDays = eventDayResolver(query);
  const resolveChanges = changesResolver(query);
  return async (graph, params) => {
    const named = await resolveEntities(graph, params);
    return resolveChanges(graph, await resolveEventDays(graph, named));
  };
}
