import { DAY_IN_MS, FIRST_DAY, LAST_DAY } from '../model/day.ts';
import type { Days, Rendering } from './rendering.ts';

/** How many days may lie between what two renderings were said on. */
export interface DaysApart {
  /** At least so many; 0 where it may have been one day. */
  least: number;
  /** Whether both are dated, or how near their articles are: the nearer, the more it says that they are of one day. */
  knowledge: 'dated' | 'near' | 'none';
}

/** Within so many days of each other, two articles tell of the same news. */
const NEWS_CYCLE = 3;

/**
 * How far apart two renderings were said. One that is not dated was said at the latest when its article was published, and is taken
 * for news of these days where the other was published or said within days of it.
 */
export function daysApart(one: Rendering, other: Rendering): DaysApart {
  const [here, there] = [saidOf(one), saidOf(other)];
  if (here && there) return { least: daysBetween(here, there), knowledge: 'dated' };
  const [dated, undated] = here ? [here, other.published] : [there, one.published];
  if (dated && undated) {
    // What was said after an article was published cannot stand in it: that is a day more than the day of the article.
    const after = dayNumber(dated.earliest) - dayNumber(undated.latest) + 1;
    const isNear = daysBetween(dated, undated) <= NEWS_CYCLE;
    return { least: after > 1 ? after : 0, knowledge: isNear ? 'near' : 'none' };
  }
  const isNear =
    one.published !== null &&
    other.published !== null &&
    daysBetween(one.published, other.published) <= NEWS_CYCLE;
  return { least: 0, knowledge: isNear ? 'near' : 'none' };
}

/** A date of years does not say when. */
const MOST_DAYS = 31;

const saidOf = ({ said, saidBasis }: Rendering): Days | null =>
  said !== null && saidBasis !== 'article' && areFew(said) ? said : null;

const areFew = ({ earliest, latest }: Days) =>
  earliest !== FIRST_DAY && latest !== LAST_DAY && dayNumber(latest) - dayNumber(earliest) <= MOST_DAYS;

/** The days on which it was said, or else published; null where these are not known or are too many. */
export function daysOf(rendering: Rendering): Days | null {
  const { published } = rendering;
  const said = saidOf(rendering);
  if (said) return said;
  return published && areFew(published) ? published : null;
}

/** How many days lie between two dates; 0 where they overlap. */
export const daysBetween = (one: Days, other: Days) =>
  Math.max(
    0,
    dayNumber(one.earliest) - dayNumber(other.latest),
    dayNumber(other.earliest) - dayNumber(one.latest),
  );

const dayNumber = (day: string) => Date.parse(day) / DAY_IN_MS;
