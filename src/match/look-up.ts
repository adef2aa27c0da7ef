import { DAY_IN_MS, dayOf } from '../model/day.ts';
import { candidateKeys, soughtKeys } from './candidate-keys.ts';
import { daysOf } from './days-apart.ts';
import type { Rendering } from './rendering.ts';

/** Days within which a report in other words is looked for by its speaker. */
const DAYS_AROUND = 3;

/** What Lucene takes as it stands. */
const PLAIN = /^[\p{L}\p{N}\p{M}_.]+$/u;

/**
 * What an index stores a rendering under, as words between spaces: its keys, those by which it looks for others once more with a `=`,
 * and each speaker with each day on which they may have said it. Two renderings find each other whichever was stored first.
 */
export const lookupKeys = (rendering: Rendering): string =>
  [
    ...candidateKeys(rendering).filter(isPlain),
    ...soughtKeys(rendering).filter(isPlain).map(asSought),
    ...speakerDays(rendering, 0),
  ].join(' ');

/** The terms by which an index finds what a rendering may be one with. */
export interface LookupTerms {
  /** Of its words; none where these say nothing. */
  words: string[];
  /** Of each speaker with each day around: by words alone reports in other words are not found. */
  speakerDays: string[];
}

export const lookupTerms = (rendering: Rendering): LookupTerms => ({
  words: [
    ...soughtKeys(rendering).filter(isPlain),
    ...candidateKeys(rendering).filter(isPlain).map(asSought),
  ],
  speakerDays: speakerDays(rendering, DAYS_AROUND),
});

const isPlain = (key: string) => PLAIN.test(key);

const asSought = (key: string) => `=${key}`;

/** Each speaker with each day, up to some days around. */
function speakerDays(rendering: Rendering, around: number): string[] {
  const days = daysOf(rendering);
  if (days === null) return [];
  const [first, last] = [Date.parse(days.earliest), Date.parse(days.latest)];
  const terms: string[] = [];
  for (let at = first - around * DAY_IN_MS; at <= last + around * DAY_IN_MS; at += DAY_IN_MS) {
    const day = dayOf(at).replaceAll('-', '');
    for (const speaker of [...rendering.speakers, ...rendering.describedOf]) terms.push(`@${speaker}_${day}`);
  }
  return terms;
}
