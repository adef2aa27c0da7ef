/** The first of so many places in an order that has what all after it have as well; their number where none has it. */
export function firstWhere(count: number, hasIt: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hasIt(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
