import type { BoostedTrees, Tree } from '../../src/draft/learned/boosted-trees.ts';
import { logistic } from '../../src/draft/learned/linear-model.ts';

export interface Numbered {
  numbers: readonly number[];
  isRight: boolean;
}

const TREES = 140;
const DEPTH = 4;
const RATE = 0.1;
const MOST_CUTS = 47;
const LEAST_IN_LEAF = 40;
/** Draws leaves to zero that few examples fall into. */
const CALM = 5;
const LEAST_GAIN = 1e-3;

/** Fits trees to what the ones before leave: the same examples give the same trees. */
export function fitTrees(examples: readonly Numbered[]): BoostedTrees {
  const width = examples[0]!.numbers.length;
  const cuts = Array.from({ length: width }, (_, feature) => cutsOf(examples, feature));
  const bins = cuts.map((at, feature) =>
    Uint8Array.from(examples, ({ numbers }) => binOf(at, numbers[feature]!)),
  );
  const right = examples.filter(({ isRight }) => isRight).length;
  const base = Math.log(right / (examples.length - right));
  const scores = new Float64Array(examples.length).fill(base);
  const [slopes, curves] = [new Float64Array(examples.length), new Float64Array(examples.length)];
  const all = Int32Array.from(examples.keys());
  const trees: Tree[] = [];
  for (let nth = 0; nth < TREES; nth++) {
    for (const [index, { isRight }] of examples.entries()) {
      const share = logistic(scores[index]!);
      slopes[index] = Number(isRight) - share;
      curves[index] = share * (1 - share);
    }
    trees.push(grow({ cuts, bins, slopes, curves, scores }, all, DEPTH));
  }
  return { base, trees };
}

function cutsOf(examples: readonly Numbered[], feature: number): number[] {
  const sorted = Float32Array.from(examples, ({ numbers }) => numbers[feature]!).sort();
  const found = new Set<number>();
  for (let nth = 1; nth <= MOST_CUTS; nth++)
    found.add(sorted[Math.floor((nth * sorted.length) / (MOST_CUTS + 1))]!);
  return [...found].filter((cut) => cut > sorted[0]!);
}

/** How many cuts a number is not below. */
function binOf(cuts: readonly number[], value: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value < cuts[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Growing {
  cuts: number[][];
  bins: Uint8Array[];
  slopes: Float64Array;
  curves: Float64Array;
  scores: Float64Array;
}

/** A tree below some examples; its leaves are added to their scores. */
function grow(growing: Growing, examples: Int32Array, depth: number): Tree {
  const { cuts, bins, slopes, curves, scores } = growing;
  let [slope, curve] = [0, 0];
  for (const index of examples) {
    slope += slopes[index]!;
    curve += curves[index]!;
  }
  const best = depth === 0 ? null : bestSplit(growing, examples, slope, curve);
  if (best === null) {
    const value = (RATE * slope) / (curve + CALM);
    for (const index of examples) scores[index]! += value;
    return { value };
  }
  const { feature, cut } = best;
  const isLeft = (index: number) => bins[feature]![index]! <= cut;
  return {
    feature,
    cut: cuts[feature]![cut]!,
    left: grow(growing, examples.filter(isLeft), depth - 1),
    right: grow(
      growing,
      examples.filter((index) => !isLeft(index)),
      depth - 1,
    ),
  };
}

function bestSplit(
  { cuts, bins, slopes, curves }: Growing,
  examples: Int32Array,
  slope: number,
  curve: number,
): { feature: number; cut: number } | null {
  let best: { feature: number; cut: number } | null = null;
  let most = LEAST_GAIN + slope ** 2 / (curve + CALM);
  for (const [feature, of] of bins.entries()) {
    const size = cuts[feature]!.length + 1;
    const [a, b, n] = [new Float64Array(size), new Float64Array(size), new Int32Array(size)];
    for (const index of examples) {
      const bin = of[index]!;
      a[bin]! += slopes[index]!;
      b[bin]! += curves[index]!;
      n[bin]!++;
    }
    let [leftSlope, leftCurve, left] = [0, 0, 0];
    for (let cut = 0; cut < size - 1; cut++) {
      leftSlope += a[cut]!;
      leftCurve += b[cut]!;
      left += n[cut]!;
      if (left < LEAST_IN_LEAF || examples.length - left < LEAST_IN_LEAF) continue;
      const gain =
        leftSlope ** 2 / (leftCurve + CALM) + (slope - leftSlope) ** 2 / (curve - leftCurve + CALM);
      if (gain > most) [most, best] = [gain, { feature, cut }];
    }
  }
  return best;
}
