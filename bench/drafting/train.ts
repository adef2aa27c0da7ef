import { hashOf, logistic, softmax } from '../../src/draft/learned/linear-model.ts';

/** Weights by the hash of a feature's name. */
export type Weights = Map<number, number>;

/** Weights, and how often the feature of each was seen. */
export interface Fit {
  weights: Weights;
  counts: ReadonlyMap<number, number>;
}

/** The weights that change most scores most: without one, scores change by it as often as its feature is seen. */
export function pruned({ weights, counts }: Fit, most: number): Weights {
  const effect = ([feature, weight]: [number, number]) => weight ** 2 * counts.get(feature)!;
  return new Map([...weights].sort((a, b) => effect(b) - effect(a)).slice(0, most));
}

export const hashed = (features: readonly string[]): Int32Array => Int32Array.from(features, hashOf);

/** A choice among candidates, each the sum of some parts, so that parts are scored once. */
export interface Choice {
  parts: Int32Array[];
  candidates: number[][];
  /** How right each candidate is; they sum to 1. */
  wanted: number[];
}

interface Settings {
  epochs: number;
  rate: number;
  /** Pulls weights to zero, so that few are left. */
  l1: number;
  /** A feature that occurs less often is left out. */
  least: number;
}

const SETTINGS: Settings = { epochs: 6, rate: 0.12, l1: 1e-3, least: 3 };

/** AdaGrad with truncated weights: the same data in the same order give the same weights. */
class Descent {
  readonly #settings: Settings;
  readonly #names: Int32Array;
  readonly #places = new Map<number, number>();
  readonly #counts = new Map<number, number>();
  readonly #weights: Float64Array;
  readonly #squares: Float64Array;

  constructor(examples: Iterable<Int32Array>, settings: Settings) {
    this.#settings = settings;
    const counts = this.#counts;
    for (const features of examples)
      for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    const kept = [...counts].filter(([, count]) => count >= settings.least).map(([feature]) => feature);
    this.#names = Int32Array.from(kept);
    for (const [place, feature] of kept.entries()) this.#places.set(feature, place);
    this.#weights = new Float64Array(kept.length);
    this.#squares = new Float64Array(kept.length).fill(1e-4);
  }

  /** The features that are frequent enough, as places of their weights. */
  places(features: Int32Array): Int32Array {
    return Int32Array.from([...features].flatMap((feature) => this.#places.get(feature) ?? []));
  }

  score(places: Int32Array): number {
    let sum = 0;
    for (const place of places) sum += this.#weights[place]!;
    return sum;
  }

  step(places: Int32Array, gradient: number): void {
    const { rate, l1 } = this.#settings;
    for (const place of places) {
      const square = this.#squares[place]! + gradient * gradient;
      this.#squares[place] = square;
      const pace = rate / Math.sqrt(square);
      const moved = this.#weights[place]! + pace * gradient;
      this.#weights[place] = Math.sign(moved) * Math.max(0, Math.abs(moved) - pace * l1);
    }
  }

  get fit(): Fit {
    const found: Weights = new Map();
    for (const [place, weight] of this.#weights.entries())
      if (weight !== 0) found.set(this.#names[place]!, weight);
    return { weights: found, counts: this.#counts };
  }
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const mixed = [...items];
  let state = seed;
  for (let at = mixed.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (at + 1);
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}

export interface Labelled {
  features: Int32Array;
  isRight: boolean;
}

/** A logistic regression. */
export function fitLogistic(examples: readonly Labelled[], given: Partial<Settings> = {}): Fit {
  const settings = { ...SETTINGS, ...given };
  const descent = new Descent(
    examples.map(({ features }) => features),
    settings,
  );
  const placed = examples.map(({ features, isRight }) => ({
    places: descent.places(features),
    wanted: Number(isRight),
  }));
  for (let epoch = 0; epoch < settings.epochs; epoch++)
    for (const { places, wanted } of shuffled(placed, epoch + 1))
      descent.step(places, wanted - logistic(descent.score(places)));
  return descent.fit;
}

/** A conditional logit: which of several candidates is right. */
export function fitChoices(choices: readonly Choice[], given: Partial<Settings> = {}): Fit {
  const settings = { ...SETTINGS, ...given };
  const descent = new Descent(
    choices.flatMap(({ parts }) => parts),
    settings,
  );
  const placed = choices.map((choice) => ({
    ...choice,
    parts: choice.parts.map((part) => descent.places(part)),
  }));
  for (let epoch = 0; epoch < settings.epochs; epoch++)
    for (const { parts, candidates, wanted } of shuffled(placed, epoch + 1)) {
      const scores = parts.map((part) => descent.score(part));
      const shares = softmax(candidates.map((of) => of.reduce((sum, part) => sum + scores[part]!, 0)));
      const gradients = new Float64Array(parts.length);
      for (const [index, of] of candidates.entries())
        for (const part of of) gradients[part]! += wanted[index]! - shares[index]!;
      for (const [index, part] of parts.entries())
        if (Math.abs(gradients[index]!) > 1e-3) descent.step(part, gradients[index]!);
    }
  return descent.fit;
}
