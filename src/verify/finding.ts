/** One thing that is wrong in a graph. */
export interface Finding {
  /** The label of the node that it is about. */
  kind: string;
  id: string;
  detail: string;
}

/** A value for people; a long text is cut. */
export function excerpt(value: unknown): string {
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
    .map(([name, value]) => `${name} is ${excerpt(held[name])}, and should be ${excerpt(value)}`);
