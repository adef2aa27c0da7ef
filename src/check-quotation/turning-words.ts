import type { Word } from './words.ts';

/*
 * Words that turn the sense of those beside them: what denies, sets a condition, or says that another says so.
 */

const list = (words: string) => new Set(words.trim().split(/\s+/));

/** They turn what follows them. */
const BEFORE = list(`
  not never no nobody none nothing nowhere neither nor without hardly scarcely barely cannot can't won't don't doesn't didn't isn't aren't wasn't
  weren't wouldn't couldn't shouldn't haven't hasn't hadn't ain't
  if unless whether until
  deny denies denied denying false falsely lie lies lied untrue wrong nonsense myth absurd ridiculous impossible
  claim claims claimed claiming accuse accuses accused alleged allege alleges rumor rumors pretend pretends imagine suppose
  doubt doubts refuse refuses refused reject rejects rejected stop stopped failed fail fails wish hardly
`);

/** They turn what stands before them. */
const AFTER = list('if unless provided false lie untrue wrong nonsense myth until');

/** They do where they follow at once: "may have it | when it has paid". */
const AFTER_AT_ONCE = list('when once only as');
const AFTER_AS = list('long soon');

/** In a cut they change what is left. */
const WITHIN = new Set([...BEFORE, ...list('only except unless provided')]);

/** People who are said to say something, where it is not the speaker who does. */
const OTHERS = list('they some people critics opponents others many he she enemies media');
const SAY = list(
  'say says said think thinks thought believe believes believed tell tells told want wants argue argues',
);

const DENYING = list('not never no nobody none nothing nowhere neither nor without hardly');
const DENYING_PREFIXES = list('un in im ir il non dis');

/** Whether a word denies what its sentence says. */
export const denies = ({ key }: Word): boolean => DENYING.has(key) || /n't$/.test(key);

/** Whether what an editor put in denies what follows, also as the beginning of a word: "[un]safe". */
export const insertionDenies = (word: Word, next: Word | undefined): boolean =>
  denies(word) ||
  (DENYING_PREFIXES.has(word.key) && next?.isInserted === false && next.start === word.end + 1);

const isNegated = ({ key }: Word) => BEFORE.has(key) || /n't$/.test(key);

/** Whether words that stand before others of their sentence turn the sense of these. */
export const turnsWhatFollows = (words: readonly Word[]): boolean =>
  words.some(
    (word, at) =>
      isNegated(word) || (SAY.has(word.key) && words.slice(0, at).some(({ key }) => OTHERS.has(key))),
  );

/** Whether words that stand after others of their sentence turn the sense of these. */
export const turnsWhatPrecedes = (words: readonly Word[]): boolean =>
  words.some(({ key }) => AFTER.has(key)) || setsCondition(words.slice(0, 2).map(({ key }) => key));

const setsCondition = ([first = '', second = '']: string[]): boolean =>
  AFTER_AT_ONCE.has(first) && (first !== 'as' || AFTER_AS.has(second));

/** Without these something is all the more so: "I apologize without reservation". */
const WHOLLY = list(
  'reservation reservations doubt hesitation question exception delay qualification reserve',
);

/** Whether the sense is another one without some words. */
export const isTurnedByCut = (words: readonly Word[]): boolean =>
  words.some(
    (word, at) =>
      (isNegated(word) || WITHIN.has(word.key)) &&
      !(word.key === 'without' && words.slice(at + 1, at + 3).some(({ key }) => WHOLLY.has(key))),
  );

/** With these a sentence is about the one before it. */
const BACK = list('it that this these those but however yet instead otherwise which he she they');
/** So short a sentence is about the one before it: "Never." */
const SHORT = 3;

/** Whether the sense is another one without whole sentences: what these deny is their own, unless they speak of the one before. */
export const isTurnedByCutSentences = (words: readonly Word[]): boolean =>
  [...Map.groupBy(words, ({ sentence }) => sentence).values()].some(
    (sentence) => (BACK.has(sentence[0]!.key) || sentence.length <= SHORT) && isTurnedByCut(sentence),
  );
