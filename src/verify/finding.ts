import type { NODE_COLUMNS } from '../ingest/bulk/columns.ts';

/** One thing that is wrong in a graph. */
export interface Finding {
  check: string;
  /** The label of the node that it is about. */
  kind: string;
  id: string;
  detail: string;
}

export type Fault = Omit<Finding, 'check'>;

export type NodeKind = keyof typeof NODE_COLUMNS;

/** A value as it is shown to people: long texts by how they begin. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

const MOST_SHOWN = 80;

/** Whether two stored values are the same; what is absent is null. */
export const isSame = (one: unknown, other: unknown) =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Says of each property that is not what it should be what it is and what it should be. */
export const differences = (held: Record<string, unknown>, wanted: Record<string, unknown>): string[] =>
  Object.entries(wanted)
    .filter(([name, value]) => !isSame(held[name], value))
    .map(([name, value]) => `${name} is ${shown(held[name])}, and should be ${shown(value)}`);
