import { z } from 'zod';
import { batchedRead } from '../db/batch.ts';
import { defineRead, type Graph, parsed } from '../db/client.ts';
import { cypherFile } from '../db/cypher.ts';
import { Problem, sentencesOf } from '../errors.ts';
import { dayRange } from '../model/date.ts';
import type { Fault } from '../model/fault.ts';
import type { Row } from '../model/row.ts';
import { unwrap } from '../model/schema-reader.ts';
import type { Query } from './define.ts';
import { namingGraphs } from './drafts.ts';
import { eventDays } from './parameters.ts';

export const eventDates = defineRead({
  name: 'the dates of events',
  parameters: ['ids'],
  row: z.object({ id: z.string(), edtf: z.string().nullable() }),
  text: cypherFile('read/event-dates'),
});

/**
 * Prepares what narrows days to those before or after events. It throws the problem `invalid-parameter` where the date of an
 * event does not say when it began or ended.
 */
export function eventDayResolver(query: Query): (graph: Graph, params: Row) => Promise<Row> {
  const bounding = Object.entries(query.params.shape).flatMap(([parameter, schema]) => {
    const day = eventDays.get(unwrap(schema));
    return day ? [{ parameter, ...day }] : [];
  });
  return async (graph, params) => {
    const given = bounding.filter(({ parameter }) => params[parameter] !== undefined);
    if (given.length === 0) return params;
    const ids = [...new Set(given.map(({ parameter }) => params[parameter]))].sort();
    const reads = namingGraphs(graph).map((one) => batchedRead(one, eventDates.text(undefined), { ids }));
    const rows = (await Promise.all(reads)).flat();
    const dates = new Map(parsed(graph, eventDates.row, rows).map(({ id, edtf }) => [id, edtf]));
    const narrowed = { ...params };
    const faults: Fault[] = [];
    for (const { parameter, side, bounds } of given) {
      const id = String(params[parameter]);
      const day = dayOf(dates.get(id) ?? null, side);
      if (day === undefined) faults.push(undatedFault(parameter, id, side));
      else narrowed[bounds] = narrower(side, narrowed[bounds] as string | undefined, day);
      delete narrowed[parameter];
    }
    if (faults.length > 0) throw new Problem('invalid-parameter', sentencesOf(faults), faults);
    return narrowed;
  };
}

/**
 * The last day on which an event may have begun, or the first on which it may have ended. An interval says both; of another
 * date it may be any day.
 */
function dayOf(edtf: string | null, side: 'beginning' | 'end'): string | undefined {
  const [beginning = '', end = beginning] = edtf?.split('/') ?? [];
  const days = dayRange(side === 'beginning' ? beginning : end);
  return side === 'beginning' ? days?.latest : days?.earliest;
}

const narrower = (side: 'beginning' | 'end', given: string | undefined, day: string): string => {
  if (given === undefined) return day;
  return (side === 'beginning') === given < day ? given : day;
};

function undatedFault(parameter: string, id: string, side: 'beginning' | 'end'): Fault {
  const what = side === 'beginning' ? 'began' : 'ended';
  return {
    parameter,
    detail: `No source says when ${id} ${what}.`,
    expected: `an event with a date that says when it ${what}`,
  };
}
