import type { Rendering } from './rendering.ts';

/** How something reached the press. */
type Channel = 'post' | 'text' | 'interview' | 'press' | 'speech' | 'hearing' | 'call';

const SIGNS: readonly [Channel, RegExp][] = [
  [
    'post',
    /\btweet(?:s|ed)?\b|\bposted\b|\bposts?\b (?:on|to)\b|\bin a (?:\w{1,30} )?post\b|\b(?:wrote|said|shared) on (?:X|Twitter|Facebook|Telegram|Truth Social|Instagram|Weibo|social media)\b|\bsocial media\b/,
  ],
  [
    'text',
    /\bin (?:a|an|its|his|her|their) (?:\w{1,30} )?(?:statement|letter|communiqu[eé]|memo|email|e-mail|note|filing)\b|\bstatement (?:said|read)\b|\bpress release\b|\bissued a\b/,
  ],
  [
    'interview',
    /\binterview(?:ed|s|er)?\b|\btold (?:the )?(?!Congress|Parliament|Senate|House|Commons|Lords|Council|Committee|Assembly)[A-Z]\w/,
  ],
  [
    'press',
    /\b(?:news|press) (?:conference|briefing)|\btold (?:\w{1,30} )?(?:reporters|journalists)\b|\bbriefing\b|\bto reporters\b/,
  ],
  [
    'hearing',
    /\btestif(?:y|ied)|\btestimony\b|\bhearing\b|\bin court\b|\btold (?:\w{1,30} ){0,3}(?:parliament|senate|house|committee|court|lawmakers|MPs|senators|legislators|commons|assembly|inquiry|panel|council)\b/i,
  ],
  [
    'speech',
    /\bspeech\b|\baddress(?:ed|ing)?\b|\brally\b|\bkeynote\b|\bsermon\b|\btold (?:\w{1,30} ){0,2}(?:crowd|supporters|conference|delegates|audience|summit|congress|gathering)\b/,
  ],
  ['call', /\b(?:tele)?phone call\b|\bby (?:tele)?phone\b/],
];

/** Channels that outlets take for each other: a statement may be posted, a parliament is spoken to at a hearing. */
const ALIKE: readonly [Channel, Channel][] = [
  ['post', 'text'],
  ['speech', 'hearing'],
];

const OF_KIND: Record<string, Channel[]> = {
  'press-conference': ['press'],
  interview: ['interview'],
  'statement-release': ['text', 'post'],
  hearing: ['hearing'],
  trial: ['hearing'],
  speech: ['speech'],
};

/** What a rendering tells of its occasion. */
export type ToldOccasion = Pick<Rendering, 'occasions' | 'occasionSigns'>;

/** Whether two renderings are of one occasion, may be, or cannot be. */
export type Occasions = 'same' | 'open' | 'apart';

const MEDIUM_SIGN = 'medium ';

/**
 * What tells on which occasion something was said: the channels by the kinds of its events, else by the words around it, and the words of
 * the medium that it was said to.
 * @param around what stands before and after it in its sentences.
 * @param kinds of the events at which it was said, where its article tells of them.
 */
export function occasionSigns(around: string, kinds: readonly string[]): string[] {
  const ofEvents = new Set(kinds.flatMap((kind) => OF_KIND[kind] ?? []));
  const channels =
    ofEvents.size > 0
      ? [...ofEvents]
      : SIGNS.filter(([, sign]) => sign.test(around)).map(([channel]) => channel);
  return [...channels, ...mediumOf(around).map((word) => MEDIUM_SIGN + word)];
}

/**
 * Whether two renderings were said at one occasion: the same where both name one event, apart where the events or the words
 * around tell of two channels, such as a post and an interview, or of interviews with two media.
 */
export function compareOccasions(one: ToldOccasion, other: ToldOccasion): Occasions {
  if (other.occasions.some((id) => one.occasions.includes(id))) return 'same';
  const [here, there] = [channelsOf(one), channelsOf(other)];
  if (here.length === 0 || there.length === 0) return 'open';
  if (here.every((channel) => there.every((another) => areApart(channel, another)))) return 'apart';
  return areOfTwoMedia(one, other) ? 'apart' : 'open';
}

/** Whether some of these renderings and some of those were said at two occasions. */
export const areSaidApart = (here: readonly ToldOccasion[], there: readonly ToldOccasion[]): boolean =>
  here.some((one) => there.some((other) => compareOccasions(one, other) === 'apart'));

const channelsOf = ({ occasionSigns: signs }: ToldOccasion) =>
  signs.filter((sign): sign is Channel => !sign.startsWith(MEDIUM_SIGN));

const areApart = (one: Channel, other: Channel) =>
  one !== other && !ALIKE.some((pair) => pair.includes(one) && pair.includes(other));

const MEDIUM = /\binterview (?:with|by|on|for|to) (?:the )?((?:\p{Lu}[\p{L}.]*\s?)+)/u;

function areOfTwoMedia(one: ToldOccasion, other: ToldOccasion): boolean {
  const [here, there] = [one, other].map(({ occasionSigns: signs }) =>
    signs.filter((sign) => sign.startsWith(MEDIUM_SIGN)),
  ) as [string[], string[]];
  return here.length > 0 && there.length > 0 && !here.some((word) => there.includes(word));
}

function mediumOf(around: string): string[] {
  const [, medium = ''] = MEDIUM.exec(around) ?? [];
  return medium.toLowerCase().match(/\S+/g) ?? [];
}
