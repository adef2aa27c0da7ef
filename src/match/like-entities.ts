import { nameKey, plainForms } from '../model/name-key.ts';
import { isClose } from '../model/nearest.ts';
import type { Offer } from './like-events.ts';

/** An entity by its names, as an authority file describes it. */
export interface NamedThing {
  type: string;
  name: string;
  aliases: readonly string[];
  iso3166: string | null;
  wikidata: string | null;
  country: string | null;
}

const SAME_NAME = 0.9;
const SAME_WORDS = 0.8;
const PART_OF_NAME = 0.6;
const CLOSE_NAME = 0.55;
/** An entity of the same country is likelier the same, one of another less likely. */
const COUNTRY = 0.08;
/** A shorter name is close to too many. */
const SHORTEST_CLOSE = 6;

/**
 * Whether two entities may be one: by equal or like names, never joined. It is symmetric. Null where their types or their identifiers
 * differ, or no name is like another.
 */
export function likeEntities(one: NamedThing, other: NamedThing): Offer | null {
  if (one.type !== other.type || differ(one.wikidata, other.wikidata) || differ(one.iso3166, other.iso3166))
    return null;
  if (one.wikidata !== null && one.wikidata === other.wikidata)
    return { score: 1, reason: `both ${one.wikidata}` };
  const best = namesOf(one)
    .flatMap((here) => namesOf(other).map((there) => likeNames(here, there, one.type === 'Person')))
    .reduce<Offer | null>((best, offer) => (offer && offer.score > (best?.score ?? 0) ? offer : best), null);
  if (!best) return null;
  const ofCountry =
    one.country === null || other.country === null ? 0 : one.country === other.country ? COUNTRY : -COUNTRY;
  const country = ofCountry === 0 ? '' : ofCountry > 0 ? '; of one country' : '; of two countries';
  return { score: Math.round((best.score + ofCountry) * 100) / 100, reason: best.reason + country };
}

const differ = (one: string | null, other: string | null) => one !== null && other !== null && one !== other;

const namesOf = ({ name, aliases }: NamedThing) => [name, ...aliases];

function likeNames(one: string, other: string, isPerson: boolean): Offer | null {
  const [here, there] = [one, other].map((name) => plainForms(nameKey(name))) as [Forms, Forms];
  const both = [one, other]
    .sort()
    .map((name) => `"${name}"`)
    .join(' and ');
  if (here.plain === there.plain)
    return { score: SAME_NAME, reason: `both are called ${[`"${one}"`, `"${other}"`].sort()[0]}` };
  const [ones, others] = [here.words.split(' '), there.words.split(' ')];
  if ([...ones].sort().join(' ') === [...others].sort().join(' '))
    return { score: SAME_WORDS, reason: `${both} have the same words` };
  const [fewer, more] = ones.length < others.length ? [ones, others] : [others, ones];
  // A surname alone is that of many; a given name and a surname are one's within a longer name.
  const isPart =
    fewer.length >= 2 && fewer.length < more.length && fewer.every((word) => more.includes(word));
  if (isPart && (!isPerson || fewer.at(-1) === more.at(-1)))
    return { score: PART_OF_NAME, reason: `${both}: the one holds the other` };
  const isLong = Math.min(here.plain.length, there.plain.length) >= SHORTEST_CLOSE;
  return isLong && ones.length === others.length && isClose(here.plain, there.plain)
    ? { score: CLOSE_NAME, reason: `${both} differ in few letters` }
    : null;
}

type Forms = ReturnType<typeof plainForms>;
