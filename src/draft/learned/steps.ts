/** A function that rises in steps: from each beginning on it has the value beside it. */
export interface Steps {
  from: readonly number[];
  value: readonly number[];
}

/** The value of a step function, drawn straight between the middles of its steps. */
export function stepsAt({ from, value }: Steps, at: number): number {
  let low = 0;
  let high = from.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (from[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  const next = low + 1;
  if (next >= from.length || at < from[0]!) return value[low]!;
  const share = (at - from[low]!) / (from[next]! - from[low]! || 1);
  return value[low]! + share * (value[next]! - value[low]!);
}
