import type { FoldedWord } from './fold/fold-words.ts';
import { isUnOf, oppositesOf } from './likeness/opposites.ts';

/** Words of two texts that say something alike, by their places. */
export interface AlikePair {
  one: number;
  other: number;
  alike: number;
}

const DENYING = new Set(['not', 'no', 'never', 'nobody', 'none', 'nothing', 'neither', 'nor']);
/** They may say the same in other words. */
const DENYING_LESS = new Set(
  'unless until without hardly lack fail refus deni reject unabl unlik instead rather stop miss absenc declin except bar empti exclud avoid prevent fals untru lie short shortag vacant abolish scrap ceas end halt mistak error wrong'.split(
    ' ',
  ),
);
/** "unused" and "unenforced" deny as well. */
const UN =
  /^(?:un(?!der|it|ion|iv|iqu|til|less|cl|ifi)|dis(?!trict|eas|cuss|patch|aster|tanc|play|cov|tribut))[a-z]{3}/;

/** So alike are words of one meaning. */
const SAME = 0.8;
/** How near in front of a word a negation is of that word. */
const NEAR = 3;
/** Of a clause of which less than this is in the other text, nothing can be told. */
const TOLD = 0.3;

const denies = ({ key }: FoldedWord) => DENYING.has(key);

/** How often a text denies something. */
export const denialsIn = (words: readonly FoldedWord[]): number => words.filter(denies).length;

/** @param known the words of the other text: what both say denies nothing of it. */
const mayDeny = ({ key }: FoldedWord, known: ReadonlySet<string>) =>
  DENYING.has(key) || ((DENYING_LESS.has(key) || UN.test(key)) && !known.has(key));

/** Verbs that deny, and "without": denied in their turn they say that something is so, as in "does not stop them". */
const DENYING_VERBS = new Set('stop prevent fail refus deni exclud avoid reject declin without'.split(' '));

/** Words without denials of denials, which keep their places; where both texts deny one such verb, it is denied alone. */
function withoutDoubleDenials(
  words: readonly FoldedWord[],
  others: readonly FoldedWord[],
): readonly FoldedWord[] {
  const shared = new Set(others.map(({ key }) => key));
  const double = new Set(
    [...words.keys()].filter((at) => {
      const next = words.slice(at + 1, at + 1 + NEAR);
      const verb = next.find(({ key, weight }) => weight > 0 || key === 'without');
      return (
        DENYING_NEXT.has(words[at]!.key) &&
        verb?.clause === words[at]!.clause &&
        DENYING_VERBS.has(verb.key) &&
        !shared.has(verb.key)
      );
    }),
  );
  if (double.size === 0) return words;
  const isVerbOf = (at: number) =>
    DENYING_VERBS.has(words[at]!.key) && [...double].some((denial) => denial < at && at <= denial + NEAR);
  return words.map((word, at) =>
    double.has(at) || isVerbOf(at) ? { ...word, key: '', weight: 0, isNegation: false } : word,
  );
}

/** Whether one of two texts says the contrary of the other: it has the opposite of a word, or denies alone what both say. */
export function isContrary(
  here: readonly FoldedWord[],
  there: readonly FoldedWord[],
  pairs: readonly AlikePair[],
): boolean {
  return isContraryOf(withoutDoubleDenials(here, there), withoutDoubleDenials(there, here), pairs);
}

function isContraryOf(
  one: readonly FoldedWord[],
  other: readonly FoldedWord[],
  pairs: readonly AlikePair[],
): boolean {
  const opposites = oppositesIn(one, other, pairs);
  const open = opposites.filter(({ isCancelled }) => !isCancelled);
  // Two contraries say the same: "all were unvaccinated" and "none was vaccinated".
  const areTwo =
    open.length === 1 && pairs.some((pair) => isUnOf(one[pair.one]!.key, other[pair.other]!.key));
  if (open.length > 0 && !areTwo) return true;
  if (open.length === 0 && pairs.some((pair) => isDeniedByForm(one, other, pair))) return true;
  if (compareOtherwise(one, other, pairs)) return true;
  if (pairs.some((pair) => isWithAndWithout(one, other, pair))) return true;
  if (hasDeniedWord(one, other) || hasDeniedWord(other, one)) return true;
  const [here, there] = [opposites.map((pair) => pair.one), opposites.map((pair) => pair.other)];
  const turned = pairs.map(({ one: at, other: place, alike }) => ({ one: place, other: at, alike }));
  return deniesAlone(one, other, pairs, here) || deniesAlone(other, one, turned, there);
}

/** Whether one has a word with "un", and the other the word itself without a denial. */
function isDeniedByForm(
  one: readonly FoldedWord[],
  other: readonly FoldedWord[],
  { one: at, other: place }: AlikePair,
): boolean {
  const [here, there] = [one[at]!.key, other[place]!.key];
  if (!isUnOf(here, there)) return false;
  return here.length > there.length ? !isInDenial(other, place) : !isInDenial(one, at);
}

/** Whether one text denies a word wherever it has it, and the other has that word in no part of a clause that denies. */
function hasDeniedWord(one: readonly FoldedWord[], other: readonly FoldedWord[]): boolean {
  const denied = new Set([...one.keys()].filter((at) => isFirstDenied(one, at)).map((at) => one[at]!.key));
  return [...denied].some(
    (key) =>
      other.some((word) => word.key === key) &&
      one.every((word, at) => word.key !== key || isFirstDenied(one, at)) &&
      other.every((word, at) => word.key !== key || !isInDenial(other, at)),
  );
}

/** Whether one is with what the other is without. */
function isWithAndWithout(
  one: readonly FoldedWord[],
  other: readonly FoldedWord[],
  pair: AlikePair,
): boolean {
  const [here, there] = [withBefore(one, pair.one), withBefore(other, pair.other)];
  return here !== undefined && there !== undefined && here !== there;
}

/** The "with" or "without" of which a word is the first that says something. */
function withBefore(words: readonly FoldedWord[], at: number): string | undefined {
  for (let before = at - 1; before >= Math.max(0, at - NEAR); before--) {
    const { key, weight } = words[before]!;
    if (key === 'with' || key === 'without') return key;
    if (weight > 0 || DENYING.has(key)) return undefined;
  }
  return undefined;
}

/** They deny a whole clause. */
const DENYING_ALL = new Set(['nobody', 'none', 'nothing', 'neither']);
/** What is said under a condition is not said to be so. */
const CONDITIONS = new Set(['if', 'whether']);
/** They deny the word that follows. */
const DENYING_NEXT = new Set(['not', 'never', 'no']);
/** What is denied before these is not denied after them. */
const APART = 'because if when while since until unless though although'.split(' ');
/** Here begins another part of a clause. */
const SUBORDINATE = new Set([...APART, 'as', 'that', 'who', 'which']);

/** Whether a word is the first that says something after a negation near by. */
function isFirstDenied(words: readonly FoldedWord[], at: number): boolean {
  const word = words[at]!;
  if (word.weight === 0 || word.isNumber || DENYING_LESS.has(word.key)) return false;
  for (let before = at - 1; before >= Math.max(0, at - NEAR); before--) {
    const { key, weight, clause } = words[before]!;
    if (clause !== word.clause || SUBORDINATE.has(key)) return false;
    if (DENYING_NEXT.has(key)) return true;
    if (weight > 0) return false;
  }
  return false;
}

/** Whether something in the same part of a clause may deny a word. */
function isInDenial(words: readonly FoldedWord[], at: number): boolean {
  const ends = (place: number) =>
    words[place]?.clause !== words[at]!.clause || APART.includes(words[place]!.key);
  let [from, to] = [at, at + 1];
  while (!ends(from - 1)) from--;
  while (!ends(to)) to++;
  return (
    words.slice(from, to).some((word) => word.isNegation || mayDeny(word, new Set())) ||
    words.slice(0, at).some(({ key, clause }) => clause === words[at]!.clause && DENYING_ALL.has(key)) ||
    deniesBefore(words, words[at]!.clause + 1)
  );
}

/** Whether a clause denies what the one before it says, as "I did not" does. */
function deniesBefore(words: readonly FoldedWord[], clause: number): boolean {
  const said = words.filter((word) => word.clause === clause);
  return said.some(denies) && said.every(({ weight }) => weight === 0);
}

interface Opposites {
  /** The clauses that the two words stand in. */
  one: number;
  other: number;
  /** Whether one of the two is denied: then both say the same. */
  isCancelled: boolean;
}

/** Words of one text that have their contrary in the other, in clauses that say something alike. */
function oppositesIn(
  one: readonly FoldedWord[],
  other: readonly FoldedWord[],
  pairs: readonly AlikePair[],
): Opposites[] {
  const keyOf = ({ key, clause }: FoldedWord) => `${clause} ${key}`;
  const [here, there] = [new Set(one.map(keyOf)), new Set(other.map(keyOf))];
  const clauses = new Set(pairs.map((pair) => `${one[pair.one]!.clause} ${other[pair.other]!.clause}`));
  const found: Opposites[] = [];
  for (const [at, word] of one.entries()) {
    const contraries = oppositesOf(word.key);
    if (contraries === undefined) continue;
    for (const [place, contrary] of other.entries()) {
      if (!contraries.has(contrary.key)) continue;
      // Who has both, or a word that says the same as the one, says neither of the two alone.
      if (pairs.some((pair) => pair.alike >= SAME && (pair.one === at || pair.other === place))) continue;
      if (there.has(`${contrary.clause} ${word.key}`) || here.has(`${word.clause} ${contrary.key}`)) continue;
      if (!clauses.has(`${word.clause} ${contrary.clause}`)) continue;
      const isCancelled =
        isDenied(one, at) !== isDenied(other, place) || areComparedInTurn(one, at, other, place, pairs);
      found.push({ one: word.clause, other: contrary.clause, isCancelled });
    }
  }
  return found;
}

/** Whether one compares the other way round: "we use less than the city" and "the city uses more than we do". */
function areComparedInTurn(
  one: readonly FoldedWord[],
  at: number,
  other: readonly FoldedWord[],
  place: number,
  pairs: readonly AlikePair[],
): boolean {
  const [here, there] = [thanOf(one, at), thanOf(other, place)];
  if (here < 0 || there < 0) return false;
  const weightOfPairs = (those: readonly AlikePair[]) =>
    those.reduce((sum, pair) => sum + pair.alike * one[pair.one]!.weight, 0);
  const crossed = pairs.filter((pair) => pair.one < here !== pair.other < there);
  return 2 * weightOfPairs(crossed) > weightOfPairs(pairs);
}

const COMPARING = new Set('more less fewer better worse'.split(' '));

/** Whether both compare with the same word, and what is more in the one is less in the other. */
const compareOtherwise = (
  one: readonly FoldedWord[],
  other: readonly FoldedWord[],
  pairs: readonly AlikePair[],
): boolean =>
  one.some(
    ({ key }, at) =>
      COMPARING.has(key) &&
      other.some((word, place) => word.key === key && areComparedInTurn(one, at, other, place, pairs)),
  );

const thanOf = (words: readonly FoldedWord[], from: number): number =>
  words.findIndex(({ key, clause }, at) => at > from && key === 'than' && clause === words[from]!.clause);

const isDenied = (words: readonly FoldedWord[], at: number): boolean =>
  words
    .slice(0, at)
    .some(
      ({ key, clause, isNegation }, before) =>
        ((isNegation || key === 'unless') && before >= at - NEAR) ||
        (DENYING_SUBJECT.has(key) && clause === words[at]!.clause && before >= at - FAR),
    );

/** They deny what their subject does, behind it: "no plant would be closed". */
const DENYING_SUBJECT = new Set(['no', 'nobody', 'none', 'neither']);
const FAR = 6;

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
  const denied = deniedFrom(one);
  for (const clause of cancelled) denied.delete(clause);
  const keys = new Set(one.map(({ key }) => key));
  return [...denied].some(([clause, from]) => {
    const all = one.filter((word, at) => word.clause === clause && at >= from);
    const same = pairs.filter(
      (pair) => one[pair.one]!.clause === clause && pair.one >= from && !isSaidBefore(pair, pairs, from),
    );
    const told = new Map<number, number>();
    for (const pair of same) told.set(pair.one, Math.max(pair.alike, told.get(pair.one) ?? 0));
    const weight = [...told].reduce((sum, [at, alike]) => sum + alike * one[at]!.weight, 0);
    if (weight < TOLD * all.reduce((sum, word) => sum + word.weight, 0) || weight === 0) return false;
    const head = headOf(one, clause, from);
    if (head >= 0 && !pairs.some((pair) => pair.one === head)) return false;
    const clauses = new Set(same.map((pair) => other[pair.other]!.clause));
    for (const empty of emptyClauses(other)) if (clauses.has(empty - 1)) clauses.add(empty);
    return !other.some(
      (word, at) =>
        clauses.has(word.clause) &&
        (mayDeny(word, keys) ||
          CONDITIONS.has(word.key) ||
          staysOut(other, at) ||
          isUnreal(other, at) ||
          isBeforeAny(other, at)),
    );
  });
}

/** A denial of these is of what follows: "no reason to raise", "at no point". */
const EMPTY = new Set(
  'reason point time way sign evid proof plan intent need chanc longer expect believ think extra addit further'.split(
    ' ',
  ),
);

/** What a denial is of: the first word after it that says something. */
function headOf(words: readonly FoldedWord[], clause: number, from: number): number {
  const denial = words.findIndex(
    (word, at) => at >= from && word.clause === clause && (denies(word) || isLieThat(words, at)),
  );
  return words.findIndex(
    (word, at) => at > denial && word.clause === clause && word.weight > 0 && !EMPTY.has(word.key),
  );
}

/** Whether the other text means by its word what stands before the denial: "flight" is alike to "pilots", and is that of "flights". */
const isSaidBefore = ({ other, alike }: AlikePair, pairs: readonly AlikePair[], from: number): boolean =>
  pairs.some((pair) => pair.other === other && pair.one < from && pair.alike > alike);

const LIES = new Set('lie fals untru nonsens myth deni'.split(' '));

/** Whether a word denies what follows: "it is a lie that". */
const isLieThat = (words: readonly FoldedWord[], at: number): boolean =>
  LIES.has(words[at]!.key) && words[at + 1]?.key === 'that';

/** The clauses that deny, and from which word on: "ill, not because of fear" denies the reason alone. */
function deniedFrom(words: readonly FoldedWord[]): Map<number, number> {
  const denied = new Map<number, number>();
  for (const [at, word] of words.entries()) {
    if (!denies(word) && !isLieThat(words, at)) continue;
    const from = words[at + 1]?.key === 'because' ? at : beginOfPart(words, at);
    denied.set(word.clause, Math.min(from, denied.get(word.clause) ?? at));
  }
  return denied;
}

/** So much is said by a part of a clause that "and" parts from the next. */
const PART = 3;

/** Where the part of a clause begins that a word denies: "the mine will poison the lagoon and | will not pay". */
function beginOfPart(words: readonly FoldedWord[], at: number): number {
  for (let place = at - 1; words[place]?.clause === words[at]!.clause; place--) {
    if (words[place]!.key !== 'and') continue;
    const before = words
      .slice(0, place)
      .filter(({ clause, weight }) => weight > 0 && clause === words[at]!.clause);
    return before.length >= PART ? place + 1 : 0;
  }
  return 0;
}

const UNREAL = new Set('should would could might ought'.split(' '));

/** Whether a word begins what says that something was not so: "should have been asked", "if only they had". */
function isUnreal(words: readonly FoldedWord[], at: number): boolean {
  const [first, second, third] = words.slice(at, at + 3).map(({ key }) => key);
  if (first === 'if') return second === 'only';
  return UNREAL.has(first!) && (second === 'have' || (second === 'to' && third === 'have'));
}

/** Clauses that say nothing by themselves, as "I did not": what they deny stands before them. */
function emptyClauses(words: readonly FoldedWord[]): number[] {
  const told = new Set(words.filter(({ weight }) => weight > 0).map(({ clause }) => clause));
  return [...new Set(words.map(({ clause }) => clause))].filter((clause) => !told.has(clause));
}

/** Whether a word begins what says that nobody did: "before anyone had". */
const isBeforeAny = (words: readonly FoldedWord[], at: number): boolean =>
  words[at]!.key === 'before' && /^any/.test(words[at + 1]?.key ?? '');

const STAY = new Set('stay remain keep leav shut'.split(' '));
const OUT = new Set('out off away'.split(' '));

/** Whether a word begins what says that something stays out, which is not in. */
const staysOut = (words: readonly FoldedWord[], at: number): boolean =>
  STAY.has(words[at]!.key) && words.slice(at + 1, at + 3).some(({ key }) => OUT.has(key));
