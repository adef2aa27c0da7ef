import { compareSense } from './compare-sense.ts';
import { type DaysApart, daysApart } from './days-apart.ts';
import type { FoldedWord } from './fold/fold-words.ts';
import { weightOf } from './fold/fold-words.ts';
import { type FoldedRendering, foldRendering } from './folded-rendering.ts';
import { compareOccasions, type Occasions } from './occasion.ts';
import type { Rendering } from './rendering.ts';
import { type SharedWords, sharedInAnyOrder, sharedInOrder } from './shared-words.ts';

/** Whether two renderings are of one statement. */
export interface Match {
  /** `sure`: they are joined. `likely`: it is offered for a decision. */
  verdict: 'sure' | 'likely' | 'none';
  /** `verbatim` where the words that both quote are the same, `similar` else. */
  basis: 'verbatim' | 'similar';
  /** From 0 to 1, to two decimals: the higher, the likelier. It orders what is offered. */
  score: number;
  /** Why, as one line such as "9 words in a row; one speaker; 2 days apart". */
  reason: string;
}

/**
 * What it takes, in words that tell one text from another (a weight of 1 is about one such word). Measured on the gold of
 * test/match; docs/matching.md says how.
 */
const TAKES = {
  /** A run of quoted words that two people hardly say by chance. */
  longRun: 5,
  /** A run that suffices where the speaker and the days agree. */
  shortRun: 2,
  /** What each word of a run adds to what it says by itself. */
  perWordOfRun: 0.2,
  /** Which share of the shorter's words the run has, stop words too. */
  runOfShorter: 0.5,
  /** Whose words are all there and in their order quotes them, with a word left out or put in. */
  inOrder: 0.9,
  /** Which share of the shorter's words stands in both where the longest run is but half of them. */
  sameOfShorter: 0.6,
  /** Which share of the words of the smaller has to be in the larger. */
  containment: 0.6,
  /** Of the larger too where speakers differ: it is the whole that is given to two. */
  coverage: 0.6,
  /** A run of words that is offered where another speaks: shorter ones are what everyone says. */
  runOfAnother: 4,
  /** Words of reports that suffice where the speaker agrees and the days are near, and where the day or the occasion agrees. */
  reported: { weight: 1.3, containment: 0.5, coverage: 0.4 },
  reportedOfOneDay: { weight: 1, containment: 0.45, coverage: 0.3 },
  /** So much of each of two reports says what the other says, and so much they say together. */
  sense: { score: 0.53, weight: 0.7 },
  /** Where so much of the smaller is in the larger, it is a part of it. */
  whole: 0.75,
  /** So many times more where a speaker is not named, and where the days are not known. */
  withoutSpeaker: 1.5,
  withoutDays: 1.3,
  /** What is offered. */
  offered: 0.5,
  offeredContainment: 0.15,
  /** Days up to which outlets date one speech apart, and beyond which the same words were said again. */
  daysOfOneSpeech: 1,
  daysOfOneStory: 3,
} as const;

const NONE: Match = { verdict: 'none', basis: 'similar', score: 0, reason: 'nothing in common' };

/** What is known of two renderings beside their words. */
interface Circumstances {
  speakers: 'same' | 'open' | 'apart';
  occasions: Occasions;
  days: number;
  knowledge: DaysApart['knowledge'];
}

/**
 * Decides whether two renderings are of one statement. It is symmetric, and depends on nothing but the two. Renderings of one article
 * are never of one statement by their words: who annotated it has told them apart.
 */
export function compare(one: Rendering, other: Rendering): Match {
  if (one.articleId === other.articleId) return { ...NONE, reason: 'one article' };
  const [first, second] = [one, other].sort(byId) as [Rendering, Rendering];
  const [here, there] = [foldRendering(first), foldRendering(second)];
  if (here.language !== there.language) return { ...NONE, reason: 'two languages' };
  const known = circumstancesOf(first, second);
  const quoted = quotedWords(here, there);
  if (quoted.containment < TAKES.containment && !mayBeReported(known)) return NONE;
  const all = sharedInAnyOrder(here.told, there.told);
  const isRun = strengthOfRun(quoted) >= TAKES.shortRun;
  if (!isRun && Math.max(quoted.weight, all.weight) < TAKES.offered) return NONE;
  return judge(quoted, all, known, here, there);
}

/** Whether reports of what the same person may have said at one time can be of one statement; else their words need not be compared. */
const mayBeReported = ({ speakers, occasions, days }: Circumstances) =>
  speakers === 'same'
    ? days <= TAKES.daysOfOneStory
    : speakers === 'open' && occasions !== 'apart' && days <= TAKES.daysOfOneSpeech;

const byId = (one: Rendering, other: Rendering) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

/** What the quoted words share: joined, or the part that is contained best in all of the other. */
function quotedWords(one: FoldedRendering, other: FoldedRendering): SharedWords {
  const [here, there] = [one.quoted.flat(), other.quoted.flat()];
  const joined = sharedInOrder(here, there);
  const byPart = [...partsAgainst(one.quoted, there), ...partsAgainst(other.quoted, here)].map((part) => ({
    ...joined,
    weight: Math.max(joined.weight, part.weight),
    containment: part.containment,
  }));
  return byPart.reduce((best, part) => (part.containment > best.containment ? part : best), joined);
}

const partsAgainst = (parts: FoldedWord[][], whole: FoldedWord[]) =>
  parts.length < 2
    ? []
    : parts.filter((part) => weightOf(part) >= TAKES.shortRun).map((part) => sharedInOrder(part, whole));

function circumstancesOf(one: Rendering, other: Rendering): Circumstances {
  const { least, knowledge } = daysApart(one, other);
  return {
    speakers: compareSpeakers(one, other),
    occasions: compareOccasions(one, other),
    days: least,
    knowledge,
  };
}

function compareSpeakers(one: Rendering, other: Rendering): Circumstances['speakers'] {
  const here = [...one.speakers, ...one.describedOf];
  const there = new Set([...other.speakers, ...other.describedOf]);
  if (here.some((id) => there.has(id))) return 'same';
  return one.speakers.length === 0 || other.speakers.length === 0 ? 'open' : 'apart';
}

function judge(
  quoted: SharedWords,
  all: SharedWords,
  known: Circumstances,
  here: FoldedRendering,
  there: FoldedRendering,
): Match {
  const isVerbatim = quoted.containment >= 0.9 && quoted.run.weight >= quoted.weight * 0.8;
  const isWithin = here.hasQuoteWithin || there.hasQuoteWithin;
  const likely = isLikely(quoted, all, known);
  const sure =
    isSure(quoted, all, known, isWithin) ||
    (likely && saysTheSame(quoted, all, known, here.told, there.told));
  if (!likely && !sure) return NONE;
  return {
    verdict: sure ? 'sure' : 'likely',
    basis: isVerbatim ? 'verbatim' : 'similar',
    score: scoreOf(quoted, all, known, sure),
    reason: reasonOf(quoted, all, known),
  };
}

function isSure(quoted: SharedWords, all: SharedWords, known: Circumstances, isWithin: boolean): boolean {
  const { speakers, occasions, days, knowledge } = known;
  if (occasions === 'apart' || days > TAKES.daysOfOneStory) return false;
  const isLong = strengthOfRun(quoted) >= TAKES.longRun && quoted.containment >= TAKES.containment;
  if (speakers === 'apart')
    return isLong && !isWithin && quoted.coverage >= TAKES.coverage && days <= TAKES.daysOfOneSpeech;
  if (isLong) return true;
  if (days > TAKES.daysOfOneSpeech || quoted.numbersDiffer || all.numbersDiffer) return false;
  const isOneDay = occasions === 'same' || (knowledge === 'dated' && days === 0);
  const needed =
    (speakers === 'same' ? 1 : TAKES.withoutSpeaker) *
    (knowledge === 'none' && !isOneDay ? TAKES.withoutDays : 1);
  if (quoteOtherwise(quoted)) return false;
  const isQuoted =
    !quoted.isDenied &&
    quoted.containment >= TAKES.containment &&
    strengthOfRun(quoted) >= TAKES.shortRun * needed;
  const takes = isOneDay ? TAKES.reportedOfOneDay : TAKES.reported;
  const isReported =
    !all.isDenied &&
    all.weight >= takes.weight * needed &&
    (all.containment >= TAKES.whole ||
      (all.containment >= takes.containment && all.coverage >= takes.coverage));
  return isQuoted || isReported;
}

/** Whether two reports of one speaker and one day say the same. It takes long, so that it is asked of what is likely alone. */
function saysTheSame(
  quoted: SharedWords,
  all: SharedWords,
  { speakers, occasions, days, knowledge }: Circumstances,
  here: readonly FoldedWord[],
  there: readonly FoldedWord[],
): boolean {
  if (speakers !== 'same' || occasions === 'apart' || days > 0 || knowledge === 'none') return false;
  if (quoteOtherwise(quoted) || all.numbersDiffer) return false;
  const [one, other] = [here, there].map(withoutNames) as [FoldedWord[], FoldedWord[]];
  return isSaidBy(one, other) && isSaidBy(other, one);
}

/** Whether one text says what the other says, in whatever words. */
function isSaidBy(one: readonly FoldedWord[], other: readonly FoldedWord[]): boolean {
  const { score, weight, isContrary } = compareSense(one, other);
  return score >= TAKES.sense.score && weight >= TAKES.sense.weight && !isContrary;
}

/** Names say of whom it is, and nothing of what is said. */
const withoutNames = (words: readonly FoldedWord[]) =>
  words.map((word) => (word.isName ? { ...word, weight: 0 } : word));

/** Who quotes the same words quotes them in a run: where two share but some, one of them was said otherwise, or is translated. */
const quoteOtherwise = ({ weight, words, same, run, containment }: SharedWords) =>
  weight > 0 &&
  ((run.words < TAKES.runOfShorter * words && containment < TAKES.inOrder) ||
    (run.words <= TAKES.runOfShorter * words && same < TAKES.sameOfShorter * words));

/** That words stand in one order says something too, whichever they are. */
const strengthOfRun = ({ run }: SharedWords) => run.weight + TAKES.perWordOfRun * run.words;

/** Two that quote whole sentences share these where they are of one statement, unless both translate. */
function isLikely(quoted: SharedWords, all: SharedWords, known: Circumstances): boolean {
  const { speakers, days, occasions, knowledge } = known;
  const isQuoted = quoted.weight >= TAKES.shortRun && quoted.containment >= TAKES.containment;
  if (speakers === 'apart') return isQuoted && strengthOfRun(quoted) >= TAKES.runOfAnother;
  if (isQuoted) return true;
  if (speakers !== 'same' || days > TAKES.daysOfOneStory) return false;
  const isNear = days <= TAKES.daysOfOneSpeech && (knowledge !== 'none' || occasions === 'same');
  return (
    all.weight >= TAKES.offered &&
    all.containment >= (isNear ? TAKES.offeredContainment : 1.5 * TAKES.offeredContainment)
  );
}

/** Sure ones lie above, likely ones below a half. */
function scoreOf(quoted: SharedWords, all: SharedWords, known: Circumstances, isSure: boolean): number {
  const words = Math.max(
    saturated(quoted.weight, TAKES.longRun) * quoted.containment,
    saturated(all.weight, TAKES.longRun) * all.containment,
  );
  const circumstances =
    (known.speakers === 'same' ? 0.5 : known.speakers === 'open' ? 0.25 : 0) +
    (known.occasions === 'same' ? 0.25 : known.occasions === 'open' ? 0.15 : 0) +
    (known.days === 0 ? 0.25 : known.days <= TAKES.daysOfOneStory ? 0.1 : 0);
  const score = (isSure ? 0.5 : 0) + 0.5 * (0.7 * words + 0.3 * circumstances);
  return Math.round(score * 100) / 100;
}

const saturated = (weight: number, enough: number) => Math.min(1, weight / enough);

function reasonOf(quoted: SharedWords, all: SharedWords, known: Circumstances): string {
  const share = (containment: number) => `${Math.round(containment * 100)} %`;
  return [
    quoted.run.weight >= TAKES.shortRun && `${quoted.run.words} quoted words in a row`,
    quoted.containment > 0 && `${share(quoted.containment)} of the words that the shorter quotes`,
    `${share(all.containment)} of the words of the shorter`,
    { same: 'the same speaker', open: 'a speaker who is not named', apart: 'another speaker' }[
      known.speakers
    ],
    known.occasions !== 'open' && (known.occasions === 'same' ? 'the same occasion' : 'another occasion'),
    known.days > 0 && `${known.days} ${known.days === 1 ? 'day' : 'days'} apart`,
    (quoted.isDenied || all.isDenied) && 'one denies it',
    (quoted.numbersDiffer || all.numbersDiffer) && 'other numbers',
  ]
    .filter(Boolean)
    .join('; ');
}
