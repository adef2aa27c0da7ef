import { daysBetween } from './days-apart.ts';
import { foldWords, isEnglish } from './fold/fold-words.ts';
import type { Days } from './rendering.ts';
import { sharedInAnyOrder } from './shared-words.ts';

/** What one article tells of an event, as it is compared with what others tell. */
export interface ToldEvent {
  kind: string;
  label: string;
  /** Language of the label as a tag of BCP 47. */
  language: string;
  /** First and last day on which it may have happened; null where that is not known. */
  days: Days | null;
  /** Ids of the place and of the participants. */
  place: string | null;
  participants: readonly string[];
}

/** Two things that may be one: it is for people to say. */
export interface Offer {
  /** From 0 to 1: the higher, the likelier. */
  score: number;
  /** Why, as one line. */
  reason: string;
}

/** How much each sign counts; together 1. */
const SHARES = { label: 0.4, participants: 0.25, days: 0.15, place: 0.1, kind: 0.1 } as const;
/** From which score on two events are offered. */
const OFFERED = 0.55;
/** Words of a label that suffice. */
const ENOUGH_WORDS = 1.5;
/** Outlets date one event a day apart. */
const MOST_DAYS = 1;
/** What is not known speaks neither for nor against. */
const UNKNOWN = 0.5;

/**
 * Whether two articles may tell of one event: by the words of its label, who took part, when, where and of which kind it is. It is
 * symmetric. Null where they hardly are one, their days exclude each other, or neither kind nor participants agree.
 */
export function likeEvents(one: ToldEvent, other: ToldEvent): Offer | null {
  if (isEnglish(one.language) !== isEnglish(other.language)) return null;
  const apart = one.days && other.days ? daysBetween(one.days, other.days) : null;
  if (apart !== null && apart > MOST_DAYS) return null;
  const label = sharedInAnyOrder(foldWords(one.label, one.language), foldWords(other.label, other.language));
  const both = one.participants.filter((id) => other.participants.includes(id));
  const fewer = Math.min(one.participants.length, other.participants.length);
  if (fewer > 0 && both.length === 0 && one.kind !== other.kind) return null;
  const signs = {
    label: label.containment * Math.min(1, label.weight / ENOUGH_WORDS),
    participants: fewer === 0 ? UNKNOWN : both.length / fewer,
    days: apart === null ? UNKNOWN : apart === 0 ? 1 : UNKNOWN,
    place: one.place === null || other.place === null ? UNKNOWN : Number(one.place === other.place),
    kind: Number(one.kind === other.kind),
  };
  const score = Object.entries(SHARES).reduce(
    (sum, [name, share]) => sum + share * signs[name as keyof typeof SHARES],
    0,
  );
  if (score < OFFERED || label.weight === 0 || label.numbersDiffer || label.isDenied) return null;
  const reason = [
    `${Math.round(label.containment * 100)} % of the words of the shorter label`,
    both.length > 0 && `${both.length} of ${fewer} participants`,
    apart !== null && (apart === 0 ? 'days that overlap' : '1 day apart'),
    signs.place === 1 && 'one place',
    signs.kind === 1 ? `both ${one.kind}` : `${[one.kind, other.kind].sort().join(' and ')}`,
  ];
  return { score: Math.round(score * 100) / 100, reason: reason.filter(Boolean).join('; ') };
}
