import { type LinearModel, softmax } from '../learned/linear-model.ts';

/** The event types of PLOVER, with older names merged. */
export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'COOPERATE',
  'AID',
  'YIELD',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** Features of a class: each feature weighs something else for each. */
export const ofType = (type: string, features: readonly string[]): string[] =>
  features.map((feature) => `${type}|${feature}`);

/** The event types that features tell, the likeliest first. */
export function likelyTypes(
  model: LinearModel,
  features: readonly string[],
): { type: EventType; share: number }[] {
  const shares = softmax(EVENT_TYPES.map((type) => model.score(ofType(type, features))));
  return EVENT_TYPES.map((type, index) => ({ type, share: shares[index]! })).sort(
    (a, b) => b.share - a.share,
  );
}
