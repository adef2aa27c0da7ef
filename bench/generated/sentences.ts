import type { Random } from './random.ts';

const WORDS =
  'the of and to will not any further talks on trade in security water both borders energy aid sides until agree peace plan lasting accept delay government ministers army treaty ceasefire elections sanctions refugees reform budget growth inflation exports imports tariffs fishing rights gas pipeline railway harbour summit envoy mission inquiry court ruling verdict appeal amnesty prisoners exchange drones missiles patrols exercises deployment withdrawal recognition independence union federation minority language schools hospitals vaccines harvest drought floods relief reconstruction loans debt currency reserves investment technology satellites cables spectrum privacy press freedom protest curfew martial law coalition opposition referendum constitution parliament veto quorum mandate observers inspectors enrichment disarmament demining'.split(
    ' ',
  );

/** Makes the sentence of a number. */
export type Sentences = (random: Random) => (number: number) => string;

/** Sentences of words that are as unevenly frequent as those of a language; each number is in one of them. */
export const sentences: Sentences = (random) => {
  const word = random.ranked(WORDS);
  return (number) => {
    const words = Array.from({ length: 6 + random.below(20) }, word);
    return `${words.join(' ')} under resolution ${number}`;
  };
};
