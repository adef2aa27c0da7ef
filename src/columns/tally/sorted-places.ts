/** Places in the order of their numbers: those of `low + nth` begin at `starts[nth]`. */
export interface SortedPlaces {
  starts: Int32Array;
  places: Int32Array;
}

/** Sorts the places of numbers between two by counting them; others are left out. */
export function sortedPlaces(numbers: Int32Array, low: number, high: number): SortedPlaces {
  const starts = new Int32Array(high - low + 2);
  const isWithin = (number: number) => number >= low && number <= high;
  for (const number of numbers) if (isWithin(number)) starts[number - low + 1]!++;
  for (let at = 1; at < starts.length; at++) starts[at]! += starts[at - 1]!;
  const next = starts.slice();
  const places = new Int32Array(starts.at(-1)!);
  for (const [place, number] of numbers.entries())
    if (isWithin(number)) places[next[number - low]!++] = place;
  return { starts, places };
}
