/** A linear model over named features. */
export class LinearModel {
  readonly #weights: ReadonlyMap<number, number>;

  /** @param weights by the hash of a feature's name. */
  constructor(weights: ReadonlyMap<number, number>) {
    this.#weights = weights;
  }

  /** The sum of the weights of these features; one that was not seen in fitting weighs nothing. */
  score(features: readonly string[]): number {
    let sum = 0;
    for (const feature of features) sum += this.#weights.get(hashOf(feature)) ?? 0;
    return sum;
  }
}

/** FNV-1a over UTF-16 units, folded to 24 bits. */
export function hashOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at++) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  return (hash >>> 8) ^ (hash & 0xff);
}

export const logistic = (score: number): number => 1 / (1 + Math.exp(-score));

/** Scores as shares that sum to 1. */
export function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
