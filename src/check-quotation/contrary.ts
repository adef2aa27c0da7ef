import type { FoldedWord } from '../match/fold/fold-words.ts';
import { areOpposite, hasOpposite } from './opposites.ts';

/** Words of two texts that say something alike, by their places. */
export interface AlikePair {
  one: number;
  other: number;
  alike: number;
}

const DENYING = new Set(['not', 'no', 'never', 'nobody', 'none', 'nothing', 'neither', 'nor']);
/** They may say the same in other words. */
const DENYING_LESS = new Set(
  'without hardly lack fail refus deni reject unabl unlik instead rather stop miss absenc want declin except bar empti exclud avoid prevent fals untru lie short shortag vacant'.split(
    ' ',
  ),
);
/** "unused" and "unenforced" deny as well. */
const UN =
  /^(?:un(?!der|it|ion|iv|iqu|til|less|cl|ifi)|dis(?!trict|eas|cuss|patch|aster|tanc|play|cov|tribut))[a-z]{3}/;

/** How near in front of a word a negation is of that word. */
const NEAR = 3;
/** Of a clause of which less than this is in the other text, nothing can be told. */
const TOLD = 0.3;

const denies = ({ key }: FoldedWord) => DENYING.has(key);
/** @param known the words of the other text: what both say denies nothing of it. */
const mayDeny = ({ key }: FoldedWord, known: ReadonlySet<string>) =>
  DENYING.has(key) || ((DENYING_LESS.has(key) || UN.test(key)) && !known.has(key));

/** Whether one of two texts says the contrary of the other: it has the opposite of a word, or denies alone what both say. */
export function isContrary(
  one: readonly FoldedWord[],
  other: readonly FoldedWord[],
  pairs: readonly AlikePair[],
): boolean {
  const opposites = oppositesOf(one, other, pairs);
  if (opposites.some(({ isCancelled }) => !isCancelled)) return true;
  const [here, there] = [opposites.map((pair) => pair.one), opposites.map((pair) => pair.other)];
  const turned = pairs.map(({ one: at, other: place, alike }) => ({ one: place, other: at, alike }));
  return deniesAlone(one, other, pairs, here) || deniesAlone(other, one, turned, there);
}

interface Opposites {
  /** The clauses that the two words stand in. */
  one: number;
  other: number;
  /** Whether one of the two is denied: then both say the same. */
  isCancelled: boolean;
}

/** Words of one text that have their contrary in the other, in clauses that say something alike. */
function oppositesOf(
  one: readonly FoldedWord[],
  other: readonly FoldedWord[],
  pairs: readonly AlikePair[],
): Opposites[] {
  const [here, there] = [new Set(one.map(({ key }) => key)), new Set(other.map(({ key }) => key))];
  const clauses = new Set(pairs.map((pair) => `${one[pair.one]!.clause} ${other[pair.other]!.clause}`));
  const found: Opposites[] = [];
  for (const [at, word] of one.entries()) {
    if (there.has(word.key) || !hasOpposite(word.key)) continue;
    for (const [place, contrary] of other.entries()) {
      if (here.has(contrary.key) || !areOpposite(word.key, contrary.key)) continue;
      if (!clauses.has(`${word.clause} ${contrary.clause}`)) continue;
      const isCancelled = isDenied(one, at) !== isDenied(other, place);
      found.push({ one: word.clause, other: contrary.clause, isCancelled });
    }
  }
  return found;
}

const isDenied = (words: readonly FoldedWord[], at: number): boolean =>
  words.slice(Math.max(0, at - NEAR), at).some(({ isNegation }) => isNegation);

/**
 * Whether one text denies in a clause what the other says without a word that may deny it.
 * @param cancelled clauses whose denial is of a word that has its contrary in the other text.
 */
function deniesAlone(
  one: readonly FoldedWord[],
  other: readonly FoldedWord[],
  pairs: readonly AlikePair[],
  cancelled: readonly number[],
): boolean {
  const denied = new Set(one.filter(denies).map(({ clause }) => clause));
  for (const clause of cancelled) denied.delete(clause);
  const keys = new Set(one.map(({ key }) => key));
  return [...denied].some((clause) => {
    const all = one.filter((word) => word.clause === clause);
    const same = pairs.filter((pair) => one[pair.one]!.clause === clause);
    const told = same.reduce((sum, pair) => sum + pair.alike * one[pair.one]!.weight, 0);
    if (told < TOLD * all.reduce((sum, { weight }) => sum + weight, 0)) return false;
    const clauses = new Set(same.map((pair) => other[pair.other]!.clause));
    return !other.some((word) => clauses.has(word.clause) && mayDeny(word, keys));
  });
}
