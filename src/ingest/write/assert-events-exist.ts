import type { Graph } from '../../db/client.ts';
import { FaultList } from '../../model/fault-list.ts';
import type { CheckedInputs } from '../check/check.ts';
import { InputError } from '../check/input-error.ts';
import { findEvents } from './find-events.ts';

/**
 * Looks in the graph for the events that articles name and that no article of the run tells of, before anything is written.
 * @throws InputError that names each that is not there.
 */
export async function assertEventsExist(graph: Graph, { events }: CheckedInputs): Promise<void> {
  const { unknown } = events;
  if (unknown.length === 0) return;
  const there = new Set(await findEvents(graph, unknown));
  if (unknown.every((event) => there.has(event))) return;
  const others = await findEvents(graph, null);
  const faults = new FaultList();
  for (const fault of events.faults([...there, ...others])) faults.add(() => fault);
  throw new InputError(faults);
}
