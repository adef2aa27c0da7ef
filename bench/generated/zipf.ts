/** Draws ranks from 0 on, where rank k is drawn in proportion to 1 / (k + 1). */
export function zipf(ranks: number, random: () => number): () => number {
  const cumulative: number[] = [];
  let total = 0;
  for (let rank = 0; rank < ranks; rank++) {
    total += 1 / (rank + 1);
    cumulative.push(total);
  }
  return () => {
    const drawn = random() * total;
    let low = 0;
    let high = ranks - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! < drawn) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
