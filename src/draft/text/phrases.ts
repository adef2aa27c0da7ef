import type { Run } from './sentences.ts';
import type { Token } from './tokens.ts';

/** Words that name or describe one thing: "the mayor’s aide Cal Dorn", "she". */
export interface Phrase extends Run {
  /** Token of its main word. */
  head: number;
  isPronoun: boolean;
}

const WITHIN = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM', 'SYM']);
const OPENING = new Set(['DET']);
const POSSESSIVE = /^(his|her|their|its|our|my|your)$/;
const SUBJECTS =
  /^(i|you|he|she|it|we|they|who|one|him|them|us|me|this|that|those|these|both|some|many|others|everyone|everybody|nobody|someone|anyone|several|most)$/;
const NO_PHRASE =
  /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tomorrow|tonight)$/;
const TITLES = /^(mr|mrs|ms|dr|sen|rep|gov|gen|lt|col|sgt|st|jr|sr|u\.s)$/;

/** The noun phrases of a run of tokens, none within another, in the order of the text. */
export function phrasesOf(tokens: readonly Token[], { from, to }: Run): Phrase[] {
  const found: Phrase[] = [];
  for (let at = from; at < to; ) {
    const end = phraseEnd(tokens, at, to);
    if (end === at) {
      at++;
      continue;
    }
    const phrase = { from: at, to: end, head: headOf(tokens, at, end) };
    const only = end - at === 1 ? tokens[at]!.lower : '';
    if (!NO_PHRASE.test(only)) found.push({ ...phrase, isPronoun: SUBJECTS.test(only) });
    at = end;
  }
  return found;
}

function phraseEnd(tokens: readonly Token[], from: number, to: number): number {
  const first = tokens[from]!;
  if (SUBJECTS.test(first.lower) && !isDeterminer(tokens, from, to)) return from + 1;
  let at = from;
  let hasNoun = false;
  while (at < to) {
    const token = tokens[at]!;
    if (token.region !== first.region) break;
    if (at > from && SUBJECTS.test(token.lower)) break;
    if (WITHIN.has(token.tag)) {
      hasNoun ||= token.tag === 'NOUN' || token.tag === 'PROPN' || token.tag === 'ADJ' || token.tag === 'NUM';
      at++;
    } else if (at === from && (OPENING.has(token.tag) || POSSESSIVE.test(token.lower))) at++;
    else if (hasNoun && isJoint(tokens, at, to)) at++;
    else break;
  }
  while (at > from && !WITHIN.has(tokens[at - 1]!.tag) && !isTitleDot(tokens, at - 1)) at--;
  return hasNoun ? at : from;
}

const isDeterminer = (tokens: readonly Token[], at: number, to: number) =>
  tokens[at]!.tag === 'DET' && at + 1 < to && WITHIN.has(tokens[at + 1]!.tag);

/** What joins two words of one phrase: a possessive, a hyphen, an ampersand, the dot of a title, "of" between names. */
function isJoint(tokens: readonly Token[], at: number, to: number): boolean {
  const [before, token, next] = [tokens[at - 1]!, tokens[at]!, at + 1 < to ? tokens[at + 1]! : undefined];
  if (next === undefined) return false;
  if (/^['’]s?$/.test(token.text)) return token.tag === 'PART' && WITHIN.has(next.tag);
  if (/^[-&‑–/]$/.test(token.text)) return token.start === before.end && token.end === next.start;
  if (isTitleDot(tokens, at)) return WITHIN.has(next.tag);
  if (/^(of|for)$/.test(token.lower))
    return /^(PROPN|NOUN)$/.test(before.tag) && opensNoun(tokens, at + 1, to);
  return (POSSESSIVE.test(token.lower) || OPENING.has(token.tag)) && /^(of|for)$/.test(before.lower);
}

const opensNoun = (tokens: readonly Token[], at: number, to: number) =>
  WITHIN.has(tokens[at]!.tag) ||
  (at + 1 < to && tokens[at]!.tag === 'DET' && WITHIN.has(tokens[at + 1]!.tag));

const isTitleDot = (tokens: readonly Token[], at: number) =>
  tokens[at]!.text === '.' && tokens[at - 1]?.end === tokens[at]!.start && TITLES.test(tokens[at - 1]!.lower);

/** The last noun before "of", which the words before it describe. */
function headOf(tokens: readonly Token[], from: number, to: number): number {
  let end = from;
  while (end < to && !/^(of|for)$/.test(tokens[end]!.lower)) end++;
  for (let at = end - 1; at >= from; at--) if (/^(NOUN|PROPN)$/.test(tokens[at]!.tag)) return at;
  return end - 1;
}
