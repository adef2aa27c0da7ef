import { findRun } from './alignment.ts';
import type { Finding } from './finding.ts';
import type { Quotation } from './quotation.ts';
import { weightOf } from './weights.ts';
import type { Word } from './words.ts';

/** Each of the statements has at least so many words that the others have not, and they say so much. */
const PART = { words: 4, weight: 0.9 };
/** All of them together have so much of it. */
const WHOLE = 0.8;
/** A single one that has so much of it is altered, and not a part. */
const ALONE = 0.85;

/** The statements that a quotation is joined of: each has words of it that no other has; none where it is of one. */
export function findJoined({ words }: Quotation, findings: readonly Finding[]): Finding[] {
  const told = weightOf(words);
  const partly = findings.filter(({ words: { kind, isOwnWords } }) => kind === 'altered' && !isOwnWords);
  if (partly.length < 2 || partly.some(({ words: { share } }) => share >= ALONE)) return [];
  const taken = new Set<number>();
  const parts: Finding[] = [];
  for (const finding of partly) {
    const own = [...finding.words.places].filter((place) => !taken.has(place));
    if (own.length < PART.words || weightOf(own.map((place) => words[place]!)) < PART.weight) continue;
    parts.push(finding);
    for (const place of own) taken.add(place);
  }
  const share = told === 0 ? 0 : weightOf([...taken].map((place) => words[place]!)) / told;
  return parts.length > 1 && share >= WHOLE ? parts : [];
}

/**
 * A piece that says so little may be of many; less is enough where it is of who is said to have said all. In a text of more words it is not
 * looked for where one piece ends and the next begins.
 */
const PIECE = { words: 3, weight: 0.9, ofSpeaker: 0.5, most: 80 };

type Compared = Omit<Finding, 'verdict'>;

/** Which statements have a piece of a quotation as it is; none where it says too little. */
function holdersOf<T extends Compared>(
  piece: readonly Word[],
  compared: readonly T[],
  isSpeakerAsked: boolean,
): T[] {
  if (piece.length < PIECE.words) return [];
  const weight = weightOf(piece);
  return compared
    .filter(({ isOfSpeaker }) => weight >= (isSpeakerAsked && isOfSpeaker ? PIECE.ofSpeaker : PIECE.weight))
    .filter(({ words: { source } }) => findRun(piece, source.words) !== null);
}

const firstOf = <T extends Compared>(holders: readonly T[]): T =>
  holders.find(({ isOfSpeaker }) => isOfSpeaker) ?? holders[0]!;

/**
 * The statements of which each has a piece of a quotation as it is: those between its marked cuts, or two of which all of it is made.
 * None where one has them all, or a piece is of none.
 */
export function findJoinedPieces<T extends Compared>(
  { words, pieces }: Quotation,
  compared: readonly T[],
  isSpeakerAsked: boolean,
): T[] {
  const byPiece = (cuts: readonly Word[][]): T[] => {
    const holders = cuts.map((piece) => holdersOf(piece, compared, isSpeakerAsked));
    if (holders.some((those) => those.length === 0)) return [];
    if (holders[0]!.some((one) => holders.every((those) => those.includes(one)))) return [];
    return [...new Set(holders.map(firstOf))];
  };
  if (pieces.length > 1) return byPiece(pieces.map(({ from, to }) => words.slice(from, to)));
  if (words.length > PIECE.most) return [];
  for (let at = PIECE.words; at <= words.length - PIECE.words; at++) {
    const end = JOINING.has(words[at]!.key) ? at + 1 : at;
    const joined = byPiece([words.slice(0, at), words.slice(end)]);
    if (joined.length > 0) return joined;
  }
  return [];
}

/** Words that stand between two pieces, and are of neither. */
const JOINING = new Set(['and', 'but', 'because', 'so', 'yet', 'while', 'as', 'for']);
