import type { FoldedWord } from '../match/fold/fold-words.ts';
import { sharedInAnyOrder } from '../match/shared-words.ts';
import { oppositesIn, plainStem } from './opposites.ts';

/** How near the sense of a quotation is to that of a rendering. */
export interface SenseMatch {
  /** From 0 to 1: which share of what both say they share, in the same words or such of like meaning. */
  score: number;
  /** How much the shared words say. */
  weight: number;
  /** Whether one says the contrary of the other. */
  isContrary: boolean;
}

/** Compares what a quotation says with what a rendering says, in whatever words. */
export function compareSense(quoted: readonly FoldedWord[], source: readonly FoldedWord[]): SenseMatch {
  const shared = sharedInAnyOrder(quoted, source);
  const isOpposed = hasOpposite(quoted, source);
  // A contrary that is denied says the same, and counts as no denial.
  const isContrary =
    shared.numbersDiffer ||
    isOpposed === 'opposed' ||
    (isOpposed === 'none' && (isDeniedAlone(quoted, source) || isDeniedAlone(source, quoted)));
  return { score: 0.6 * shared.containment + 0.4 * shared.coverage, weight: shared.weight, isContrary };
}

/** Whether a word of one text has its contrary in the other, and whether one of the two is denied. */
function hasOpposite(
  one: readonly FoldedWord[],
  other: readonly FoldedWord[],
): 'none' | 'opposed' | 'cancelled' {
  const [here, there] = [stemsOf(one), stemsOf(other)];
  for (const [stem, contrary] of oppositesIn(here, there))
    return isDenied(one, stem) === isDenied(other, contrary) ? 'opposed' : 'cancelled';
  return 'none';
}

const DENYING = new Set(['not', 'no', 'never', 'nobody', 'none', 'nothing', 'neither', 'nor']);
/** They may say the same in other words. */
const DENYING_LESS = new Set([
  'without',
  'hardly',
  'lack',
  'fail',
  'refus',
  'deni',
  'reject',
  'unabl',
  'unlik',
]);

/** Whether one text denies something, and nothing in the other could be said to do so. */
const isDeniedAlone = (one: readonly FoldedWord[], other: readonly FoldedWord[]): boolean =>
  one.some(({ key }) => DENYING.has(key)) &&
  !other.some(({ key }) => DENYING.has(key) || DENYING_LESS.has(key));

/** How near in front of a word a negation is of that word. */
const NEAR = 3;

function isDenied(words: readonly FoldedWord[], stem: string): boolean {
  const at = words.findIndex(({ key }) => plainStem(key) === stem);
  return words.slice(Math.max(0, at - NEAR), at).some(({ isNegation }) => isNegation);
}

const stemsOf = (words: readonly FoldedWord[]): Set<string> =>
  new Set(words.map(({ key }) => plainStem(key)));
